package org.pixelanon.tables;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.UnaryOperator;

/**
 * Counts the occurrences of values in a hash table with open addressing over the characters of the
 * rows: a known value creates no object. Values are stored as bytes if all their characters fit, so
 * that a column of millions of paths takes little more than their characters.
 */
final class ValueCounts {

    private static final int FIRST = 64;

    /** Numbers of values plus 1, by hash; 0 for free places. */
    private int[] places = new int[FIRST];

    private int[] hashes = new int[FIRST / 2];
    private long[] counts = new long[FIRST / 2];
    private byte[][] values = new byte[FIRST / 2][];

    /** One bit per value: whether it is stored in two bytes per character. */
    private final BitSet wide = new BitSet();

    private int size;
    private int last = -1;

    /** Counts a value. */
    void add(char[] chars, int start, int end) {
        if (last >= 0 && is(last, chars, start, end)) {
            counts[last]++;
            return;
        }
        int hash = hash(chars, start, end);
        int place = hash & places.length - 1;
        while (places[place] != 0) {
            int known = places[place] - 1;
            if (hashes[known] == hash && is(known, chars, start, end)) {
                counts[known]++;
                last = known;
                return;
            }
            place = place + 1 & places.length - 1;
        }
        insert(place, hash, chars, start, end);
    }

    private void add(String value, long times) {
        char[] chars = value.toCharArray();
        add(chars, 0, chars.length);
        counts[last] += times - 1;
    }

    /** The counts under other names, several of which may be equal. */
    ValueCounts by(UnaryOperator<String> name) {
        ValueCounts out = new ValueCounts();
        for (int i = 0; i < size; i++) {
            out.add(name.apply(value(i)), counts[i]);
        }
        return out;
    }

    private void insert(int place, int hash, char[] chars, int start, int end) {
        if (size == hashes.length) {
            grow();
            add(chars, start, end);
            return;
        }
        places[place] = size + 1;
        hashes[size] = hash;
        counts[size] = 1;
        values[size] = bytes(chars, start, end);
        last = size++;
    }

    private byte[] bytes(char[] chars, int start, int end) {
        char all = 0;
        for (int i = start; i < end; i++) {
            all |= chars[i];
        }
        if (all < 256) {
            byte[] narrow = new byte[end - start];
            for (int i = 0; i < narrow.length; i++) {
                narrow[i] = (byte) chars[start + i];
            }
            return narrow;
        }
        wide.set(size);
        byte[] two = new byte[2 * (end - start)];
        for (int i = start; i < end; i++) {
            two[2 * (i - start)] = (byte) chars[i];
            two[2 * (i - start) + 1] = (byte) (chars[i] >> 8);
        }
        return two;
    }

    private void grow() {
        int[] larger = new int[2 * places.length];
        for (int known = 0; known < size; known++) {
            int place = hashes[known] & larger.length - 1;
            while (larger[place] != 0) {
                place = place + 1 & larger.length - 1;
            }
            larger[place] = known + 1;
        }
        places = larger;
        hashes = Arrays.copyOf(hashes, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
    }

    private static int hash(char[] chars, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + chars[i];
        }
        // mixed as at the end of MurmurHash3: the lowest bits choose the slot, and without mixing
        // numbered paths form long runs of occupied slots
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }

    private boolean is(int known, char[] chars, int start, int end) {
        byte[] value = values[known];
        if (wide.get(known)) {
            return isWide(value, chars, start, end);
        }
        if (value.length != end - start) {
            return false;
        }
        for (int i = 0; i < value.length; i++) {
            if ((value[i] & 0xFF) != chars[start + i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWide(byte[] value, char[] chars, int start, int end) {
        if (value.length != 2 * (end - start)) {
            return false;
        }
        for (int i = start; i < end; i++) {
            int at = 2 * (i - start);
            if (((value[at] & 0xFF) | (value[at + 1] & 0xFF) << 8) != chars[i]) {
                return false;
            }
        }
        return true;
    }

    /** Number of distinct values. */
    int size() {
        return size;
    }

    /** The count of a value, by its number in the order of first occurrence. */
    long count(int known) {
        return counts[known];
    }

    /** A value by its number. */
    String value(int known) {
        byte[] bytes = values[known];
        return wide.get(known)
                ? new String(bytes, StandardCharsets.UTF_16LE)
                : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
