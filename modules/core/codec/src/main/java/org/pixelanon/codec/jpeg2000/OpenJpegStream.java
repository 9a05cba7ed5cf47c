package org.pixelanon.codec.jpeg2000;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import java.util.Arrays;

/**
 * A stream of OpenJPEG over an array that is read, or one that grows. Native code calls back into
 * it, so it must be held until the native stream is destroyed.
 */
final class OpenJpegStream implements AutoCloseable {

    private static final long BUFFER = 1 << 20;

    private final OpenJpeg library;
    private final Pointer handle;
    private byte[] bytes;
    private int position;
    private int length;

    // native code refers to these: they must not be collected before the stream
    private final Transfer transfer;
    private final Move skip = (offset, user) -> move(position + offset) ? offset : -1;
    private final Seek seek = (offset, user) -> move(offset) ? 1 : 0;

    private OpenJpegStream(OpenJpeg library, byte[] bytes, int length, boolean input) {
        this.library = library;
        this.bytes = bytes;
        this.length = length;
        this.transfer = input ? this::read : this::write;
        handle =
                library.function("opj_stream_create")
                        .invokePointer(new Object[] {BUFFER, input ? 1 : 0});
        call(input ? "opj_stream_set_read_function" : "opj_stream_set_write_function", transfer);
        call("opj_stream_set_skip_function", skip);
        call("opj_stream_set_seek_function", seek);
        if (input) {
            call("opj_stream_set_user_data_length", (long) length);
        }
    }

    static OpenJpegStream reading(OpenJpeg library, byte[] codestream) {
        return new OpenJpegStream(library, codestream, codestream.length, true);
    }

    static OpenJpegStream writing(OpenJpeg library, int expected) {
        return new OpenJpegStream(library, new byte[expected], 0, false);
    }

    Pointer handle() {
        return handle;
    }

    /** The bytes written, padded to even length. */
    byte[] written() {
        return Arrays.copyOf(bytes, length + (length & 1));
    }

    private void call(String function, Object argument) {
        library.function(function).invokeVoid(new Object[] {handle, argument});
    }

    private long read(Pointer buffer, long wanted, Pointer user) {
        int count = (int) Math.min(wanted, length - position);
        if (count <= 0) {
            return -1;
        }
        buffer.write(0, bytes, position, count);
        position += count;
        return count;
    }

    private long write(Pointer buffer, long count, Pointer user) {
        if (position + count > Integer.MAX_VALUE - 64) {
            return -1;
        }
        int end = position + (int) count;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 64, 2L * end));
        }
        buffer.read(0, bytes, position, (int) count);
        position = end;
        length = Math.max(length, end);
        return count;
    }

    private boolean move(long to) {
        if (to < 0 || to > length) {
            return false;
        }
        position = (int) to;
        return true;
    }

    @Override
    public void close() {
        library.function("opj_stream_destroy").invokeVoid(new Object[] {handle});
    }

    /** opj_stream_read_fn and opj_stream_write_fn. */
    @FunctionalInterface
    interface Transfer extends Callback {
        long invoke(Pointer buffer, long count, Pointer user);
    }

    /** opj_stream_skip_fn. */
    @FunctionalInterface
    interface Move extends Callback {
        long invoke(long offset, Pointer user);
    }

    /** opj_stream_seek_fn. */
    @FunctionalInterface
    interface Seek extends Callback {
        int invoke(long offset, Pointer user);
    }
}
