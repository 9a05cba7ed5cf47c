package org.pixelanon.cli.option;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.pixelanon.pipeline.atomic.WholeFile;

/** Closes the resources of a command, last first, even if closing one fails. */
public final class OpenResources implements AutoCloseable {

    /** Something to be closed. */
    interface Open {
        void close() throws IOException;
    }

    private final Deque<Open> opened = new ArrayDeque<>();
    private boolean complete;

    /** Adds a file that is closed with the others. */
    public <T extends Closeable> T file(T resource) {
        opened.push(resource::close);
        return resource;
    }

    void also(Open resource) {
        opened.push(resource);
    }

    /**
     * Adds a file that is moved into place when the work is complete; its writer is opened later.
     */
    public WholeFile whole(WholeFile file) {
        opened.push(
                () -> {
                    try (file) {
                        if (complete) {
                            file.publish();
                        }
                    }
                });
        return file;
    }

    /** Closes everything and moves complete files into place. */
    public void complete() throws IOException {
        complete = true;
        close();
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (IOException e) {
                complete = false; // the old file is kept if the last lines of the new one were not
                // written
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
