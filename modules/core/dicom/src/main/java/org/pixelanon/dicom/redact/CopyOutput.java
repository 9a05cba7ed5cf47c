package org.pixelanon.dicom.redact;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.ByteSource;

/**
 * The file being written, deflated from some point on if requested. Everything passes through one
 * block, in which it is blanked before it leaves; {@link #finish} writes the rest. Not thread-safe.
 */
public final class CopyOutput implements Closeable {

    /**
     * Whole blocks at multiples of this are copied as fast as by the kernel. Smaller ones cost more
     * calls; for those of a megabyte Linux looks for large free pages, which took four times
     * longer.
     */
    private static final int BLOCK = 128 << 10;

    private final FileChannel file;
    private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
    private final WritableByteChannel leaving = new Leaving();
    private WritableByteChannel sink;
    private @Nullable DeflaterOutputStream deflating;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);

    private final @Nullable CopyDigests digests;

    /**
     * Begins a file without hashes.
     *
     * @param path written again
     * @throws IOException if it cannot be made
     */
    public CopyOutput(Path path) throws IOException {
        this(path, null);
    }

    /**
     * Opens the file.
     *
     * @param digests told of all that is read and written; not closed by this
     */
    CopyOutput(Path path, @Nullable CopyDigests digests) throws IOException {
        this.digests = digests;
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.size() > 0) {
            // not as an option: ext4 writes out on closing what was opened so, even if it was empty
            file.truncate(0);
        }
        sink = leaving;
    }

    /** From here on everything is deflated (DICOM PS3.5 A.5). */
    void deflate() throws IOException {
        flush();
        OutputStream out = Channels.newOutputStream(leaving);
        DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater, 1 << 16);
        deflating = stream;
        sink = Channels.newChannel(stream);
    }

    /** Copies bytes of a source. */
    void verbatim(ByteSource source, long from, long to) throws IOException {
        copy(source, from, to - from, null);
    }

    /** Copies a value of a source with rectangles filled. */
    void filled(ByteSource source, long value, long length, RectangleFill fill) throws IOException {
        copy(source, value, length, fill);
    }

    private void copy(ByteSource source, long from, long length, @Nullable RectangleFill fill)
            throws IOException {
        long at = 0;
        while (at < length) {
            ByteBuffer piece = piece(length - at);
            source.read(from + at, piece.duplicate());
            if (digests != null) {
                digests.read(source, from + at, piece);
            }
            if (fill != null) {
                fill.apply(piece, at);
            }
            at += piece.limit();
        }
    }

    /** The next bytes of the block, at least one and not more than wanted. */
    private ByteBuffer piece(long wanted) throws IOException {
        if (!block.hasRemaining()) {
            flush();
        }
        int length = (int) Math.min(wanted, block.remaining());
        ByteBuffer piece = block.slice(block.position(), length);
        block.position(block.position() + length);
        return piece;
    }

    private void flush() throws IOException {
        block.flip();
        while (block.hasRemaining()) {
            sink.write(block);
        }
        block.clear();
    }

    /** Writes bytes as they are. */
    public void bytes(byte[] bytes) throws IOException {
        int at = 0;
        while (at < bytes.length) {
            ByteBuffer piece = piece(bytes.length - at);
            int length = piece.limit();
            piece.put(bytes, at, length);
            at += length;
        }
    }

    /** Position in the file of the next byte; of no meaning once deflating. */
    long position() throws IOException {
        return file.position() + block.position();
    }

    /** Puts bytes where a place was kept for them. */
    void patch(long position, byte[] bytes) throws IOException {
        flush();
        if (digests != null) {
            digests.patched();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long at = position;
        while (buffer.hasRemaining()) {
            at += file.write(buffer, at);
        }
    }

    /** Writes what is held back, and ends the deflated part at an even position. */
    public void finish() throws IOException {
        flush();
        DeflaterOutputStream stream = deflating;
        if (stream != null) {
            stream.finish();
            sink = leaving;
            if ((file.position() & 1) != 0) {
                bytes(new byte[1]);
                flush();
            }
        }
    }

    /** The file, with the hash of what is written into it in order. */
    private final class Leaving implements WritableByteChannel {

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            ByteBuffer passed = bytes.duplicate();
            int n = file.write(bytes);
            if (digests != null) {
                digests.written(passed.limit(bytes.position()));
            }
            return n;
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        file.close();
    }
}
