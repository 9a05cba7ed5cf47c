package org.pixelanon.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes and texts. */
public final class Hashes {

    private Hashes() {}

    /**
     * Takes bytes piece by piece.
     *
     * @return a new digest, not thread-safe
     */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * The hash of bytes.
     *
     * @param bytes any number
     * @return 32 bytes
     */
    public static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    /**
     * The hash of a text in UTF-8.
     *
     * @param text any text
     * @return 32 bytes
     */
    public static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A hash as people write it.
     *
     * @param hash any number of bytes
     * @return two hexadecimal digits each, in lower case
     */
    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
