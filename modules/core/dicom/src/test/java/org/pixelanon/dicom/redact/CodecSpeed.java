package org.pixelanon.dicom.redact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameCodec;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.deflate.DeflatedFrame;
import org.pixelanon.codec.jpeg.JpegEditor;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.TransferSyntax;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.model.PixelRectangle;

/**
 * Measures how many megabytes of native samples a codec decodes and encodes a second, in one
 * thread, warm. Part of no test run; see {@link #main}.
 */
final class CodecSpeed {

    private static final int ROUNDS = 9;

    private CodecSpeed() {}

    /** Something that is timed. */
    private interface Work {
        byte[] once() throws CodecException;
    }

    /**
     * Prints one line per file: transfer syntax, MB/s decoding, MB/s encoding, or of DCT JPEG,
     * which is edited in its blocks, MB/s of that; medians.
     *
     * @param arguments DICOM files; of an uncompressed one the first frame is encoded and decoded
     *     in every syntax we encode, of any other in its own
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        for (String name : arguments) {
            try (DicomFile file = DicomFile.open(Path.of(name))) {
                FrameShape shape = PixelEdit.shape(file, true);
                if (file.transferSyntax().encapsulated()) {
                    String uid = file.transferSyntax().uid();
                    measure(uid, file.pixels().spans().frameBytes(0), shape);
                    continue;
                }
                byte[] samples = file.pixels().spans().frameBytes(0);
                for (String uid :
                        new String[] {
                            UID.RLELossless,
                            UID.JPEGLosslessSV1,
                            UID.JPEGLSLossless,
                            UID.JPEG2000Lossless
                        }) {
                    FrameEncoder encoder = FrameCodecs.encoder(uid).orElseThrow();
                    measure(uid, encoder.encode(samples, shape, null), shape);
                }
                byte[] deflated = DeflatedFrame.deflate(samples);
                print(
                        "Deflated Image Frame",
                        shape,
                        deflated.length,
                        rate(shape, () -> DeflatedFrame.inflate(deflated, samples.length)),
                        "encodes",
                        rate(shape, () -> DeflatedFrame.deflate(samples)));
            }
        }
    }

    private static void measure(String uid, byte[] coded, FrameShape shape) throws CodecException {
        FrameCodec codec = FrameCodecs.of(uid).orElseThrow();
        byte[] samples = codec.decode(coded, shape);
        double decoding = rate(shape, () -> codec.decode(coded, shape));
        String name = TransferSyntax.of(uid).toString();
        if (codec instanceof FrameEncoder encoder) {
            double encoding = rate(shape, () -> encoder.encode(samples, shape, coded));
            print(name, shape, coded.length, decoding, "encodes", encoding);
        } else if (FrameCodecs.isJpegDct(uid)) {
            List<PixelRectangle> text = List.of(new PixelRectangle(10, 10, 400, 40));
            double editing = rate(shape, () -> JpegEditor.blank(coded, shape, text, new long[1]));
            print(name, shape, coded.length, decoding, "blanks a rectangle", editing);
        }
    }

    private static void print(
            String name,
            FrameShape shape,
            int coded,
            double decoding,
            String other,
            double otherRate) {
        System.out.printf(
                Locale.ROOT,
                "%s %dx%dx%d, %d bits, %.1f : 1: decodes %.0f MB/s, %s %.0f MB/s%n",
                name,
                shape.columns(),
                shape.rows(),
                shape.samplesPerPixel(),
                shape.precision(),
                (double) shape.bytes() / coded,
                decoding,
                other,
                otherRate);
    }

    private static double rate(FrameShape shape, Work work) throws CodecException {
        double[] rates = new double[ROUNDS];
        for (int i = 0; i < rates.length; i++) {
            long start = System.nanoTime();
            work.once();
            rates[i] = shape.bytes() * 1e3 / (System.nanoTime() - start);
        }
        Arrays.sort(rates);
        return rates[ROUNDS / 2];
    }
}
