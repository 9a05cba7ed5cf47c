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
     * A writer for rows and text: unchanged for a file or another program; on a terminal, control
     * characters in values and names are escaped.
     */
    public static Writer writer() {
        Writer plain = new OutputStreamWriter(out(), StandardCharsets.UTF_8);
        return Terminal.showsOutput() ? new EscapingWriter(plain) : plain;
    }

    private static OutputStream out() {
        return new FileOutputStream(FileDescriptor.out) {
            @Override
            public void close() {
                // the process may print more, so this only flushes
            }
        };
    }
}
