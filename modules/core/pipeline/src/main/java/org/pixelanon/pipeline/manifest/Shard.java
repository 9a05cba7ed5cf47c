package org.pixelanon.pipeline.manifest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several shards of the inputs of a job, by the hash of their absolute paths: a file belongs
 * to the same shard on every machine and in any order, as long as it has the same path.
 *
 * @param index which one, from 1
 * @param count how many there are
 */
public record Shard(int index, int count) {

    /** All inputs. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /** Checks the numbers. */
    public Shard {
        if (index < 1 || index > count) {
            throw new IllegalArgumentException(
                    index + "/" + count + ": shards are numbered from 1/N to N/N");
        }
    }

    /**
     * Reads a share.
     *
     * @param text as {@code 3/16}
     * @return the share
     * @throws IllegalArgumentException if it is none; the message says why
     */
    public static Shard parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text + ": a shard is written I/N, as 3/16");
        }
        return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /**
     * Returns whether an input belongs to this share.
     *
     * @param key the input's absolute path as text
     * @return true if it does
     */
    public boolean takes(String key) {
        return count == 1 || Long.remainderUnsigned(hash(key), count) == index - 1;
    }

    private static long hash(String key) {
        try {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
