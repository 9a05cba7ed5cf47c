package org.pixelanon.cli.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.pipeline.PipelineException;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options set outside the command line, which takes precedence over them: in environment variables,
 * then in the user's file, then in the site's file. Within one of these, settings for one command
 * take precedence over those for all.
 */
public final class Settings implements IDefaultValueProvider {

    /** The prefix of variables: {@code PIXELANON_OPTION_ON_DOUBT}. */
    public static final String VARIABLES = "PIXELANON_OPTION_";

    private static final String DOT = "__";

    private final List<Setting> all;

    private Settings(List<Setting> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads them.
     *
     * @throws PipelineException if a file cannot be read or is malformed
     */
    public static Settings of(UserEnvironment environment) throws PipelineException {
        List<Setting> all = new ArrayList<>();
        for (Map.Entry<String, String> variable : environment.variables(VARIABLES).entrySet()) {
            String name = variable.getKey();
            String key =
                    name.substring(VARIABLES.length())
                            .toLowerCase(Locale.ROOT)
                            .replace(DOT, ".")
                            .replace('_', '-');
            all.add(setting(key, variable.getValue(), "environment: " + name));
        }
        all.addAll(read(environment.userSettings(), "user: "));
        all.addAll(read(environment.siteSettings(), "site: "));
        return new Settings(all);
    }

    private static Setting setting(String key, String value, String source) {
        int dot = key.lastIndexOf('.');
        String command = dot < 0 ? "" : key.substring(0, dot);
        return new Setting(command, key.substring(dot + 1), value, source);
    }

    private static List<Setting> read(Path file, String source) throws PipelineException {
        if (!Files.exists(file)) {
            return List.of();
        }
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(text);
        } catch (IllegalArgumentException e) {
            throw new PipelineException(
                    file + ": \\u is not followed by four hexadecimal " + "digits", e);
        } catch (IOException e) {
            throw new PipelineException(file + ": cannot be read: " + FailureText.reason(e), e);
        }
        List<Setting> settings = new ArrayList<>();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            settings.add(setting(key, properties.getProperty(key).strip(), source + file));
        }
        return settings;
    }

    /** Whether nothing is set. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** All of them, those with precedence first. */
    List<Setting> all() {
        return all;
    }

    /**
     * Refuses options that no command has, or that are allowed only on the command line.
     *
     * @param built the command to be run
     * @param every builds all commands; used only for options that the running one lacks
     * @throws PipelineException naming the key and where it is set
     */
    public void check(CommandLine built, Supplier<CommandLine> every) throws PipelineException {
        CommandLine commands = null;
        for (Setting setting : all) {
            SettableOptions options = new SettableOptions(setting);
            if (!options.isIn(built)) {
                commands = commands == null ? every.get() : commands;
                if (!options.isIn(commands)) {
                    throw new PipelineException(
                            setting.source() + ": no command has an option " + setting.key());
                }
            }
            Optional<String> refusal = options.refusal();
            if (refusal.isPresent()) {
                throw new PipelineException(
                        setting.source() + ": " + setting.key() + " " + refusal.get());
            }
        }
    }

    /** The setting for an option; empty if there is none. */
    Optional<Setting> of(OptionSpec option) {
        if (!SettableOptions.isSettable(option)) {
            return Optional.empty();
        }
        String command = SettableOptions.path(option.command());
        Setting best = null;
        for (Setting setting : all) {
            boolean own = setting.command().equals(command);
            boolean meant = own || setting.command().isEmpty();
            if (meant && SettableOptions.has(option, setting.option())) {
                boolean stronger =
                        best == null
                                || best.source().equals(setting.source())
                                || isOfOneVariable(best, setting);
                if (best == null || (own && best.command().isEmpty() && stronger)) {
                    best = setting;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Two variables also have the same source. */
    private static boolean isOfOneVariable(Setting a, Setting b) {
        return a.source().startsWith("environment: ") && b.source().startsWith("environment: ");
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        CommandSpec command = argument.command();
        return command != null && argument instanceof OptionSpec option
                ? of(option).map(Setting::value).orElse(null)
                : null;
    }
}
