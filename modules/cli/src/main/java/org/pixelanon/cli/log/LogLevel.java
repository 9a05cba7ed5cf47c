package org.pixelanon.cli.log;

import java.util.logging.Level;

/** How much is logged. */
public enum LogLevel {
    /** What ended a command. */
    ERROR(Level.SEVERE),
    /** Files that failed or need review, too. */
    WARNING(Level.WARNING),
    /** Begin and end of commands and what became of each file, too. */
    INFO(Level.INFO),
    /** Kinds and places of failures within the program, too. */
    DEBUG(Level.FINE);

    private final Level level;

    LogLevel(Level level) {
        this.level = level;
    }

    Level level() {
        return level;
    }
}
