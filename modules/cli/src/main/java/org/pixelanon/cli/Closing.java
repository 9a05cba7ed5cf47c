package org.pixelanon.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Closes what a command opened, last first, also when one of them fails to close. */
final class Closing implements AutoCloseable {

    /** Something to be closed. */
    interface Open {
        void close() throws IOException;
    }

    private final Deque<Open> opened = new ArrayDeque<>();

    <T extends java.io.Closeable> Optional<T> file(Optional<T> resource) {
        resource.ifPresent(r -> opened.push(r::close));
        return resource;
    }

    void also(Open resource) {
        opened.push(resource);
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (IOException e) {
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
