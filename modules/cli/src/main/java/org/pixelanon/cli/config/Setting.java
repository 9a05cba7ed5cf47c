package org.pixelanon.cli.config;

/**
 * A value of an option that somebody set.
 *
 * @param command the command it is for, its words joined by dots; empty for all that have the
 *     option
 * @param option its name without the hyphens in front
 * @param value as it would stand on the command line
 * @param source where it was set, for people
 */
record Setting(String command, String option, String value, String source) {

    /** As it stands in a file. */
    String key() {
        return command.isEmpty() ? option : command + "." + option;
    }
}
