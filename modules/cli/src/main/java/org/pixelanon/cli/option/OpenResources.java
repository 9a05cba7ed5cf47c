package org.pixelanon.cli.option;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.pixelanon.pipeline.atomic.WholeFile;

/** Closes what a command opened, last first, also when one of them fails to close. */
public final class OpenResources implements AutoCloseable {

    /** Something to be closed. */
    interface Open {
        void close() throws IOException;
    }

    private final Deque<Open> opened = new ArrayDeque<>();
    private boolean complete;

    /** A file that is closed with the others. */
    public <T extends Closeable> T file(T resource) {
        opened.push(resource::close);
        return resource;
    }

    void also(Open resource) {
        opened.push(resource);
    }

    /**
     * A file that gets its place if the work comes to its end; what writes into it is opened later.
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

    /** Closes everything; files that are written whole get their places. */
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
                complete = false; // a file whose last lines were not written keeps its place
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
