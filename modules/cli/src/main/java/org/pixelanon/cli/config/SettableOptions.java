package org.pixelanon.cli.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Finds the options of a setting and decides whether they may be set outside the command line. */
final class SettableOptions {

    /**
     * Options that disable a safeguard, which must be visible on the command line or in the script.
     */
    private static final Set<String> COMMAND_LINE_ONLY =
            Set.of(
                    "--accept-unprocessed",
                    "--dry-run",
                    "--help",
                    "--ignore-unmatched",
                    "--in-place",
                    "--no-overlays",
                    "--no-sync",
                    "--overwrite",
                    "--version");

    /** Values that are never shown. */
    private static final Set<String> SECRET = Set.of("salt", "path-salt");

    private final Setting setting;
    private final Set<OptionSpec> found = new HashSet<>();

    SettableOptions(Setting setting) {
        this.setting = setting;
    }

    /** Searches commands and their subcommands. */
    boolean isIn(CommandLine commands) {
        for (CommandLine command : commands.getSubcommands().values()) {
            CommandSpec spec = command.getCommandSpec();
            if (setting.command().isEmpty() || setting.command().equals(path(spec))) {
                spec.options().stream()
                        .filter(option -> has(option, setting.option()))
                        .forEach(found::add);
            }
            isIn(command);
        }
        return !found.isEmpty();
    }

    /** Why they must not be set; empty if they may. */
    Optional<String> refusal() {
        if (found.stream().anyMatch(option -> COMMAND_LINE_ONLY.contains(option.longestName()))) {
            return Optional.of(
                    "is allowed on the command line only, because it disables a " + "safeguard");
        }
        return found.stream().noneMatch(SettableOptions::isSettable)
                ? Optional.of("is allowed on the command line only")
                : Optional.empty();
    }

    /** Mutually exclusive options cannot have defaults. */
    static boolean isSettable(OptionSpec option) {
        return option.group() == null && !COMMAND_LINE_ONLY.contains(option.longestName());
    }

    static boolean has(OptionSpec option, String name) {
        return Arrays.asList(option.names()).contains("--" + name);
    }

    static boolean isSecret(String option) {
        return SECRET.contains(option);
    }

    /** The words of a command after the first, joined by dots. */
    static String path(CommandSpec command) {
        String name = command.qualifiedName(".");
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
