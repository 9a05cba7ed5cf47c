package org.pixelanon.codec.jpeg;

import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameCodec;
import org.pixelanon.codec.base.FrameShape;

/**
 * JPEG by discrete cosine transform with Huffman coding, 8 and 12 bit: baseline, extended
 * sequential, spectral selection and full progression (DICOM PS3.5 A.4.1, ISO 10918-1 processes 1,
 * 2, 4, 6, 8, 10 and 12). Samples are those of the components; colours are not converted.
 */
public final class JpegDctCodec implements FrameCodec {

    private final String name;

    /**
     * Creates a codec. Whatever its name, it decodes every process of the family, since some files
     * state the wrong one.
     *
     * @param name the name of the transfer syntax
     */
    public JpegDctCodec(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public byte[] decode(byte[] codestream, FrameShape shape) throws CodecException {
        return JpegSamples.of(JpegParser.read(codestream, shape), shape);
    }
}
