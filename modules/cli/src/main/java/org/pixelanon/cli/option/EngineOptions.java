package org.pixelanon.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.model.engine.EngineChoices;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.Engines;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.pipeline.extension.BroughtJars;
import org.pixelanon.pipeline.extension.EngineSearch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The available engines and their settings. They are searched once, when a command first needs one:
 * most commands need none.
 */
@HelpGroup("Finding text")
public final class EngineOptions {

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    private EngineChoices choices = EngineChoices.NONE;

    private List<String> set = List.of();

    private @Nullable Engines engines;

    @Option(
            names = "--engine-option",
            paramLabel = "NAME.KEY=VALUE",
            description = "setting of an engine; 'pixelanon engines' lists them; repeatable")
    void setOptions(List<String> texts) {
        if (texts.isEmpty()) {
            return; // nothing is set yet
        }
        try {
            choices = EngineChoices.of(texts, found());
            set = List.copyOf(texts);
        } catch (EngineException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /** All engines; ends the command if an extension must not be executed or cannot be loaded. */
    public Engines found() {
        Engines known = engines;
        if (known == null) {
            try {
                known = EngineSearch.all(UserEnvironment.ofProcess().extensions().orElse(null));
            } catch (EngineException e) {
                throw refused(String.valueOf(e.getMessage()));
            }
            engines = known;
        }
        return known;
    }

    /** The recogniser with a name; ends the command if there is none. */
    FoundEngine recognizer(String name) {
        try {
            return found().recognizer(name);
        } catch (EngineException e) {
            throw refused("--ocr: " + e.getMessage());
        }
    }

    /** Ends the command if something is set that would be ignored. */
    void requireUnset(String option, String value, String unset, String effort) {
        if (!value.equals(unset)) {
            throw refused(option + " " + value + ": needs --effort " + effort);
        }
    }

    /** The settings of engines. */
    EngineChoices choices() {
        return choices;
    }

    /** The settings of an engine. */
    EngineSettings settings(FoundEngine engine) {
        return choices.settings(engine, UserEnvironment.ofProcess().cache(), Map.of());
    }

    /**
     * The settings of an engine with additional ones; ends the command if the engine has no such
     * option.
     */
    EngineSettings settings(FoundEngine engine, List<String> more) {
        List<String> all = new ArrayList<>(set);
        more.forEach(text -> all.add(engine.name() + "." + text));
        try {
            return EngineChoices.of(all, found())
                    .settings(engine, UserEnvironment.ofProcess().cache(), Map.of());
        } catch (EngineException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /** Ends the command if an engine cannot be used. */
    void requireAvailable(FoundEngine engine) {
        requireAvailable(engine, settings(engine));
    }

    /** Ends the command if an engine cannot be used with its settings. */
    void requireAvailable(FoundEngine engine, EngineSettings settings) {
        try {
            engine.requireAvailable(settings);
        } catch (EngineException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /** Why an engine cannot be used here; empty if it can. */
    public Optional<String> unavailable(FoundEngine engine) {
        return engine.unavailable(settings(engine));
    }

    /**
     * Copies the jars of an engine to the folder where it looks for them.
     *
     * @param engine the engine
     * @param from the folder of the jars
     * @return their new folder
     * @throws EngineException if that cannot be done
     */
    public Path add(FoundEngine engine, Path from) throws EngineException {
        UserEnvironment environment = UserEnvironment.ofProcess();
        Path extensions =
                environment
                        .extensions()
                        .orElseThrow(
                                () ->
                                        new EngineException(
                                                "this installation has no extensions folder"));
        return BroughtJars.add(engine, from, extensions, environment.cache());
    }

    /** The exception that ends a command. */
    public ParameterException refused(String why) {
        return new ParameterException(
                Objects.requireNonNull(spec, "picocli sets it").commandLine(), why);
    }
}
