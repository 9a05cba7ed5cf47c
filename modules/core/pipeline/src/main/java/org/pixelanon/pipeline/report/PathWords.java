package org.pixelanon.pipeline.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How paths are written in reports and logs: as they are, or by their hash. File names often hold
 * patient numbers, and there are few enough of those to hash them all, unless a salt goes into it.
 * Thread-safe.
 */
public final class PathWords {

    /** Paths as they are. */
    public static final PathWords PLAIN = new PathWords(null);

    private static final String HMAC = "HmacSHA256";
    private static final int DIGITS = 16;
    private static final int SALT_BYTES = 32;

    private final @Nullable SecretKeySpec salt;

    private PathWords(@Nullable SecretKeySpec salt) {
        this.salt = salt;
    }

    /**
     * Paths replaced by 16 hexadecimal digits, with a salt that nobody knows and no other object
     * has: paths can be told apart and neither guessed nor compared with other reports.
     *
     * @return the words
     */
    public static PathWords hashed() {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PathWords(new SecretKeySpec(salt, HMAC));
    }

    /**
     * Paths replaced by the first 16 hexadecimal digits of their HMAC-SHA-256 (RFC 2104).
     *
     * @param salt the key, not empty: whoever knows it can try out names
     * @return the words
     */
    public static PathWords hashed(String salt) {
        return new PathWords(new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), HMAC));
    }

    /**
     * A path in words.
     *
     * @param path the path
     * @return the path or what stands for it
     */
    public String of(Path path) {
        SecretKeySpec key = salt;
        return key == null ? path.toString() : hash(path, key);
    }

    private static String hash(Path path, SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] hash = mac.doFinal(path.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    /**
     * A message in which a path may occur.
     *
     * @param message the message
     * @param path the path that may occur in it
     * @return the message with the path, or its file name, written like {@link #of}
     */
    public String in(String message, Path path) {
        if (salt == null) {
            return message;
        }
        String text =
                message.replace(path.toAbsolutePath().toString(), of(path))
                        .replace(path.toString(), of(path));
        Path name = path.getFileName();
        return name == null ? text : text.replace(name.toString(), of(path));
    }
}
