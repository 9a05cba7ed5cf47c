package org.pixelanon.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;

/** Orders of the list of files. An order is taken when it is chosen: edits do not move files. */
enum FileSort {
    /** As the files were opened. */
    LIST,
    /** By file name, in any case. */
    NAME,
    /** Tagged first, then to review, failed, done. */
    STATE,
    /** Most findings left first. */
    FINDINGS;

    private static final int INDEX_BITS = 32;

    /** A file's name in lower case, and its place. */
    private record Named(String name, int index) {}

    /**
     * The order of files.
     *
     * @param files the lines of the list
     * @return their 0-based indexes, first file first; empty for the order of the list
     */
    int[] order(List<ReviewFile> files) {
        return switch (this) {
            case LIST -> new int[0];
            case NAME -> byName(files);
            case STATE -> by(files, file -> rank(file.state()));
            case FINDINGS -> by(files, file -> Integer.MAX_VALUE - (long) file.undecided());
        };
    }

    private static int rank(FileState state) {
        return switch (state) {
            case TAGGED -> 0;
            case TO_REVIEW -> 1;
            case FAILED -> 2;
            case DONE -> 3;
        };
    }

    /** Numbers sort a hundred times faster than objects; equal files keep the order of the list. */
    private static int[] by(List<ReviewFile> files, ToLongFunction<ReviewFile> key) {
        long[] keys = new long[files.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key.applyAsLong(files.get(i)) << INDEX_BITS | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(k -> (int) k).toArray();
    }

    private static int[] byName(List<ReviewFile> files) {
        Named[] named = new Named[files.size()];
        for (int i = 0; i < named.length; i++) {
            named[i] = new Named(files.get(i).fileName().toLowerCase(Locale.ROOT), i);
        }
        Arrays.sort(named, java.util.Comparator.comparing(Named::name));
        return Arrays.stream(named).mapToInt(Named::index).toArray();
    }
}
