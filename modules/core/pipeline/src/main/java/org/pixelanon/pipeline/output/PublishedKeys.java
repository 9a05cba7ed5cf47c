package org.pixelanon.pipeline.output;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The files that a run has published, eight bytes each: what the file system knows them by is not
 * kept, only 64 bits of its hash. Of a million files two have the same with a chance of three in a
 * hundred million; the second would fail. Not thread-safe.
 */
final class PublishedKeys {

    private long[] slots = new long[1 << 10];
    private int size;

    /** Adds a key. False if it is there. */
    boolean add(Object key) {
        if (2 * size >= slots.length) {
            grow();
        }
        long hash = hash(key);
        int at = slot(hash);
        if (slots[at] == hash) {
            return false;
        }
        slots[at] = hash;
        size++;
        return true;
    }

    boolean contains(Object key) {
        long hash = hash(key);
        return slots[slot(hash)] == hash;
    }

    /** Takes a key away; what came behind it is put in again. */
    void remove(Object key) {
        long hash = hash(key);
        int at = slot(hash);
        if (slots[at] != hash) {
            return;
        }
        slots[at] = 0;
        size--;
        for (int i = at + 1 & slots.length - 1; slots[i] != 0; i = i + 1 & slots.length - 1) {
            long moved = slots[i];
            slots[i] = 0;
            slots[slot(moved)] = moved;
        }
    }

    private int slot(long hash) {
        int at = (int) (hash >>> 1) & slots.length - 1;
        while (slots[at] != 0 && slots[at] != hash) {
            at = at + 1 & slots.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (long hash : old) {
            if (hash != 0) {
                slots[slot(hash)] = hash;
            }
        }
    }

    /** Never 0, which stands for an empty place. */
    private static long hash(Object key) {
        try {
            byte[] text = key.toString().getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return ByteBuffer.wrap(hash).getLong() | 1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
