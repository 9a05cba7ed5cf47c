package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.pipeline.input.InputFile;

/**
 * Restores the order of files in the results of several workers. Only results waiting for an
 * earlier file are held, and workers too far ahead wait. Thread-safe.
 */
final class OrderedWriter {

    private static final int MOST_WAITING = 256;

    private final Map<InputFile, Integer> places = new IdentityHashMap<>();
    private final Map<Integer, List<String>> waiting = new HashMap<>();
    private final Writer out;
    private final String between;
    private int next;
    private boolean any;

    /**
     * Begins.
     *
     * @param files in the order wanted
     * @param out where to; not closed by this
     * @param between what stands between the texts of two files
     */
    OrderedWriter(List<InputFile> files, Writer out, String between) {
        for (int i = 0; i < files.size(); i++) {
            places.put(files.get(i), i);
        }
        this.out = out;
        this.between = between;
    }

    /** Takes the text of a file; each file once. */
    void put(InputFile file, String text) throws IOException {
        take(file, List.of(text));
    }

    /** Takes note that a file has no text; each file once. */
    void pass(InputFile file) throws IOException {
        take(file, List.of());
    }

    private synchronized void take(InputFile file, List<String> texts) throws IOException {
        Integer place = places.get(file);
        if (place == null) {
            throw new IllegalArgumentException("not a file of this run");
        }
        while (place != next && waiting.size() >= MOST_WAITING) {
            awaitOthers();
        }
        waiting.put(place, texts);
        for (List<String> head = waiting.remove(next);
                head != null;
                head = waiting.remove(++next)) {
            for (String text : head) {
                out.write((any ? between : "") + text);
                any = true;
            }
        }
        notifyAll();
    }

    /** The worker of the file at the head never waits, so somebody goes on. */
    private synchronized void awaitOthers() throws InterruptedIOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
