package org.pixelanon.pipeline;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Paths by their hash: file names often hold patient numbers, and there are few enough of those to
 * hash them all, unless a salt goes into it. Thread-safe.
 */
final class HashedPaths implements RunReport.PathWords {

    private static final String HMAC = "HmacSHA256";
    private static final int DIGITS = 16;

    private final SecretKeySpec salt;

    /**
     * Creates the words.
     *
     * @param salt at least one byte
     */
    HashedPaths(byte[] salt) {
        this.salt = new SecretKeySpec(salt, HMAC);
    }

    @Override
    public String of(Path path) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(salt);
            byte[] hash = mac.doFinal(path.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    @Override
    public String in(String message, Path path) {
        String text =
                message.replace(path.toAbsolutePath().toString(), of(path))
                        .replace(path.toString(), of(path));
        Path name = path.getFileName();
        return name == null ? text : text.replace(name.toString(), of(path));
    }
}
