package org.pixelanon.codec.base;

import org.jspecify.annotations.Nullable;

/**
 * A codec that also encodes frames, always without loss: decoding gives the same bits of the stated
 * precision. Stateless and thread-safe.
 */
public interface FrameEncoder extends FrameCodec {

    /**
     * Encodes one frame.
     *
     * @param samples native samples: little endian, samples of a pixel side by side
     * @param shape the shape of the samples
     * @param like the codestream to be replaced: its precision, signedness, interleaving and colour
     *     transform are kept where that is lossless; null to take them from the shape
     * @return the codestream, of even length
     * @throws CodecException if the samples do not fit the shape or the codec cannot hold them
     */
    byte[] encode(byte[] samples, FrameShape shape, byte @Nullable [] like) throws CodecException;
}
