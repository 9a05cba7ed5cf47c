package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Elements as real files write them against the standard: read, told, and kept byte by byte. */
class OddElementsTest {

    private static final int ROWS_GROUP_LENGTH = 0x00280000;

    /** Preamble, prefix, and the element (0002,0000). */
    private static final int FIRST_BEHIND_LENGTH = 128 + 4 + 12;

    @TempDir private Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("in.dcm"), bytes);
    }

    private static SampleFile image() {
        return SampleFile.of(4, 4).samples((f, r, c, k) -> 16 * r + c + 1);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** Redacts one pixel; the copy is proven, so every other element has the bytes it had. */
    private List<String> redact(Path in, Path out) throws IOException {
        try (DicomFile file = DicomFile.open(in)) {
            assertThat(file.frame(0).sample(3, 2, 0)).isEqualTo(36);
            Region region = new Region(new AllFrames(), new PixelRectangle(1, 1, 1, 1));
            RedactionTargets t = RedactionTargets.resolve(file, new RedactionPlan(List.of(region)));
            List<String> notes = new Redactor().write(file, t, RedactionPolicy.DEFAULT, out);
            assertThat(new Verifier().verify(file, out, t, RedactionPolicy.DEFAULT).problems())
                    .isEmpty();
            return notes;
        }
    }

    private List<String> redacted(Path in) throws IOException {
        return redact(in, folder.resolve("out.dcm"));
    }

    @Test
    void a_file_meta_group_of_implicit_elements_is_read() throws IOException {
        byte[] good = image().toBytes(Syntax.EXPLICIT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(good, 0, 132);
        int body;
        try (DicomFile file = DicomFile.open(file(good))) {
            for (int tag : file.fileMeta().tags()) {
                byte[] value = file.fileMeta().getBytes(tag);
                if (tag == 0x00020001) {
                    continue;
                }
                out.writeBytes(new byte[] {2, 0, (byte) tag, (byte) (tag >> 8)});
                out.writeBytes(new byte[] {(byte) value.length, 0, 0, 0});
                out.writeBytes(value);
            }
            body = FIRST_BEHIND_LENGTH + file.fileMeta().getInt(0x00020000, 0);
        }
        out.write(good, body, good.length - body);
        Path in = file(out.toByteArray());
        try (DicomFile file = DicomFile.open(in)) {
            assertThat(file.transferSyntax().uid()).isEqualTo(Syntax.EXPLICIT.uid());
            assertThat(file.defects())
                    .contains("implicit element (0002,0010) in an explicit data set");
        }
        redacted(in);
    }

    @Test
    void an_implicit_element_in_an_explicit_data_set_is_read_and_kept() throws IOException {
        byte[] implicit = hex("08006000 02000000 4F54");
        Path in =
                file(image().with(b -> b.verbatim(0x00080060, implicit)).toBytes(Syntax.EXPLICIT));
        try (DicomFile file = DicomFile.open(in)) {
            assertThat(file.attributes().getString(Tag.Modality)).hasValue("OT");
            assertThat(file.defects())
                    .containsExactly("implicit element (0008,0060) in an explicit data set");
        }
        redacted(in);
    }

    @Test
    void a_representation_of_a_later_edition_is_unknown_and_what_follows_is_read()
            throws IOException {
        byte[] later = hex("08006200 5A5A0000 04000000 01020304");
        Path in = file(image().with(b -> b.verbatim(0x00080062, later)).toBytes(Syntax.EXPLICIT));
        try (DicomFile file = DicomFile.open(in)) {
            assertThat(file.attributes().getBytes(0x00080062)).containsExactly(1, 2, 3, 4);
            assertThat(file.defects())
                    .containsExactly("unknown value representation in (0008,0062)");
        }
        redacted(in);
    }

    @Test
    void a_stray_item_or_delimiter_behind_an_empty_sequence_is_passed_over() throws IOException {
        for (String stray :
                List.of("FEFFDDE0 00000000", "FEFF0DE0 00000000", "FEFF00E0 00000000")) {
            byte[] empty = hex("08004011 53510000 00000000" + stray);
            Path in =
                    file(image().with(b -> b.verbatim(0x00081140, empty)).toBytes(Syntax.EXPLICIT));
            try (DicomFile file = DicomFile.open(in)) {
                assertThat(file.isTruncated()).isFalse();
                assertThat(file.attributes().getSequence(0x00081140)).isEmpty();
                assertThat(file.defects()).hasSize(1).allMatch(d -> d.startsWith("stray (FFFE,"));
            }
            redacted(in);
        }
    }

    @Test
    void sequences_of_both_length_forms_in_one_another_are_kept() throws IOException {
        DicomBuilder leaf = new DicomBuilder().text(0x00080100, "SH", "x");
        Path in =
                file(
                        image().with(
                                        b ->
                                                b.sequence(
                                                        0x00082112,
                                                        new DicomBuilder()
                                                                .delimitedSequence(
                                                                        0x0040A170,
                                                                        new DicomBuilder()
                                                                                .sequence(
                                                                                        0x00081140,
                                                                                        leaf))))
                                .toBytes(Syntax.EXPLICIT));
        redacted(in);
    }

    @Test
    void group_lengths_of_untouched_groups_stay_and_that_of_the_file_meta_becomes_right()
            throws IOException {
        for (Syntax syntax : List.of(Syntax.IMPLICIT, Syntax.EXPLICIT, Syntax.BIG_ENDIAN)) {
            DicomBuilder b = image().builder(syntax).wrongMetaLength(-20);
            b.numbers(ROWS_GROUP_LENGTH, "UL", 77).numbers(0x00080000, "UL", 99);
            int swapped = syntax == Syntax.BIG_ENDIAN ? 1 : 0;
            Path out = folder.resolve("out.dcm");
            redact(file(b.toBytes(syntax)), out);
            try (DicomFile file = DicomFile.open(out)) {
                assertThat(file.attributes().getInt(ROWS_GROUP_LENGTH, 0)).isEqualTo(77);
                assertThat(file.attributes().contains(0x00080000)).as("changed").isFalse();
                int stated = file.fileMeta().getInt(0x00020000, 0);
                int group = Files.readAllBytes(out)[FIRST_BEHIND_LENGTH + stated + swapped];
                assertThat(group).as("the data set begins there").isEqualTo(8);
            }
        }
    }

    @Test
    void padding_behind_the_last_element_is_kept() throws IOException {
        for (byte[] tail : List.of(new byte[0], new byte[7], new byte[300])) {
            Path in =
                    file(
                            image().with(b -> b.tail(tail).bytes(0xFFFCFFFC, "OB", new byte[40]))
                                    .toBytes(Syntax.EXPLICIT));
            Path out = folder.resolve("out.dcm");
            redact(in, out);
            byte[] copy = Files.readAllBytes(out);
            assertThat(Arrays.copyOfRange(copy, copy.length - tail.length, copy.length))
                    .isEqualTo(tail);
        }
    }

    @Test
    void lossy_stays_lossy_and_digital_signatures_are_dropped_and_told() throws IOException {
        Path in =
                file(
                        image().with(
                                        b ->
                                                b.text(Tag.LossyImageCompression, "CS", "01")
                                                        .numbers(0x00280106, "US", 1)
                                                        .sequence(
                                                                0x4FFE0001,
                                                                new DicomBuilder()
                                                                        .numbers(
                                                                                0x04000005,
                                                                                "US",
                                                                                1))
                                                        .sequence(
                                                                0xFFFAFFFA,
                                                                new DicomBuilder()
                                                                        .bytes(
                                                                                0x04000120,
                                                                                "OB",
                                                                                new byte[8])))
                                .toBytes(Syntax.EXPLICIT));
        Path out = folder.resolve("out.dcm");
        assertThat(redact(in, out))
                .contains(
                        "(FFFA,FFFA) digital signatures, no longer valid, dropped",
                        "(4FFE,0001) parameters of digital signatures dropped");
        try (DicomFile file = DicomFile.open(out)) {
            assertThat(file.attributes().getString(Tag.LossyImageCompression)).hasValue("01");
            assertThat(file.attributes().getInt(0x00280106, 0)).isEqualTo(1);
            assertThat(file.attributes().contains(0xFFFAFFFA)).isFalse();
            assertThat(file.attributes().contains(0x4FFE0001)).isFalse();
        }
    }
}
