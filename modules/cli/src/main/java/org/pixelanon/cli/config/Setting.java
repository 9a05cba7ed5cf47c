package org.pixelanon.cli.config;

/**
 * A value set for an option.
 *
 * @param command the command it is for, its words joined by dots; empty for all commands with the
 *     option
 * @param option its name without leading hyphens
 * @param value as written on the command line
 * @param source where it was set, for messages
 */
record Setting(String command, String option, String value, String source) {

    /** The key used in a file. */
    String key() {
        return command.isEmpty() ? option : command + "." + option;
    }
}
