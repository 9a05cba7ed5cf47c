package org.pixelanon.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.pixelanon.model.EscapingWriter;

/** Standard output as bytes: CSV is UTF-8 whatever the terminal's encoding is. */
public final class StandardStreams {

    private StandardStreams() {}

    /**
     * Rows and text: as they are for a file and for another program; on a terminal, which would
     * obey some of what values and names hold, what does not show is an escape.
     */
    public static Writer writer() {
        Writer plain = new OutputStreamWriter(out(), StandardCharsets.UTF_8);
        return Terminal.showsOutput() ? new EscapingWriter(plain) : plain;
    }

    private static OutputStream out() {
        return new FileOutputStream(FileDescriptor.out) {
            @Override
            public void close() {
                // the process may have more to say; nothing is held back here
            }
        };
    }
}
