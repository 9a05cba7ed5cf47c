package org.pixelanon.review;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.review.item.ReviewEdit;

/**
 * Adds lines to lists of expressions, and removes lines that it added, which restores the file.
 * Files are locked meanwhile and each line is written at once, so that no other process sees half
 * of it. Used on one worker.
 */
public final class ExpressionLists {

    /** Told of changes, on a worker. */
    public interface Listener {

        /**
         * An edit of a list succeeded.
         *
         * @param edit the edit
         * @param changed false if the line was already there
         * @param exists whether the list exists now
         */
        void done(ReviewEdit.OfLine edit, boolean changed, boolean exists);

        /**
         * A list could not be changed.
         *
         * @param edit the edit
         * @param why the kind of problem
         */
        void failed(ReviewEdit.OfLine edit, String why);
    }

    /**
     * The bytes written for a line; if they are still at the end, removing them restores the file.
     */
    private record Written(byte[] piece, boolean made) {}

    private record Place(Path list, String line) {}

    /** File locks work between programs; a second one within a program would fail. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Map<Place, Written> ours = new HashMap<>();
    private volatile Listener listener =
            new Listener() {
                @Override
                public void done(ReviewEdit.OfLine edit, boolean changed, boolean exists) {}

                @Override
                public void failed(ReviewEdit.OfLine edit, String why) {}
            };

    ExpressionLists() {}

    /**
     * Sets the listener.
     *
     * @param receives all changes from now on
     */
    public void tell(Listener told) {
        listener = told;
    }

    /** Applies the list changes of an edit. */
    void apply(ReviewEdit edit) {
        if (edit instanceof ReviewEdit.Several several) {
            several.edits().forEach(this::apply);
        } else if (edit instanceof ReviewEdit.OfLine line) {
            // its message may quote the line
            Failures.in(() -> carryOut(line))
                    .ifPresent(e -> listener.failed(line, e.getClass().getSimpleName()));
        }
    }

    private void carryOut(ReviewEdit.OfLine line) throws IOException {
        boolean changed;
        synchronized (ONE_AT_A_TIME) {
            changed = line.added() ? add(line) : remove(line);
        }
        listener.done(line, changed, Files.exists(line.list()));
    }

    private boolean add(ReviewEdit.OfLine edit) throws IOException {
        Path folder = edit.list().toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        boolean made = make(edit.list());
        try (FileChannel channel =
                        FileChannel.open(
                                edit.list(), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            String known = new String(bytes(channel), StandardCharsets.UTF_8);
            if (known.lines().anyMatch(edit.line()::equals)) {
                return false;
            }
            boolean open = !known.isEmpty() && !known.endsWith("\n");
            String piece = (open ? "\n" : "") + edit.line() + "\n";
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            write(channel, bytes, channel.size());
            channel.force(true);
            ours.put(new Place(edit.list(), edit.line()), new Written(bytes, made));
            return true;
        }
    }

    /** A new list is readable only by its owner, since it contains text of images. */
    private static boolean make(Path list) throws IOException {
        try {
            ReadAccess.OWNER.create(list);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private boolean remove(ReviewEdit.OfLine edit) throws IOException {
        Written written = ours.remove(new Place(edit.list(), edit.line()));
        if (written == null) {
            return false; // it existed before, or adding failed
        }
        boolean empty;
        try (FileChannel channel =
                        FileChannel.open(
                                edit.list(), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            byte[] all = bytes(channel);
            int before = all.length - written.piece().length;
            boolean last =
                    before >= 0
                            && Arrays.equals(
                                    all,
                                    before,
                                    all.length,
                                    written.piece(),
                                    0,
                                    all.length - before);
            byte[] rest = last ? Arrays.copyOf(all, before) : without(all, edit.line());
            write(channel, rest, 0);
            channel.truncate(rest.length);
            channel.force(true);
            empty = rest.length == 0;
        }
        if (empty && written.made()) {
            Files.delete(edit.list());
        }
        return true;
    }

    /** Lines were added after it: removes only this line. */
    private static byte[] without(byte[] all, String line) {
        String text = new String(all, StandardCharsets.UTF_8);
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end + 1;
            if (text.substring(start, next).stripTrailing().equals(line.stripTrailing())) {
                return (text.substring(0, start) + text.substring(next))
                        .getBytes(StandardCharsets.UTF_8);
            }
            start = next;
        }
        return all;
    }

    private static byte[] bytes(FileChannel channel) throws IOException {
        return Channels.newInputStream(channel.position(0)).readAllBytes();
    }

    private static void write(FileChannel channel, byte[] bytes, long from) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(bytes);
        long at = from;
        while (line.hasRemaining()) {
            at += channel.write(line, at);
        }
    }
}
