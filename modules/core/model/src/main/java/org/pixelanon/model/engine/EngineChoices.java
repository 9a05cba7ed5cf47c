package org.pixelanon.model.engine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Engine options given by the user as {@code NAME.KEY=VALUE}. Immutable. */
public final class EngineChoices {

    /** Nothing is set. */
    public static final EngineChoices NONE = new EngineChoices(Map.of());

    private static final Pattern FORM = Pattern.compile("([^.=]+)\\.([^.=]+)=(.*)", Pattern.DOTALL);

    private final Map<String, Map<String, String>> values;

    private EngineChoices(Map<String, Map<String, String>> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads what was written.
     *
     * @param texts one setting each; the last of several for one option holds
     * @param engines those that there are
     * @return the settings
     * @throws EngineException if one has another form, or there is no such engine or option
     */
    public static EngineChoices of(List<String> texts, Engines engines) throws EngineException {
        Map<String, Map<String, String>> values = new HashMap<>();
        for (String text : texts) {
            Matcher m = FORM.matcher(text.strip());
            if (!m.matches()) {
                throw new EngineException("'" + text + "' is not of the form NAME.KEY=VALUE");
            }
            requireKnown(m.group(1), m.group(2), engines);
            values.computeIfAbsent(m.group(1), n -> new HashMap<>()).put(m.group(2), m.group(3));
        }
        return new EngineChoices(values);
    }

    private static void requireKnown(String name, String key, Engines engines)
            throws EngineException {
        List<FoundEngine> named =
                engines.all().stream().filter(e -> e.name().equals(name)).toList();
        if (named.isEmpty()) {
            throw new EngineException(
                    "unknown engine '" + name + "'; 'pixelanon engines' lists them");
        }
        List<String> keys =
                named.stream().flatMap(e -> e.options().stream()).map(EngineOption::name).toList();
        if (!keys.contains(key)) {
            throw new EngineException(
                    named.get(0)
                            + " has no option '"
                            + key
                            + "'"
                            + (keys.isEmpty() ? "" : "; it has " + String.join(", ", keys)));
        }
    }

    /**
     * The same with one setting more, which holds unless it is set already.
     *
     * @param engine the name of an engine
     * @param key one of its options
     * @param value what it is set to
     * @return the settings
     */
    public EngineChoices or(String engine, String key, String value) {
        Map<String, Map<String, String>> all = new HashMap<>(values);
        Map<String, String> own = new HashMap<>(values.getOrDefault(engine, Map.of()));
        own.putIfAbsent(key, value);
        all.put(engine, own);
        return new EngineChoices(all);
    }

    /**
     * What an engine is started with.
     *
     * @param engine the engine
     * @param cache the folder for what is kept
     * @param others set elsewhere, unless they are set here
     * @return a value for each of its options
     */
    public EngineSettings settings(FoundEngine engine, Path cache, Map<String, String> others) {
        Map<String, String> all = new HashMap<>();
        Map<String, String> set = values.getOrDefault(engine.name(), Map.of());
        for (EngineOption option : engine.options()) {
            String otherwise = others.getOrDefault(option.name(), option.defaultValue());
            all.put(option.name(), set.getOrDefault(option.name(), otherwise));
        }
        return new EngineSettings(cache, all);
    }
}
