package org.pixelanon.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;

/** Standard output as bytes: CSV is UTF-8 whatever the terminal's encoding is. */
final class StandardStreams {

    private StandardStreams() {}

    static OutputStream out() {
        return new FileOutputStream(FileDescriptor.out) {
            @Override
            public void close() {
                // the process may have more to say; nothing is held back here
            }
        };
    }
}
