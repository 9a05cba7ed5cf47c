package org.pixelanon.codec.base;

/** Decodes single frames of one family of transfer syntaxes. Stateless and thread-safe. */
public interface FrameCodec {

    /**
     * The name shown to users.
     *
     * @return e.g. {@code RLE Lossless}
     */
    String name();

    /**
     * Decodes one frame.
     *
     * @param codestream the bytes of the frame, its fragments joined
     * @param shape what the file states; the codestream must agree
     * @return native samples: little endian, samples of a pixel side by side, as stored, without
     *     any colour conversion
     * @throws CodecException if the codestream is damaged, ends early or has another shape
     */
    byte[] decode(byte[] codestream, FrameShape shape) throws CodecException;
}
