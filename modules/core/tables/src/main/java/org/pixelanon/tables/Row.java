package org.pixelanon.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One row of a table. The same object is reused for all rows of a table, so values to be kept must
 * be copied, as {@link #get} and {@link #fields} do.
 */
public final class Row {

    private char[] chars = new char[1024];
    private int[] ends = new int[64];
    private int size;
    private int length;
    private long line;

    Row() {}

    void begin(long startingLine) {
        line = startingLine;
        size = 0;
        length = 0;
    }

    void add(char[] buffer, int offset, int count) {
        if (length + count > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(2 * chars.length, length + count));
        }
        System.arraycopy(buffer, offset, chars, length, count);
        length += count;
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        ends[size++] = length;
    }

    /** Characters of all fields so far. */
    int length() {
        return length;
    }

    /**
     * The line at which the row begins.
     *
     * @return the line of the file, 1-based
     */
    public long line() {
        return line;
    }

    /**
     * Number of fields.
     *
     * @return 0 or more
     */
    public int size() {
        return size;
    }

    /**
     * Returns whether a field has no characters.
     *
     * @param column 0-based
     * @return true if it is empty
     */
    public boolean isEmpty(int column) {
        return start(column) == ends[column];
    }

    /**
     * A field.
     *
     * @param column 0-based
     * @return its text without quotes
     */
    public String get(int column) {
        int start = start(column);
        return new String(chars, start, ends[column] - start);
    }

    /**
     * All fields.
     *
     * @return their texts
     */
    public List<String> fields() {
        List<String> out = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            out.add(get(i));
        }
        return out;
    }

    /** Whether the last characters are these. */
    boolean endsWith(String end) {
        int start = length - end.length();
        if (start < 0) {
            return false;
        }
        for (int i = end.length() - 1; i >= 0; i--) {
            if (chars[start + i] != end.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the fields are the names of the columns. */
    boolean isHeader(List<String> columns) {
        for (int i = 0; i < size; i++) {
            if (!is(i, columns.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean is(int column, String value) {
        int start = start(column);
        if (ends[column] - start != value.length()) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (chars[start + i] != value.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    char[] chars() {
        return chars;
    }

    int start(int column) {
        return column == 0 ? 0 : ends[column - 1];
    }

    int end(int column) {
        return ends[column];
    }
}
