package org.pixelanon.pipeline;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Paths by their hash: file names often hold patient numbers. */
final class HashedPaths implements RunReport.PathWords {

    private static final int DIGITS = 16;

    @Override
    public String of(Path path) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(path.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
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
