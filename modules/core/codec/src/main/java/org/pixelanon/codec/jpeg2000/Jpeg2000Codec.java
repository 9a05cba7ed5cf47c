package org.pixelanon.codec.jpeg2000;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameCodec;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;

/**
 * JPEG 2000 (ISO 15444-1) and high throughput JPEG 2000 (ISO 15444-15; DICOM PS3.5 A.4.4) by {@link
 * OpenJpeg}. JPEG 2000 is also encoded, losslessly; high throughput is only decoded. Headers are
 * checked and packets counted before a codestream is given to native code.
 */
public class Jpeg2000Codec implements FrameCodec {

    /** Bytes of a decoded frame allowed for any codestream. */
    private static final long ALWAYS_GRANTED = 256L << 20;

    /** Bytes of a decoded frame allowed per byte of larger codestreams. */
    private static final long MOST_PER_BYTE = 20_000;

    /** Bits of a sample that OpenJPEG encodes without overflow. */
    private static final int MOST_BITS = 16;

    private final String name;

    /** A decoder with the name shown to users. */
    public Jpeg2000Codec(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public byte[] decode(byte[] codestream, FrameShape shape) throws CodecException {
        byte[] bare = ImageSize.bare(codestream);
        ImageSize header = ImageSize.of(bare);
        check(header, shape, bare.length);
        TileCompleteness tiles = TileCompleteness.of(bare);
        tiles.requireComplete();
        // a file may call samples signed although its codestream does not: only the bits matter,
        // the sign being the highest
        boolean asSigned =
                !header.signed() && shape.signed() && header.precision() == shape.precision();
        int unused = asSigned ? Integer.SIZE - header.precision() : 0;
        byte[] out = new byte[shape.bytes()];
        int cell = shape.sampleBytes();
        int stride = header.components() * cell;
        new Jpeg2000Decoder(OpenJpeg.get())
                .decode(
                        tiles.codestream(),
                        header,
                        (component, first, samples) -> {
                            int at = first * stride + component * cell;
                            for (int sample : samples) {
                                int value = sample << unused >> unused;
                                for (int k = 0; k < cell; k++) {
                                    out[at + k] = (byte) (value >> 8 * k);
                                }
                                at += stride;
                            }
                        });
        return out;
    }

    private static void check(ImageSize header, FrameShape shape, int length)
            throws CodecException {
        if (header.rows() != shape.rows()
                || header.columns() != shape.columns()
                || header.components() != shape.samplesPerPixel()) {
            throw new CodecException(
                    String.format(
                            Locale.ROOT,
                            "JPEG 2000 frame is %dx%dx%d, not %dx%dx%d",
                            header.columns(),
                            header.rows(),
                            header.components(),
                            shape.columns(),
                            shape.rows(),
                            shape.samplesPerPixel()));
        }
        if (header.precision() > shape.bitsAllocated()) {
            throw new CodecException(
                    "JPEG 2000 samples of "
                            + header.precision()
                            + " bits do not fit "
                            + shape.bitsAllocated());
        }
        long needed = 4L * shape.pixels() * shape.samplesPerPixel();
        if (needed > ALWAYS_GRANTED && needed > MOST_PER_BYTE * length) {
            throw new CodecException(
                    "JPEG 2000 frame of " + length + " bytes is too short for its size");
        }
    }

    /** JPEG 2000 with encoding. */
    public static final class Encoder extends Jpeg2000Codec implements FrameEncoder {

        public Encoder(String name) {
            super(name);
        }

        @Override
        public byte[] encode(byte[] samples, FrameShape shape, byte @Nullable [] like)
                throws CodecException {
            if (samples.length != shape.bytes()) {
                throw new CodecException(
                        "JPEG 2000: " + samples.length + " bytes for a frame of " + shape.bytes());
            }
            ImageSize header = header(shape, like);
            if (header.precision() > MOST_BITS) {
                throw new CodecException(
                        "JPEG 2000 is not encoded with " + header.precision() + " bits");
            }
            return new Jpeg2000Encoder(OpenJpeg.get())
                    .encode(header, planes(samples, shape, header));
        }

        private static ImageSize header(FrameShape shape, byte @Nullable [] like)
                throws CodecException {
            boolean signed = shape.signed();
            boolean transform = false;
            int precision = shape.precision();
            if (like != null) {
                ImageSize old = ImageSize.of(ImageSize.bare(like));
                signed = old.signed();
                precision = old.precision();
                transform = old.colourTransform();
            }
            return new ImageSize(
                    shape.rows(),
                    shape.columns(),
                    shape.samplesPerPixel(),
                    precision,
                    signed,
                    transform);
        }

        private static int[][] planes(byte[] samples, FrameShape shape, ImageSize header)
                throws CodecException {
            int count = shape.samplesPerPixel();
            int cell = shape.sampleBytes();
            int unused = Integer.SIZE - header.precision();
            int unusedOfCell = Integer.SIZE - 8 * cell;
            int[][] planes = new int[count][shape.pixels()];
            for (int i = 0, at = 0; i < shape.pixels(); i++) {
                for (int[] plane : planes) {
                    int raw = 0;
                    for (int k = 0; k < cell; k++) {
                        raw |= (samples[at++] & 0xFF) << 8 * k;
                    }
                    int low = raw << unused >>> unused;
                    int extended = raw << unused >> unused;
                    int whole = raw << unusedOfCell >> unusedOfCell;
                    if (raw != low && whole != extended) {
                        throw new CodecException(
                                "a sample needs more than the "
                                        + header.precision()
                                        + " bits of its JPEG 2000 frame");
                    }
                    plane[i] = header.signed() ? extended : low;
                }
            }
            return planes;
        }
    }
}
