package blackbox.dicom;

import static blackbox.dicom.FreeBits.COLUMNS;
import static blackbox.dicom.FreeBits.CT;
import static blackbox.dicom.FreeBits.DEFLATED_FRAMES;
import static blackbox.dicom.FreeBits.JPEG;
import static blackbox.dicom.FreeBits.ROWS;
import static blackbox.dicom.FreeBits.SIGNED;
import static blackbox.dicom.FreeBits.bytes;
import static blackbox.dicom.FreeBits.encoder;
import static blackbox.dicom.FreeBits.image;
import static blackbox.dicom.FreeBits.inked;
import static blackbox.dicom.FreeBits.shape;
import static blackbox.dicom.FreeBits.texture;
import static org.assertj.core.api.Assertions.assertThat;

import blackbox.dicom.FreeBits.Form;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.blank.BlankProof;
import org.pixelanon.dicom.blank.Blanker;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.model.Verification;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** What a redaction does to bits of pixel words that are neither sample nor overlay. */
class UndescribedBitsTest {

    private static final PixelRectangle PLACE = new PixelRectangle(3, 2, 9, 6);

    @TempDir private Path folder;

    private FreeBits images;

    @BeforeEach
    void begin() {
        images = new FreeBits(folder);
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
            Path in = images.write(image(form, 2, inked(form, free)), uid);
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
            Path in = images.write(image(SIGNED, 2, words), uid);
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
        Path in = images.write(image(SIGNED, 2, FreeBits::texture), Syntax.EXPLICIT.uid());
        assertBlanked(in, redact(in, "", onFrame(1)), 0xF800);
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
        Path in = images.write(sample, uid);
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
            Path in = images.write(image(form, 2, inked(form, 0x5000)), JPEG + "80");
            assertBlanked(in, redact(in, target, onFrame(1)), form.signed() ? 0xF800 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2.5", JPEG + "80", JPEG + "90"})
    void the_proof_sees_what_is_left_or_changed_in_them(String uid) throws IOException {
        for (Form form : List.of(CT, SIGNED)) {
            Path in = images.write(image(form, 2, inked(form, 0x5000)), uid);
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
            Path in = images.write(image(form, 2, inked(form, 0x5000)), uid);
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
}
