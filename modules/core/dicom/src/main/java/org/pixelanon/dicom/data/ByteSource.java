package org.pixelanon.dicom.data;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The bytes of a data set: of a file, or of what a deflated file inflates to. Positions may exceed
 * 2 GiB; nothing is kept but the first bytes. Thread-safe.
 *
 * <p>A file is read by position instead of being mapped: a mapped file that another process
 * shortens kills the virtual machine, and mappings of a 10 GB file are not given back until the
 * collector runs.
 */
public sealed interface ByteSource extends Closeable {

    /** Number of bytes. */
    long size();

    /** Fills a part of an array; fails with {@link EOFException} if the bytes are not there. */
    void read(long position, byte[] target, int offset, int length) throws IOException;

    /**
     * Fills what remains of a buffer; fails with {@link EOFException} if the bytes are not there.
     */
    void read(long position, ByteBuffer target) throws IOException;

    /** The bytes of a range as a new array. */
    default byte[] read(long position, int length) throws IOException {
        // checked before allocation: a length out of a damaged header must not cost memory
        if (position < 0 || length < 0 || position + length > size()) {
            throw new EOFException("bytes " + position + "+" + length + " of " + size());
        }
        byte[] bytes = new byte[length];
        read(position, bytes, 0, length);
        return bytes;
    }

    /** Returns whether a range holds nothing but zero bytes. */
    default boolean isZero(long position, long length) throws IOException {
        byte[] block = new byte[(int) Math.min(length, 1 << 16)];
        for (long at = position; at < position + length; at += block.length) {
            int n = (int) Math.min(block.length, position + length - at);
            read(at, block, 0, n);
            for (int i = 0; i < n; i++) {
                if (block[i] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Compares two ranges of bytes block by block. */
    static boolean same(ByteSource a, long fromA, long toA, ByteSource b, long fromB, long toB)
            throws IOException {
        long length = toA - fromA;
        return length == toB - fromB && mismatch(a, fromA, b, fromB, length) < 0;
    }

    /** The first of so many bytes that differs, counted from 0; -1 if none does. */
    static long mismatch(ByteSource a, long fromA, ByteSource b, long fromB, long length)
            throws IOException {
        byte[] x = new byte[(int) Math.min(length, 1 << 18)];
        byte[] y = new byte[x.length];
        for (long at = 0; at < length; at += x.length) {
            int n = (int) Math.min(x.length, length - at);
            a.read(fromA + at, x, 0, n);
            b.read(fromB + at, y, 0, n);
            int differs = Arrays.mismatch(x, 0, n, y, 0, n);
            if (differs >= 0) {
                return at + differs;
            }
        }
        return -1;
    }

    /** A file on disk. */
    final class OfFile implements ByteSource {

        /** Enough for the header of nearly every file, so that small values need no system call. */
        private static final int HEAD = 32 * 1024;

        /** The JDK reads into arrays by way of memory of its own, as large as what is asked for. */
        private static final int BLOCK = 128 << 10;

        private final Path file;
        private final FileIdentity identity;
        private final FileChannel channel;
        private final long size;
        private final byte[] head;

        public OfFile(Path file) throws IOException {
            this.file = file;
            // the JDK does not tell the number of an open file: looked at before and after, the
            // path named this one when it was opened
            identity = FileIdentity.of(file);
            if (!identity.isRegular()) {
                throw new DicomException(file, "is not a regular file");
            }
            channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                size = channel.size();
                if (!identity.hasSize(size) || !isUnchanged()) {
                    throw new DicomException(file, "changed while it was opened");
                }
                head = new byte[(int) Math.min(size, HEAD)];
                read(0, ByteBuffer.wrap(head));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public void read(long position, byte[] target, int offset, int length) throws IOException {
            if (position + length <= head.length) {
                System.arraycopy(head, (int) position, target, offset, length);
            } else {
                read(position, ByteBuffer.wrap(target, offset, length));
            }
        }

        @Override
        public void read(long position, ByteBuffer target) throws IOException {
            long at = position;
            int end = target.limit();
            while (target.position() < end) {
                target.limit(Math.min(end, target.position() + BLOCK));
                int n = channel.read(target, at);
                if (n < 0) {
                    throw new EOFException("the file ends at byte " + at);
                }
                at += n;
            }
        }

        /** Whether the path still names this file, and nobody wrote into it since. */
        public boolean isUnchanged() throws IOException {
            return channel.size() == size && FileIdentity.of(file).equals(identity);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Bytes in memory. */
    final class OfArray implements ByteSource {

        private final byte[] bytes;

        public OfArray(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void read(long position, byte[] target, int offset, int length) throws IOException {
            if (position < 0 || position + length > bytes.length) {
                throw new EOFException("the data set ends at byte " + bytes.length);
            }
            System.arraycopy(bytes, (int) position, target, offset, length);
        }

        @Override
        public void read(long position, ByteBuffer target) throws IOException {
            if (position < 0 || position + target.remaining() > bytes.length) {
                throw new EOFException("the data set ends at byte " + bytes.length);
            }
            target.put(bytes, (int) position, target.remaining());
        }

        @Override
        public void close() {}
    }
}
