package org.pixelanon.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether output goes to a terminal, or to another program or a file. */
public final class Terminal {

    private Terminal() {}

    /** Whether standard error is a terminal; the launcher knows, Java can only guess. */
    public static boolean showsErrors() {
        String told = System.getProperty("pixelanon.terminal");
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }

    /** Whether standard output is a terminal; the system knows, Java can only guess. */
    public static boolean showsOutput() {
        String told = System.getProperty("pixelanon.output.terminal");
        if (told != null) {
            return Boolean.parseBoolean(told);
        }
        return isTerminal(1);
    }

    /** The console for prompts; empty if nobody would see or answer them. */
    public static Optional<Console> console() {
        return isTerminal(0) ? Optional.ofNullable(System.console()) : Optional.empty();
    }

    private static boolean isTerminal(int stream) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
            return target.startsWith("/dev/pts/")
                    || target.startsWith("/dev/tty")
                    || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null; // this system has no such file
        }
    }
}
