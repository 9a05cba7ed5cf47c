package org.pixelanon.cli.terminal;

import java.io.PrintWriter;
import org.pixelanon.model.EscapingWriter;
import org.pixelanon.model.Printable;

/**
 * What people read. What is printed with a line end is one line, whatever names and values in it
 * hold; nothing steers the terminal except {@link #steer}.
 */
public final class LinePrinter extends PrintWriter {

    private final PrintWriter terminal;

    private LinePrinter(PrintWriter terminal) {
        super(new EscapingWriter(terminal), true);
        this.terminal = terminal;
    }

    /** Prints where a command prints. */
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

    /** Prints a text that another program may read: as it is, unless a terminal shows it. */
    public void data(String text) {
        if (Terminal.showsOutput()) {
            print(text);
            flush();
        } else {
            steer(text);
        }
    }

    /** Prints what moves the cursor; nothing in it may come from a file. */
    void steer(String sequence) {
        flush();
        terminal.print(sequence);
        terminal.flush();
    }
}
