package org.pixelanon.dicom.data;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.pixelanon.model.Hashes;

/** SHA-256 of whole files. */
public final class Sha256 {

    private static final int BLOCK = 128 << 10;

    private Sha256() {}

    /**
     * Hashes a file.
     *
     * @param file the file
     * @return its SHA-256 in hexadecimal digits
     * @throws IOException if it cannot be read
     */
    public static String of(Path file) throws IOException {
        try (ByteSource source = new ByteSource.OfFile(file)) {
            return of(source);
        }
    }

    /** The hash of all bytes of a source, in hexadecimal digits. */
    public static String of(ByteSource source) throws IOException {
        MessageDigest digest = Hashes.sha256();
        byte[] block = new byte[(int) Math.min(source.size(), BLOCK)];
        for (long at = 0; at < source.size(); at += block.length) {
            int n = (int) Math.min(block.length, source.size() - at);
            source.read(at, block, 0, n);
            digest.update(block, 0, n);
        }
        return Hashes.hex(digest.digest());
    }
}
