package org.pixelanon.sources.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.source.SourceChecksum;
import org.pixelanon.model.source.SourceConnection;
import org.pixelanon.model.source.SourceObject;
import org.pixelanon.sources.SourceException;

/**
 * An object that is read like a file. Blocks come when they are first asked for, each once, into a
 * file without a name that only this process can reach; who goes on reading gets more at a time.
 * All are of the version that was opened, or reading fails. With the last block the bytes are held
 * against the checksum of the whole, if the place has one. Thread-safe.
 */
final class ObjectChannel extends FileChannel {

    /** Enough for the header of nearly every file. */
    private static final int BLOCK = 64 << 10;

    private static final int MOST_BLOCKS = 128;

    private final SourceConnection connection;
    private final SourceObject object;
    private final FileChannel bytes;
    private final long size;
    private final BitSet present = new BitSet();
    private final int blocks;
    private int ahead = 1;
    private int next;
    private boolean broken;
    private long position;

    private ObjectChannel(
            SourceConnection connection, SourceObject object, FileChannel bytes, long size) {
        this.connection = connection;
        this.object = object;
        this.bytes = bytes;
        this.size = size;
        this.blocks = Math.toIntExact((size + BLOCK - 1) / BLOCK);
    }

    /**
     * Opens an object.
     *
     * @param staging where its bytes are kept meanwhile
     */
    static ObjectChannel open(SourceConnection connection, SourceObject object, Path staging)
            throws IOException {
        FileChannel bytes = Staging.nameless(staging);
        boolean opened = false;
        try {
            ObjectChannel channel;
            if (connection.readsRanges() && object.size() >= 0) {
                channel = new ObjectChannel(connection, object, bytes, object.size());
            } else {
                connection.read(object, 0, -1, new Filling(bytes, 0));
                channel = new ObjectChannel(connection, object, bytes, bytes.size());
                channel.present.set(0, channel.blocks);
                channel.check();
            }
            opened = true;
            return channel;
        } finally {
            if (!opened) {
                bytes.close();
            }
        }
    }

    /** Sees to it that some bytes are here. */
    private synchronized void fetch(long from, long to) throws IOException {
        if (broken) {
            throw broken(null);
        }
        int last = (int) ((Math.min(to, size) - 1) / BLOCK);
        for (int block = present.nextClearBit((int) (from / BLOCK));
                block <= last;
                block = present.nextClearBit(block)) {
            ahead = block == next ? Math.min(2 * ahead, MOST_BLOCKS) : 1;
            int wanted = Math.max(last + 1, block + ahead);
            int known = present.nextSetBit(block);
            int end = Math.min(Math.min(wanted, known < 0 ? blocks : known), blocks);
            long start = (long) block * BLOCK;
            long length = Math.min((long) end * BLOCK, size) - start;
            connection.read(object, start, length, new Filling(bytes, start));
            present.set(block, end);
            next = end;
            if (present.cardinality() == blocks) {
                check();
            }
        }
    }

    private void check() throws IOException {
        Optional<SourceChecksum> checksum = connection.checksum(object);
        if (checksum.isPresent() && !Checksums.holds(checksum.get(), bytes, size)) {
            broken = true;
            throw broken(checksum.get());
        }
    }

    private SourceException broken(@Nullable SourceChecksum checksum) {
        String which = checksum == null ? "checksum" : "checksum (" + checksum.algorithm() + ")";
        return new SourceException(
                object.url(), "its bytes do not match the stored " + which + "", null);
    }

    @Override
    public int read(ByteBuffer target, long from) throws IOException {
        if (from >= size) {
            return target.hasRemaining() ? -1 : 0;
        }
        if (!target.hasRemaining()) {
            return 0;
        }
        int wanted = (int) Math.min(target.remaining(), size - from);
        fetch(from, from + wanted);
        int end = target.limit();
        target.limit(target.position() + wanted);
        try {
            return bytes.read(target, from);
        } finally {
            target.limit(end);
        }
    }

    @Override
    public synchronized int read(ByteBuffer target) throws IOException {
        int n = read(target, position);
        position += Math.max(0, n);
        return n;
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        long sum = 0;
        for (int i = offset; i < offset + length; i++) {
            while (targets[i].hasRemaining()) {
                int n = read(targets[i]);
                if (n < 0) {
                    return sum == 0 ? -1 : sum;
                }
                sum += n;
            }
        }
        return sum;
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized FileChannel position(long to) {
        position = to;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
        long length = Math.min(count, size - from);
        if (length <= 0) {
            return 0;
        }
        fetch(from, from + length);
        return bytes.transferTo(from, length, target);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long from, long length) throws IOException {
        if (mode != MapMode.READ_ONLY) {
            throw new NonWritableChannelException();
        }
        fetch(from, from + length);
        return bytes.map(mode, from, length);
    }

    @Override
    public void force(boolean metaData) {
        // nothing was written
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(ByteBuffer source, long at) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long to) {
        throw new NonWritableChannelException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long at, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileLock lock(long from, long length, boolean shared) {
        throw new UnsupportedOperationException("objects have no locks");
    }

    @Override
    public FileLock tryLock(long from, long length, boolean shared) {
        throw new UnsupportedOperationException("objects have no locks");
    }

    @Override
    protected void implCloseChannel() throws IOException {
        bytes.close();
    }

    /** Writes what comes from a place on. */
    private static final class Filling extends OutputStream {

        private final FileChannel file;
        private long at;

        Filling(FileChannel file, long at) {
            this.file = file;
            this.at = at;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            ByteBuffer source = ByteBuffer.wrap(from, offset, length);
            while (source.hasRemaining()) {
                at += file.write(source, at);
            }
        }
    }
}
