package org.pixelanon.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.pixelanon.review.item.FileSign;
import org.pixelanon.review.item.ReviewFile;

/** Orders of the list of files, applied when chosen: edits do not move files. */
enum FileSort {
    /** As the files were opened. */
    LIST,
    /** By file name, in any case, numbers by their value: a2 before a10. */
    NAME,
    /** By folder, then by name, both as in {@link #NAME}. */
    FOLDER,
    /** By sign: files that need attention first, done and exported files last. */
    STATE,
    /** Most findings left first. */
    FINDINGS;

    private static final int INDEX_BITS = 32;

    /** A file's name or path in lower case, and its index. */
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
            case NAME -> byText(files, ReviewFile::fileName);
            case FOLDER -> byText(files, ReviewFile::name);
            case STATE -> by(files, file -> FileSign.of(file).ordinal());
            case FINDINGS -> by(files, file -> Integer.MAX_VALUE - (long) file.undecided());
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

    private static int[] byText(List<ReviewFile> files, Function<ReviewFile, String> text) {
        Named[] named = new Named[files.size()];
        for (int i = 0; i < named.length; i++) {
            named[i] = new Named(text.apply(files.get(i)).toLowerCase(Locale.ROOT), i);
        }
        Arrays.sort(named, (a, b) -> natural(a.name(), b.name()));
        return Arrays.stream(named).mapToInt(Named::index).toArray();
    }

    /**
     * Compares runs of digits by value, everything else by character; path separators sort first.
     */
    static int natural(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            char x = a.charAt(i);
            char y = b.charAt(j);
            if (isDigit(x) && isDigit(y)) {
                int endA = endOfNumber(a, i);
                int endB = endOfNumber(b, j);
                int numbers = numbers(a, i, endA, b, j, endB);
                if (numbers != 0) {
                    return numbers;
                }
                i = endA;
                j = endB;
            } else if (x != y) {
                return isFolder(x) ? -1 : isFolder(y) ? 1 : Character.compare(x, y);
            } else {
                i++;
                j++;
            }
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest == 0 ? a.compareTo(b) : rest;
    }

    private static int numbers(String a, int i, int endA, String b, int j, int endB) {
        int fromA = significant(a, i, endA);
        int fromB = significant(b, j, endB);
        int digits = Integer.compare(endA - fromA, endB - fromB);
        return digits == 0 ? a.substring(fromA, endA).compareTo(b.substring(fromB, endB)) : digits;
    }

    private static int significant(String text, int from, int end) {
        int at = from;
        while (at < end - 1 && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isFolder(char c) {
        return c == '/' || c == '\\';
    }
}
