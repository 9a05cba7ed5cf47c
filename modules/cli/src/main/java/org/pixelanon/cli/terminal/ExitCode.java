package org.pixelanon.cli.terminal;

/** How a command ended, for the shell. */
public final class ExitCode {

    /** Some input failed, or there was nothing to work on. */
    public static final int FAILED = 1;

    /** Wrong usage. */
    public static final int USAGE = 2;

    private ExitCode() {}
}
