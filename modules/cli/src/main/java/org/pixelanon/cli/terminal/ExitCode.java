package org.pixelanon.cli.terminal;

/** Exit codes. */
public final class ExitCode {

    /** Some input failed, or there was no input. */
    public static final int FAILED = 1;

    /** Wrong usage. */
    public static final int USAGE = 2;

    private ExitCode() {}
}
