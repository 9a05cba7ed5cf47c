package org.pixelanon.cli.option;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.pixelanon.pipeline.WholeFile;

/** Closes what a command opened, last first, also when one of them fails to close. */
public final class OpenResources implements AutoCloseable {

    /** Something to be closed. */
    public interface Open {
        void close() throws IOException;
    }

    private final Deque<Open> opened = new ArrayDeque<>();
    private boolean complete;

    /** A file that is closed with the others, if there is one. */
    public <T extends java.io.Closeable> Optional<T> file(Optional<T> resource) {
        resource.ifPresent(r -> opened.push(r::close));
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
    void complete() throws IOException {
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
