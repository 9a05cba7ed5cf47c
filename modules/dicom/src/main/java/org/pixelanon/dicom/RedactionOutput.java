package org.pixelanon.dicom;

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

/** The file being written, deflated from some point on if asked. Not thread-safe. */
final class RedactionOutput implements Closeable {

    private static final int BLOCK = 1 << 20;

    private final FileChannel file;
    private WritableByteChannel sink;
    private @Nullable DeflaterOutputStream deflating;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);

    RedactionOutput(Path path) throws IOException {
        file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        sink = file;
    }

    /** From here on everything is deflated (DICOM PS3.5 A.5). */
    void deflate() {
        OutputStream out = Channels.newOutputStream(file);
        DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater, 1 << 16);
        deflating = stream;
        sink = Channels.newChannel(stream);
    }

    /** Copies bytes of a source. */
    void verbatim(ByteSource source, long from, long to) throws IOException {
        if (to > from) {
            source.transferTo(from, to - from, sink);
        }
    }

    void bytes(byte[] bytes) throws IOException {
        bytes(bytes, bytes.length);
    }

    void bytes(byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            sink.write(buffer);
        }
    }

    /** Copies a value of a source with rectangles filled. */
    void filled(ByteSource source, long value, long length, RedactionFill fill) throws IOException {
        byte[] block = new byte[0];
        long at = 0;
        for (RedactionFill.Range range : fill.ranges()) {
            verbatim(source, value + at, value + range.from());
            for (at = range.from(); at < range.to(); ) {
                int n = (int) Math.min(BLOCK, range.to() - at);
                block = block.length < n ? new byte[n] : block;
                source.read(value + at, block, 0, n);
                fill.apply(block, at, n);
                bytes(block, n);
                at += n;
            }
        }
        verbatim(source, value + at, value + length);
    }

    /** Position in the file of the next byte; of no meaning once deflating. */
    long position() throws IOException {
        return file.position();
    }

    /** Puts bytes where a place was kept for them. */
    void patch(long position, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long at = position;
        while (buffer.hasRemaining()) {
            at += file.write(buffer, at);
        }
    }

    /** Ends the deflated part, at an even position. */
    void finish() throws IOException {
        DeflaterOutputStream stream = deflating;
        if (stream != null) {
            stream.finish();
            sink = file;
            if ((file.position() & 1) != 0) {
                bytes(new byte[1]);
            }
        }
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        file.close();
    }
}
