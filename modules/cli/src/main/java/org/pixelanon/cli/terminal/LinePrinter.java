package org.pixelanon.cli.terminal;

import java.io.PrintWriter;
import org.pixelanon.model.EscapingWriter;
import org.pixelanon.model.Printable;

/**
 * Prints for users. Text printed with a line end is one line, whatever names and values it
 * contains; only {@link #steer} can send control characters to the terminal.
 */
public final class LinePrinter extends PrintWriter {

    private final PrintWriter terminal;

    private LinePrinter(PrintWriter terminal) {
        super(new EscapingWriter(terminal), true);
        this.terminal = terminal;
    }

    /** Prints to the output of a command. */
    public static LinePrinter of(PrintWriter out) {
        return out instanceof LinePrinter already ? already : new LinePrinter(out);
    }

    @Override
    public void println(String line) {
        super.println(Printable.of(String.valueOf(line)));
        flush();
    }

    @Override
    public void println(Object line) {
        println(String.valueOf(line));
    }

    /** Prints a text that another program may read: unchanged, unless the output is a terminal. */
    public void data(String text) {
        if (Terminal.showsOutput()) {
            print(text);
            flush();
        } else {
            steer(text);
        }
    }

    /** Prints control characters; they must not come from a file. */
    void steer(String sequence) {
        flush();
        terminal.print(sequence);
        terminal.flush();
    }
}
