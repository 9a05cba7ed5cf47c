package org.pixelanon.dicom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.deflate.DeflatedFrame;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionPolicy.BurnedInAnnotation;
import org.pixelanon.dicom.redact.RedactionPolicy.LossyPolicy;
import org.pixelanon.dicom.redact.RedactionPolicy.UidPolicy;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.FloatingSamples;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/**
 * A drawn file whose redacted copy is tampered with.
 *
 * @param name what it is, for people
 * @param original its bytes
 * @param plan what is blanked
 * @param policy how it is redacted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TamperSeed(String name, byte[] original, RedactionPlan plan, RedactionPolicy policy) {

    private static final int ROWS = 11;
    private static final int COLUMNS = 13;
    private static final RedactionPolicy REVIEWED =
            new RedactionPolicy(BurnedInAnnotation.ALWAYS, UidPolicy.HASH, true, "salt");

    /** Fourteen files in ten transfer syntaxes. */
    static List<TamperSeed> all() throws IOException {
        List<TamperSeed> out = new ArrayList<>();
        out.add(of("implicit", overlay(grey().frames(2)), Syntax.IMPLICIT, new AllPlanes()));
        out.add(of("explicit", filled(overlay(grey())), Syntax.EXPLICIT, overlayPlane()));
        out.add(of("high bits", highBits(), Syntax.EXPLICIT, new AllPlanes()));
        SampleFile planes = grey().photometric("RGB").planar(1).frames(2);
        out.add(of("planes", planes, Syntax.EXPLICIT, new FramePlane(1)));
        out.add(of("floating", floating(), Syntax.EXPLICIT, new AllFrames()));
        out.add(of("palette", palette(), Syntax.EXPLICIT, new AllFrames()));
        SampleFile pairs = grey().photometric("YBR_FULL_422");
        out.add(of("pairs", pairs, Syntax.ENCAPSULATED_UNCOMPRESSED, new AllFrames()));
        out.add(of("big endian", filled(wide().signed()), Syntax.BIG_ENDIAN, new AllFrames()));
        out.add(of("deflated", filled(overlay(grey())), Syntax.DEFLATED, new AllPlanes()));
        out.add(of("rle", extended(wide().frames(3)), Syntax.RLE, new FramePlane(1)));
        SampleFile jpeg = grey().photometric("YBR_FULL_422").frames(2);
        out.add(of("jpeg", filled(jpeg), Syntax.JPEG_BASELINE, new FramePlane(0)));
        out.add(coded("jpeg lossless", UID.JPEGLosslessSV1, 1, new FramePlane(0)));
        out.add(coded("jpeg-ls", UID.JPEGLSLossless, 2, new AllFrames()));
        out.add(coded("jpeg 2000", UID.JPEG2000Lossless, 2, new FramePlane(1)));
        return out;
    }

    /** Files for what only a few are: frames wrapped one by one, and another syntax than before. */
    static List<TamperSeed> more() throws IOException {
        List<TamperSeed> out = new ArrayList<>();
        SampleFile pairs = grey().photometric("YBR_FULL_422");
        out.add(of("native pairs", pairs, Syntax.EXPLICIT, new AllFrames()));
        String deflated = UID.DeflatedImageFrameCompression;
        out.add(coded("deflated frames", deflated, 2, new FramePlane(0), DeflatedFrame::deflate));
        SampleFile white = grey().photometric("MONOCHROME1");
        out.add(of("white jpeg", white, Syntax.JPEG_BASELINE, new AllFrames()));
        TamperSeed plain = of("to rle", filled(wide().frames(2)), Syntax.EXPLICIT, new AllFrames());
        out.add(plain.in(UID.RLELossless));
        TamperSeed rle = of("to explicit", grey(), Syntax.RLE, new AllFrames());
        out.add(rle.in(UID.ExplicitVRLittleEndian));
        return out;
    }

    private TamperSeed in(String uid) {
        RedactionPolicy anew = policy.inSyntax(uid, LossyPolicy.KEEP_LOSSLESS);
        return new TamperSeed(name, original, plan, anew);
    }

    private static SampleFile grey() {
        return SampleFile.of(ROWS, COLUMNS)
                .samples((f, r, c, k) -> 30 + 7 * r + 5 * c + 40 * k + 11 * f);
    }

    private static SampleFile wide() {
        return SampleFile.of(ROWS, COLUMNS)
                .bits(16, 12, 11)
                .samples((f, r, c, k) -> 300 + 70 * r + 5 * c + 11 * f);
    }

    private static SampleFile overlay(SampleFile file) {
        return file.overlay(new Overlay(0x6000, 7, 9, 1, 1, 1, (f, r, c) -> (r + c) % 3 > 0));
    }

    private static SampleFile highBits() {
        return wide().highBitOverlay(0x6002, 15, (f, r, c) -> r > c).frames(2);
    }

    private static SampleFile palette() {
        long[] ramp = new long[256];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (long) ((i + 77) % 256) << 8;
        }
        return grey().palette(0, ramp, ramp, ramp);
    }

    private static SampleFile floating() {
        double[] values = new double[ROWS * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 7.0 - 3;
        }
        return SampleFile.of(ROWS, COLUMNS).with(FloatingSamples.of(32, values));
    }

    private static SampleFile extended(SampleFile file) {
        return file.with(b -> b.numbers(0x7FE00000, "UL", 4));
    }

    /** Elements of many forms, and those that a redaction says something in. */
    private static SampleFile filled(SampleFile file) {
        Consumer<DicomBuilder> more =
                b -> {
                    b.numbers(0x00080000, "UL", 8);
                    b.text(Tag.ImageType, "CS", "ORIGINAL", "PRIMARY", "AXIAL");
                    b.bytes(0x00082111, "ST", "drawn   ".getBytes(StandardCharsets.US_ASCII));
                    b.text(0x00104000, "LT", "nothing");
                    b.text(0x00120063, "LO", "by hand");
                    b.text(0x00091010, "LO", "private");
                    DicomBuilder code =
                            new DicomBuilder()
                                    .text(0x00080100, "SH", "113108")
                                    .text(0x00080102, "SH", "DCM")
                                    .text(0x00080104, "LO", "Retain Patient Characteristics");
                    b.delimitedSequence(0x00120064, code);
                    b.sequence(0x00400260, code, new DicomBuilder());
                    b.sequence(0x00880200, new DicomBuilder().numbers(0x00280010, "US", 3));
                };
        return file.with(more);
    }

    private static PlaneScope overlayPlane() {
        return new OverlayPlane(0x6000, 0);
    }

    private static RedactionPlan on(PlaneScope scope) {
        return new RedactionPlan(List.of(new Region(scope, new PixelRectangle(3, 2, 4, 3))));
    }

    private static TamperSeed of(String name, SampleFile file, Syntax syntax, PlaneScope scope)
            throws IOException {
        boolean even = name.length() % 2 == 0;
        return new TamperSeed(
                name, file.toBytes(syntax), on(scope), even ? REVIEWED : RedactionPolicy.DEFAULT);
    }

    /** Frames in one or more fragments of a syntax that only we encode. */
    private static TamperSeed coded(String name, String uid, int pieces, PlaneScope scope)
            throws IOException {
        FrameEncoder codec = FrameCodecs.encoder(uid).orElseThrow();
        FrameShape shape = new FrameShape(ROWS, COLUMNS, 1, 16, 12, false);
        return coded(name, uid, pieces, scope, frame -> codec.encode(frame, shape, null));
    }

    private interface Coding {
        byte[] of(byte[] frame) throws IOException;
    }

    private static TamperSeed coded(
            String name, String uid, int pieces, PlaneScope scope, Coding coding)
            throws IOException {
        SampleFile file = filled(wide().frames(2));
        List<byte[]> fragments = new ArrayList<>();
        Path plain = Files.createTempFile("seed", ".dcm");
        file.write(plain, Syntax.EXPLICIT);
        try (DicomFile opened = DicomFile.open(plain)) {
            for (int f = 0; f < 2; f++) {
                byte[] coded = coding.of(opened.pixels().spans().frameBytes(f));
                int cut = pieces == 1 ? coded.length : coded.length / 4 * 2;
                fragments.add(Arrays.copyOf(coded, cut));
                if (pieces > 1) {
                    fragments.add(Arrays.copyOfRange(coded, cut, coded.length));
                }
            }
        } finally {
            Files.delete(plain);
        }
        byte[] bytes =
                file.with(b -> b.fragments(new byte[0], fragments))
                        .toBytes(Syntax.ENCAPSULATED_UNCOMPRESSED);
        String stated = Syntax.ENCAPSULATED_UNCOMPRESSED.uid();
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(stated);
        // the builder knows no such syntax, but one whose UID is as long with its padding
        byte[] padded = Arrays.copyOf(uid.getBytes(StandardCharsets.US_ASCII), stated.length());
        System.arraycopy(padded, 0, bytes, at, padded.length);
        return new TamperSeed(name, bytes, on(scope), REVIEWED);
    }
}
