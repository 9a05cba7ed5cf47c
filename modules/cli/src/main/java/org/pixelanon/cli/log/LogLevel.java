package org.pixelanon.cli.log;

import java.util.logging.Level;

/** How much is logged. */
public enum LogLevel {
    /** Failures that end a command. */
    ERROR(Level.SEVERE),
    /** Also files that failed or need review. */
    WARNING(Level.WARNING),
    /** Also begin and end of commands and the outcome of each file. */
    INFO(Level.INFO),
    /** Also kinds and places of failures within the program. */
    DEBUG(Level.FINE);

    private final Level level;

    LogLevel(Level level) {
        this.level = level;
    }

    Level level() {
        return level;
    }
}
