package org.pixelanon.sources.remote;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.pixelanon.model.source.SourceChecksum;

/** Computes checksums of files. */
public final class Checksums {

    private static final int BLOCK = 1 << 16;

    private Checksums() {}

    /** Takes bytes in order, and has a result then. */
    private interface Sum {
        void update(byte[] block, int length);

        byte[] value();
    }

    static boolean holds(SourceChecksum checksum, FileChannel file, long size) throws IOException {
        String value = of(checksum.algorithm(), file, size);
        return value.equals(checksum.value().toLowerCase(Locale.ROOT));
    }

    /**
     * The checksum of a file.
     *
     * @param algorithm how it is computed
     * @param file open for reading
     * @param size how many bytes from its beginning on
     * @return its hexadecimal digits
     * @throws IOException if the file cannot be read, or is shorter
     */
    public static String of(SourceChecksum.Algorithm algorithm, FileChannel file, long size)
            throws IOException {
        return of(algorithm, file, 0, size);
    }

    /**
     * The checksum of a part of a file.
     *
     * @param algorithm how it is computed
     * @param file open for reading
     * @param from where the part begins
     * @param length how many bytes it has
     * @return its hexadecimal digits
     * @throws IOException if the file cannot be read, or is shorter
     */
    public static String of(
            SourceChecksum.Algorithm algorithm, FileChannel file, long from, long length)
            throws IOException {
        Sum sum = sum(algorithm);
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        long end = from + length;
        for (long at = from; at < end; ) {
            block.clear().limit((int) Math.min(BLOCK, end - at));
            int n = file.read(block, at);
            if (n < 0) {
                throw new EOFException("the file ends at byte " + at);
            }
            sum.update(block.array(), n);
            at += n;
        }
        return HexFormat.of().formatHex(sum.value());
    }

    /**
     * The MD5 of some bytes.
     *
     * @param bytes all of them
     * @return its hexadecimal digits
     */
    public static String md5(byte[] bytes) {
        Sum sum = sum(SourceChecksum.Algorithm.MD5);
        sum.update(bytes, bytes.length);
        return HexFormat.of().formatHex(sum.value());
    }

    private static Sum sum(SourceChecksum.Algorithm algorithm) {
        return switch (algorithm) {
            case MD5 -> digest("MD5");
            case SHA1 -> digest("SHA-1");
            case SHA256 -> digest("SHA-256");
            case CRC32 -> check(new CRC32(), Integer.BYTES);
            case CRC32C -> check(new CRC32C(), Integer.BYTES);
            case CRC64NVME -> check(new Crc64Nvme(), Long.BYTES);
        };
    }

    private static Sum digest(String name) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
        return new Sum() {
            @Override
            public void update(byte[] block, int length) {
                digest.update(block, 0, length);
            }

            @Override
            public byte[] value() {
                return digest.digest();
            }
        };
    }

    private static Sum check(Checksum checksum, int bytes) {
        return new Sum() {
            @Override
            public void update(byte[] block, int length) {
                checksum.update(block, 0, length);
            }

            @Override
            public byte[] value() {
                byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).array();
                return Arrays.copyOfRange(all, Long.BYTES - bytes, Long.BYTES);
            }
        };
    }
}
