package org.pixelanon.cli.option;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.EngineOption;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.Engines;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.pipeline.extension.EngineSearch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The engines that there are and what is set for them. They are looked for once, when a command
 * first needs one: most commands need none.
 */
public final class EngineOptions {

    private static final Pattern FORM = Pattern.compile("([^.=]+)\\.([^.=]+)=(.*)", Pattern.DOTALL);

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    private final Map<String, Map<String, String>> given = new HashMap<>();

    private @Nullable Engines engines;

    @Option(
            names = "--engine-option",
            paramLabel = "NAME.KEY=VALUE",
            description =
                    "sets what an engine lets users set, as 'pixelanon engines' lists it; may be given several times")
    void setOptions(List<String> texts) {
        given.clear();
        for (String text : texts) {
            Matcher m = FORM.matcher(text);
            if (!m.matches()) {
                throw refused("'" + text + "' is not of the form NAME.KEY=VALUE");
            }
            String engine = m.group(1);
            String key = m.group(2);
            requireKnown(engine, key);
            given.computeIfAbsent(engine, n -> new HashMap<>()).put(key, m.group(3));
        }
    }

    private void requireKnown(String name, String key) {
        List<FoundEngine> engines =
                found().all().stream().filter(e -> e.name().equals(name)).toList();
        if (engines.isEmpty()) {
            throw refused("there is no engine '" + name + "'; 'pixelanon engines' lists them");
        }
        if (engines.stream().noneMatch(e -> has(e, key))) {
            List<String> keys =
                    engines.stream()
                            .flatMap(e -> e.options().stream())
                            .map(EngineOption::name)
                            .toList();
            throw refused(
                    engines.get(0)
                            + " has no option '"
                            + key
                            + "'"
                            + (keys.isEmpty() ? "" : "; it has " + String.join(", ", keys)));
        }
    }

    private static boolean has(FoundEngine engine, String key) {
        return engine.options().stream().anyMatch(o -> o.name().equals(key));
    }

    /** All engines; ends the command if an extension may not be executed or cannot be loaded. */
    public Engines found() {
        Engines known = engines;
        if (known == null) {
            try {
                known = EngineSearch.all(UserEnvironment.ofProcess().extensions());
            } catch (EngineException e) {
                throw refused(String.valueOf(e.getMessage()));
            }
            engines = known;
        }
        return known;
    }

    /** The recogniser of a name; ends the command if there is none. */
    FoundEngine recognizer(String name) {
        try {
            return found().recognizer(name);
        } catch (EngineException e) {
            throw refused("--ocr: " + e.getMessage());
        }
    }

    /**
     * What an engine is started with; ends the command if it is not available.
     *
     * @param others set by options of their own, unless they are set here
     */
    EngineSettings settings(FoundEngine engine, Map<String, String> others) {
        try {
            EngineSettings settings = chosen(engine, others);
            engine.requireAvailable(settings);
            return settings;
        } catch (EngineException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /** Why an engine cannot be used here; empty if it can. */
    public Optional<String> unavailable(FoundEngine engine) throws EngineException {
        return engine.unavailable(chosen(engine, Map.of()));
    }

    private EngineSettings chosen(FoundEngine engine, Map<String, String> others)
            throws EngineException {
        Map<String, String> values = new HashMap<>(others);
        given.getOrDefault(engine.name(), Map.of())
                .forEach(
                        (key, value) -> {
                            if (has(engine, key)) {
                                values.put(key, value);
                            }
                        });
        return engine.settings(UserEnvironment.ofProcess().cache(), values);
    }

    private ParameterException refused(String why) {
        return new ParameterException(
                Objects.requireNonNull(spec, "picocli sets it").commandLine(), why);
    }
}
