package org.example.pixelanon;

import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;

/** Frames whose bits are all turned over, of a transfer syntax that does not exist. */
public final class Inverted implements FrameEncoder {

    @Override
    public String name() {
        return "Inverted";
    }

    @Override
    public byte[] decode(byte[] codestream, FrameShape shape) throws CodecException {
        if (codestream.length != even(shape.bytes())) {
            throw new CodecException("the frame is not of the length that its file states");
        }
        return turned(codestream, shape.bytes());
    }

    @Override
    public byte[] encode(byte[] samples, FrameShape shape, byte @Nullable [] like)
            throws CodecException {
        if (samples.length != shape.bytes()) {
            throw new CodecException("the samples do not fit the shape");
        }
        return turned(samples, even(samples.length));
    }

    private static int even(int length) {
        return length + length % 2;
    }

    private static byte[] turned(byte[] from, int length) {
        byte[] to = new byte[length];
        for (int i = 0; i < Math.min(length, from.length); i++) {
            to[i] = (byte) ~from[i];
        }
        return to;
    }
}
