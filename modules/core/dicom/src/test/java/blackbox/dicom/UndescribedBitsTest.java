package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.blank.BlankProof;
import org.pixelanon.dicom.blank.Blanker;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.model.Verification;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Bits of pixel words that are neither sample nor overlay, in every syntax that can hold them. */
class UndescribedBitsTest {

    private static final String JPEG = "1.2.840.10008.1.2.4.";
    private static final String DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1";
    private static final int ROWS = 12;
    private static final int COLUMNS = 18;
    private static final PixelRectangle PLACE = new PixelRectangle(3, 2, 9, 6);

    @TempDir private Path folder;

    /** How words are divided. */
    private record Form(
            int allocated, int stored, int highBit, boolean signed, String photometric) {

        int shift() {
            return highBit + 1 - stored;
        }

        long mask() {
            return (1L << stored) - 1 << shift();
        }

        int channels() {
            return photometric.equals("RGB") ? 3 : 1;
        }
    }

    private static final Form CT = new Form(16, 12, 11, false, "MONOCHROME2");
    private static final Form SIGNED = new Form(16, 12, 11, true, "MONOCHROME2");

    /** An image whose words are given whole. */
    private static SampleFile image(Form form, int frames, SampleFile.Sampler words) {
        return SampleFile.of(ROWS, COLUMNS)
                .frames(frames)
                .bits(form.allocated(), form.allocated(), form.allocated() - 1)
                .photometric(form.photometric())
                .samples(words)
                .with(
                        b ->
                                b.numbers(Tag.BitsStored, "US", form.stored())
                                        .numbers(Tag.HighBit, "US", form.highBit())
                                        .numbers(
                                                Tag.PixelRepresentation,
                                                "US",
                                                form.signed() ? 1 : 0));
    }

    private static boolean ink(int frame, int row, int column) {
        return row > 2 && row < 9 && column > frame && (row * 5 + column * 3 + frame) % 7 < 3;
    }

    private static int texture(int frame, int row, int column, int channel) {
        return row * 11 + column * 7 + frame * 3 + channel * 20;
    }

    /** A texture in the samples, with ink in some of the bits beside them. */
    private static SampleFile.Sampler inked(Form form, long bits) {
        return (f, r, c, k) ->
                (int)
                        ((long) texture(f, r, c, k) << form.shift() & form.mask()
                                | (ink(f, r, c) ? bits : 0));
    }

    /** The file in any syntax; a codec gets whole words. */
    private Path write(SampleFile sample, String uid) throws IOException {
        Optional<Syntax> own =
                Arrays.stream(Syntax.values()).filter(s -> s.uid().equals(uid)).findFirst();
        if (own.isPresent()) {
            return sample.write(folder.resolve("in.dcm"), own.get());
        }
        Path plain = sample.write(folder.resolve("plain.dcm"), Syntax.ENCAPSULATED_UNCOMPRESSED);
        List<byte[]> fragments = new ArrayList<>();
        try (DicomFile file = DicomFile.open(plain)) {
            for (int i = 0; i < file.image().orElseThrow().frames(); i++) {
                Frame frame = file.frame(i);
                fragments.add(
                        uid.equals(DEFLATED_FRAMES)
                                ? deflated(bytes(frame))
                                : encoder(uid).encode(bytes(frame), shape(frame), null));
            }
        }
        return stated(sample.with(b -> b.fragments(new byte[0], fragments)), uid);
    }

    private static FrameEncoder encoder(String uid) {
        return FrameCodecs.encoder(uid).orElseThrow();
    }

    private static FrameShape shape(Frame frame) {
        return new FrameShape(ROWS, COLUMNS, frame.samplesPerPixel(), frame.bitsAllocated());
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9, true))) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    /** The builder knows no such syntax, but one whose UID is as long. */
    private Path stated(SampleFile sample, String uid) throws IOException {
        byte[] file = sample.toBytes(Syntax.ENCAPSULATED_UNCOMPRESSED);
        byte[] from = Syntax.ENCAPSULATED_UNCOMPRESSED.uid().getBytes(StandardCharsets.US_ASCII);
        byte[] to = Arrays.copyOf(uid.getBytes(StandardCharsets.US_ASCII), from.length);
        int at = 0;
        while (!Arrays.equals(file, at, at + from.length, from, 0, from.length)) {
            at++;
        }
        System.arraycopy(to, 0, file, at, to.length);
        return Files.write(folder.resolve("in.dcm"), file);
    }

    private static byte[] bytes(Frame frame) {
        int width = frame.bitsAllocated() / 8;
        byte[] out = new byte[frame.length() * width];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (frame.word(i / width) >> 8 * (i % width));
        }
        return out;
    }

    private static RedactionPolicy in(String syntax) {
        return RedactionPolicy.DEFAULT.inSyntax(syntax, RedactionPolicy.LossyPolicy.KEEP_LOSSLESS);
    }

    private Path redact(Path in, String syntax, Region... regions) throws IOException {
        Path out = folder.resolve("out.dcm");
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets t =
                    RedactionTargets.resolve(file, new RedactionPlan(List.of(regions)));
            new Redactor().write(file, t, in(syntax), out);
        }
        assertThat(verify(in, out, syntax, regions).problems()).isEmpty();
        return out;
    }

    private static Verification verify(Path in, Path out, String syntax, Region... regions)
            throws IOException {
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets t =
                    RedactionTargets.resolve(file, new RedactionPlan(List.of(regions)));
            return new Verifier().verify(file, out, t, in(syntax));
        }
    }

    private static Region onFrame(int frame) {
        return new Region(new FramePlane(frame), PLACE);
    }

    /** Whole words: one value in the rectangle, for each channel, and everything else as it was. */
    private static void assertBlanked(Path before, Path after, int... black) throws IOException {
        try (DicomFile a = DicomFile.open(before);
                DicomFile b = DicomFile.open(after)) {
            for (int f = 0; f < a.image().orElseThrow().frames(); f++) {
                Frame x = a.frame(f);
                Frame y = b.frame(f);
                int channels = x.samplesPerPixel();
                for (int i = 0; i < x.length(); i++) {
                    int pixel = i / channels;
                    boolean in = f == 1 && PLACE.contains(pixel % COLUMNS, pixel / COLUMNS);
                    assertThat(y.word(i))
                            .as("frame %d, word %d", f, i)
                            .isEqualTo(in ? black[i % channels] : x.word(i));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.840.10008.1.2",
                "1.2.840.10008.1.2.1",
                "1.2.840.10008.1.2.2",
                "1.2.840.10008.1.2.1.99",
                "1.2.840.10008.1.2.1.98",
                "1.2.840.10008.1.2.5",
                DEFLATED_FRAMES,
                JPEG + "57",
                JPEG + "70",
                JPEG + "80",
                JPEG + "90",
                JPEG + "91"
            })
    void a_rectangle_blanks_whole_words_in_every_syntax_and_leaves_every_other_bit(String uid)
            throws IOException {
        List<Form> forms =
                List.of(
                        CT,
                        new Form(16, 12, 15, false, "MONOCHROME1"),
                        new Form(8, 7, 6, false, "MONOCHROME2"),
                        new Form(16, 8, 7, false, "RGB"),
                        new Form(16, 10, 12, false, "MONOCHROME2"));
        int[] black = {0, 0xFFF0, 0, 0, 0};
        for (Form form : forms) {
            long free = (1L << form.allocated()) - 1 & ~form.mask();
            Path in = write(image(form, 2, inked(form, free)), uid);
            int value = black[forms.indexOf(form)];
            assertBlanked(in, redact(in, "", onFrame(1)), value, value, value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.840.10008.1.2.1",
                "1.2.840.10008.1.2.5",
                JPEG + "57",
                JPEG + "80",
                JPEG + "90"
            })
    void signs_go_on_above_what_is_blanked_where_the_frame_has_them_so(String uid)
            throws IOException {
        for (boolean extended : List.of(true, false)) {
            SampleFile.Sampler words =
                    (f, r, c, k) -> texture(f, r, c, k) - 100 & (extended ? 0xFFFF : 0xFFF);
            Path in = write(image(SIGNED, 2, words), uid);
            Path out = redact(in, "", onFrame(1));
            assertBlanked(in, out, extended ? 0xF800 : 0x800);
            try (DicomFile before = DicomFile.open(in);
                    DicomFile after = DicomFile.open(out)) {
                assertThat(before.undescribed(1)).isEmpty();
                assertThat(before.undescribedBits()).isEmpty();
                assertThat(after.undescribedBits()).isEmpty();
            }
        }
    }

    @Test
    void
            black_is_negative_for_those_who_read_whole_words_of_a_signed_frame_without_negative_samples()
                    throws IOException {
        Path in = write(image(SIGNED, 2, UndescribedBitsTest::texture), Syntax.EXPLICIT.uid());
        assertBlanked(in, redact(in, "", onFrame(1)), 0xF800);
    }

    @ParameterizedTest
    @CsvSource({
        "16,12,11,false,MONOCHROME2",
        "16,12,15,false,MONOCHROME2",
        "16,10,12,false,MONOCHROME1",
        "8,7,6,false,MONOCHROME2",
        "16,8,7,false,RGB",
        "32,20,19,false,MONOCHROME2",
        "16,12,11,true,MONOCHROME2",
        "8,6,5,true,MONOCHROME2"
    })
    void ink_in_any_single_bit_is_a_view_of_its_frame(
            int allocated, int stored, int high, boolean signed, String photometric)
            throws IOException {
        Form form = new Form(allocated, stored, high, signed, photometric);
        for (int bit = 0; bit < allocated; bit++) {
            if ((form.mask() >>> bit & 1) != 0) {
                continue;
            }
            Path in = write(image(form, 2, inked(form, 1L << bit)), Syntax.EXPLICIT.uid());
            try (DicomFile file = DicomFile.open(in)) {
                assertThat(file.undescribedBits()).containsExactly(bit);
                for (int f = 0; f < 2; f++) {
                    List<PlaneImage> views = file.views(new FramePlane(f));
                    assertThat(views.stream().map(PlaneImage::samples))
                            .as("bit %d", bit)
                            .contains(drawn(f));
                }
            }
        }
    }

    private static byte[] drawn(int frame) {
        byte[] out = new byte[ROWS * COLUMNS];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (ink(frame, i / COLUMNS, i % COLUMNS) ? 255 : 0);
        }
        return out;
    }

    @Test
    void a_picture_of_eight_bits_above_the_samples_is_a_view() throws IOException {
        for (Form form :
                List.of(
                        new Form(16, 8, 7, false, "MONOCHROME2"),
                        new Form(16, 8, 7, false, "RGB"),
                        new Form(16, 8, 15, false, "MONOCHROME2"),
                        new Form(32, 8, 7, false, "MONOCHROME2"))) {
            SampleFile.Sampler words =
                    (f, r, c, k) ->
                            form.shift() == 0
                                    ? texture(0, r, c, 0) % 256 << 8 | c
                                    : texture(0, r, c, 0) % 256 | c << 8;
            Path in = write(image(form, 1, words), Syntax.EXPLICIT.uid());
            byte[] hidden = new byte[ROWS * COLUMNS];
            for (int i = 0; i < hidden.length; i++) {
                hidden[i] = (byte) texture(0, i / COLUMNS, i % COLUMNS, 0);
            }
            try (DicomFile file = DicomFile.open(in)) {
                assertThat(file.views(new FramePlane(0)).stream().map(PlaneImage::samples))
                        .anySatisfy(view -> assertThat(near(view, hidden)).isTrue());
            }
        }
    }

    /** Whether a view is a picture, stretched to its own lowest and highest value. */
    private static boolean near(byte[] view, byte[] picture) {
        if (view.length != picture.length) {
            return false;
        }
        int low = 255;
        int high = 0;
        for (byte value : picture) {
            low = Math.min(low, value & 0xFF);
            high = Math.max(high, value & 0xFF);
        }
        for (int i = 0; i < view.length; i++) {
            long wanted = Math.round(255.0 * ((picture[i] & 0xFF) - low) / (high - low));
            if (Math.abs((view[i] & 0xFF) - wanted) > 1) {
                return false;
            }
        }
        return true;
    }

    @Test
    void ink_over_negative_samples_shows_also_where_it_looks_like_signs() throws IOException {
        SampleFile.Sampler words = (f, r, c, k) -> 0x800 | r | (ink(f, r, c) ? 0xF000 : 0);
        Path in = write(image(SIGNED, 1, words), Syntax.EXPLICIT.uid());
        try (DicomFile file = DicomFile.open(in)) {
            assertThat(file.undescribed(0).stream().map(PlaneImage::samples)).contains(drawn(0));
        }
    }

    @Test
    void files_without_such_bits_have_no_further_view() throws IOException {
        for (Form form :
                List.of(
                        CT,
                        SIGNED,
                        new Form(8, 8, 7, false, "MONOCHROME2"),
                        new Form(16, 12, 15, false, "MONOCHROME2"),
                        new Form(16, 8, 7, false, "RGB"))) {
            Path in = write(image(form, 1, inked(form, 0)), Syntax.EXPLICIT.uid());
            try (DicomFile file = DicomFile.open(in)) {
                assertThat(file.undescribed(0)).isEmpty();
                assertThat(file.undescribedBits()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2.5", JPEG + "80", JPEG + "90"})
    void an_overlay_stays_inside_the_rectangle_and_ink_beside_it_does_not(String uid)
            throws IOException {
        SampleFile sample =
                image(CT, 2, inked(CT, 0xB000))
                        .with(
                                b ->
                                        b.numbers(0x6000_0010, "US", ROWS)
                                                .numbers(0x6000_0011, "US", COLUMNS)
                                                .numbers(0x6000_0100, "US", 16)
                                                .numbers(0x6000_0102, "US", 13));
        Path in = write(sample, uid);
        Path out = redact(in, "", onFrame(1));
        try (DicomFile before = DicomFile.open(in);
                DicomFile after = DicomFile.open(out)) {
            OverlayPlane overlay = new OverlayPlane(0x6000, 1);
            assertThat(before.undescribedBits()).containsExactly(12, 15);
            assertThat(after.overlay(overlay)).isEqualTo(before.overlay(overlay));
            for (int i = 0; i < ROWS * COLUMNS; i++) {
                boolean inside = PLACE.contains(i % COLUMNS, i / COLUMNS);
                int word = before.frame(1).word(i);
                assertThat(after.frame(1).word(i)).isEqualTo(inside ? word & 0x2000 : word);
            }
        }
        Region both = new Region(new OverlayPlane(0x6000, 1), PLACE);
        assertBlanked(in, redact(in, "", onFrame(1), both), 0);
    }

    @Test
    void an_overlay_group_that_describes_no_bit_of_the_words_leaves_them_undescribed()
            throws IOException {
        for (int position : new int[] {16, 40, 3}) {
            Path in = write(described(image(CT, 1, inked(CT, 0x1000)), position), JPEG + "80");
            try (DicomFile file = DicomFile.open(in)) {
                assertThat(file.overlays()).isEmpty();
                assertThat(file.undescribedBits()).containsExactly(12);
            }
        }
        Form rgb = new Form(16, 8, 7, false, "RGB");
        Path in = write(described(image(rgb, 1, inked(rgb, 0x1000)), 12), Syntax.EXPLICIT.uid());
        try (DicomFile file = DicomFile.open(in)) {
            assertThat(file.undescribed(0).stream().map(PlaneImage::samples)).contains(drawn(0));
        }
    }

    private static SampleFile described(SampleFile sample, int position) {
        return sample.with(
                b ->
                        b.numbers(0x6000_0010, "US", ROWS)
                                .numbers(0x6000_0011, "US", COLUMNS)
                                .numbers(0x6000_0100, "US", 16)
                                .numbers(0x6000_0102, "US", position));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.840.10008.1.2.1",
                "1.2.840.10008.1.2.5",
                JPEG + "57",
                JPEG + "70",
                JPEG + "80",
                JPEG + "90"
            })
    void a_change_of_syntax_keeps_them_outside_and_not_inside(String target) throws IOException {
        for (Form form : List.of(CT, SIGNED)) {
            Path in = write(image(form, 2, inked(form, 0x5000)), JPEG + "80");
            assertBlanked(in, redact(in, target, onFrame(1)), form.signed() ? 0xF800 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2.5", JPEG + "80", JPEG + "90"})
    void the_proof_sees_what_is_left_or_changed_in_them(String uid) throws IOException {
        for (Form form : List.of(CT, SIGNED)) {
            Path in = write(image(form, 2, inked(form, 0x5000)), uid);
            Path good = redact(in, "", onFrame(1));
            byte[] kept = Files.readAllBytes(good);
            for (int[] at : new int[][] {{3, 5}, {0, 17}}) {
                Files.write(good, kept);
                Path bad = planted(good, uid, at[0], at[1]);
                assertThat(verify(in, bad, "", onFrame(1)).problems())
                        .as("%s at %s", form, Arrays.toString(at))
                        .isNotEmpty();
            }
        }
    }

    /** The copy with one more bit in one word of frame 1, coded anew. */
    private Path planted(Path copy, String uid, int row, int column) throws IOException {
        byte[] bytes = Files.readAllBytes(copy);
        byte[] before;
        byte[] after;
        try (DicomFile file = DicomFile.open(copy)) {
            Frame frame = file.frame(1);
            byte[] words = bytes(frame);
            byte[] changed = words.clone();
            changed[2 * (row * COLUMNS + column) + 1] ^= 0x20;
            boolean plain = uid.equals(Syntax.EXPLICIT.uid());
            before = plain ? words : encoder(uid).encode(words, shape(frame), null);
            after = plain ? changed : encoder(uid).encode(changed, shape(frame), null);
        }
        int at = lastIndexOf(bytes, before);
        assertThat(at).as("frame 1 of %s", uid).isPositive();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, uid.equals(Syntax.EXPLICIT.uid()) ? at : at - 4);
        if (!uid.equals(Syntax.EXPLICIT.uid())) {
            for (int k = 0; k < 4; k++) {
                out.write(after.length >> 8 * k);
            }
        }
        out.write(after);
        out.write(bytes, at + before.length, bytes.length - at - before.length);
        return Files.write(folder.resolve("bad.dcm"), out.toByteArray());
    }

    private static int lastIndexOf(byte[] all, byte[] part) {
        for (int at = all.length - part.length; at >= 0; at--) {
            if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }

    @Test
    void packed_words_of_twelve_bits_are_blanked_whole() throws IOException {
        byte[] packed = new byte[ROWS * COLUMNS * 3 / 2];
        Arrays.fill(packed, (byte) 0xCC);
        Path in =
                image(CT, 1, inked(CT, 0))
                        .with(
                                b ->
                                        b.numbers(Tag.BitsAllocated, "US", 12)
                                                .numbers(Tag.BitsStored, "US", 10)
                                                .numbers(Tag.HighBit, "US", 9)
                                                .bytes(Tag.PixelData, "OW", packed))
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        Path out = redact(in, "", onFrame(0));
        try (DicomFile file = DicomFile.open(out)) {
            assertThat(file.undescribedBits()).containsExactly(10, 11);
            for (int i = 0; i < ROWS * COLUMNS; i++) {
                boolean inside = PLACE.contains(i % COLUMNS, i / COLUMNS);
                assertThat(file.frame(0).word(i)).isEqualTo(inside ? 0 : 0xCCC);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2.5", JPEG + "80", JPEG + "90"})
    void nothing_of_them_is_in_a_blank_copy(String uid) throws IOException {
        for (Form form : List.of(CT, SIGNED, new Form(16, 8, 7, false, "RGB"))) {
            Path in = write(image(form, 2, inked(form, 0x5000)), uid);
            Path out = folder.resolve("blank.dcm");
            try (DicomFile file = DicomFile.open(in)) {
                new Blanker().write(file, "salt", out);
                assertThat(new BlankProof().verify(file, out).problems()).isEmpty();
            }
            try (DicomFile blank = DicomFile.open(out)) {
                assertThat(blank.undescribedBits()).isEmpty();
                for (int i = 0; i < blank.frame(1).length(); i++) {
                    assertThat(blank.frame(1).word(i)).isEqualTo(form.signed() ? 0xF800 : 0);
                }
            }
        }
    }

    @Test
    void each_can_be_shown_in_place_of_the_samples() throws IOException {
        Path in = write(image(CT, 1, inked(CT, 0x3000)), Syntax.RLE.uid());
        try (DicomFile file = DicomFile.open(in)) {
            List<PlaneImage> pictures = file.undescribed(0);
            assertThat(pictures).hasSizeGreaterThan(1);
            for (int i = 0; i < 2 * pictures.size(); i++) {
                PlaneImage shown = file.render(new FramePlane(0), new DisplayWindow.Undescribed(i));
                assertThat(shown.samples()).isEqualTo(pictures.get(i % pictures.size()).samples());
            }
        }
        Path none = write(image(CT, 1, inked(CT, 0)), Syntax.RLE.uid());
        try (DicomFile file = DicomFile.open(none)) {
            assertThat(file.render(new FramePlane(0), new DisplayWindow.Undescribed(0)).samples())
                    .containsOnly(0);
        }
    }
}
