package org.pixelanon.rules;

import org.pixelanon.model.PixelAnonException;

/**
 * Rules cannot be read, or cannot be written in the requested language. The message never contains
 * patient text.
 */
public final class RulesException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * Creates the exception.
     *
     * @param message names what is wrong
     */
    public RulesException(String message) {
        this(0, message);
    }

    /**
     * Creates the exception.
     *
     * @param line 1-based line, 0 for the whole file
     * @param message what is wrong, without the line
     */
    public RulesException(int line, String message) {
        super(line == 0 ? message : "line " + line + ": " + message);
        this.line = line;
    }

    private RulesException(String name, RulesException cause) {
        super(name + ": " + cause.getMessage(), cause);
        this.line = cause.line;
    }

    /**
     * The same exception with the name of the file.
     *
     * @param name the file
     * @return an exception whose message begins with it
     */
    public RulesException in(String name) {
        return new RulesException(name, this);
    }

    /**
     * The line of the mistake.
     *
     * @return 1-based line, 0 for the whole file
     */
    public int line() {
        return line;
    }
}
