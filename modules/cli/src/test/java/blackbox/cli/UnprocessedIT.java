package blackbox.cli;

import static blackbox.cli.Command.files;
import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Files that hold something beside the planes that were looked at (docs/decisions/0006). */
class UnprocessedIT {

    private static final int ICON = 0x00880200;

    @TempDir Path folder;
    private Path out;
    private Path report;

    @BeforeEach
    void name() {
        out = folder.resolve("out");
        report = folder.resolve("report.json");
    }

    private static DicomBuilder icon() {
        return new DicomBuilder()
                .numbers(0x00280010, "US", 2)
                .numbers(0x00280011, "US", 2)
                .bytes(0x7FE00010, "OB", new byte[] {1, 2, 3, 4});
    }

    private Path image(Consumer<DicomBuilder> change) throws IOException {
        return SampleFile.of(20, 30)
                .samples((f, r, c, k) -> 9)
                .with(change)
                .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
    }

    private Command anonymise(Path file, Object... more) {
        Object[] words = new Object[7 + more.length];
        System.arraycopy(
                new Object[] {"anonymise", file, "-q", "-o", out, "--report", report},
                0,
                words,
                0,
                7);
        System.arraycopy(more, 0, words, 7, more.length);
        return run(words);
    }

    @Test
    void a_file_without_text_but_with_an_icon_needs_review_unless_that_is_accepted()
            throws IOException {
        Path file = image(b -> b.sequence(ICON, icon()));
        Command anonymise = anonymise(file);
        assertThat(anonymise.code()).isEqualTo(3);
        assertThat(anonymise.complaints())
                .containsExactly(
                        "NeedsReview: "
                                + file
                                + ": contains pixels that are not processed: (0088,0200) IconImageSequence");
        assertThat(files(out)).isEmpty();
        assertThat(anonymise(file, "--dry-run").code()).isEqualTo(3);
        assertThat(anonymise(file, "--accept-unprocessed").code()).isZero();
        assertThat(Files.readString(report))
                .contains("not processed: (0088,0200) IconImageSequence");
        assertThat(Files.mismatch(file, out.resolve("a.dcm"))).isEqualTo(-1);
    }

    @Test
    void a_redacted_file_loses_its_icon_and_needs_no_review() throws IOException {
        Path file = image(b -> b.sequence(ICON, icon()));
        Command redact =
                run("redact", file, "-q", "-o", out, "--rect", "0,0,3,3", "--report", report);
        assertThat(redact.code()).isZero();
        assertThat(Files.readString(report))
                .contains("(0088,0200) icon image removed")
                .doesNotContain("not processed");
        try (DicomFile copy = DicomFile.open(out.resolve("a.dcm"))) {
            assertThat(copy.attributes().contains(Tag.IconImageSequence)).isFalse();
        }
    }

    @Test
    void a_redacted_file_with_pixels_in_another_sequence_needs_review() throws IOException {
        Path file = image(b -> b.sequence(0x00081140, icon()));
        Command redact = run("redact", file, "-q", "-o", out, "--rect", "0,0,3,3");
        assertThat(redact.code()).isEqualTo(3);
        assertThat(redact.complaints())
                .singleElement()
                .asString()
                .contains("not processed: (0008,1140)[1](7FE0,0010) PixelData");
        assertThat(files(out)).isEmpty();
    }

    @Test
    void what_only_may_hold_pixels_is_told_in_the_report() throws IOException {
        byte[] noise = new byte[6000];
        new Random(3).nextBytes(noise);
        Path file = image(b -> b.bytes(0x00091001, "UN", noise));
        assertThat(anonymise(file).code()).isZero();
        assertThat(Files.readString(report)).contains("not processed: (0009,1001) private value");
    }

    @Test
    void what_is_only_told_is_told_on_the_terminal_in_one_line_for_all_files() throws IOException {
        byte[] noise = new byte[6000];
        new Random(3).nextBytes(noise);
        Path file = image(b -> b.bytes(0x00091001, "UN", noise));
        assertThat(anonymise(file).err())
                .contains(
                        "Note: 1 file contains content that was not processed, such as (0009,1001) private"
                                + " value; --report lists all of it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1", "1\\3", "many"})
    void frames_beyond_number_of_frames_need_review_in_every_command(String stated)
            throws IOException {
        Path file =
                image(
                        b ->
                                b.bytes(0x7FE00010, "OB", new Picture(60, 30).bytes())
                                        .text(0x00280008, "IS", stated));
        String why =
                stated.equals("many")
                        ? "(0028,0008) NumberOfFrames is not a number and 1 more"
                        : "3 frames in Pixel Data (7FE0,0010), but Number of Frames is 1";
        String line = "NeedsReview: " + file + ": contains pixels that are not processed: " + why;
        assertThat(anonymise(file).complaints()).containsExactly(line);
        assertThat(anonymise(file).code()).isEqualTo(3);
        Command ocr = run("ocr", file, "-q", "--csv", folder.resolve("o.csv"));
        assertThat(ocr.complaints()).containsExactly(line);
        assertThat(ocr.code()).isEqualTo(3);
        Command redact = run("redact", file, "-q", "-o", out, "--rect", "0,0,3,3");
        assertThat(redact.complaints()).containsExactly(line);
        assertThat(files(out)).isEmpty();
        assertThat(run("frames", file, "-q", "--extract", folder.resolve("p")).err())
                .contains("Note: 1 file contains content that was not processed");
        Command accepted =
                run("redact", file, "-q", "-o", out, "--rect", "0,0,3,3", "--accept-unprocessed");
        assertThat(accepted.code()).isZero();
    }

    @Test
    void a_thumbnail_goes_with_what_is_blanked_or_by_policy_and_is_proven_gone()
            throws IOException {
        byte[] jpeg = jpegWithThumbnail();
        Path file =
                SampleFile.of(20, 30)
                        .with(b -> b.fragments(new byte[0], List.of(jpeg)))
                        .write(folder.resolve("a.dcm"), Syntax.JPEG_BASELINE);
        assertThat(anonymise(file).complaints())
                .singleElement()
                .asString()
                .endsWith("not processed: a thumbnail in a JPEG frame of Pixel Data");
        assertThat(run("redact", file, "-q", "-o", out, "--rect", "0,0,3,3").code()).isZero();
        assertThat(Files.readString(out.resolve("a.dcm"), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif");
        Command removed = anonymise(file, "--overwrite", "--jpeg-thumbnails", "remove");
        assertThat(removed.code()).isZero();
        assertThat(removed.err()).contains("1 Redacted");
        assertThat(Files.readString(report)).contains("thumbnails removed from 1 JPEG frames");
        assertThat(Files.readString(out.resolve("a.dcm"), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif")
                .contains("thumbnails removed by PixelAnon");
    }

    /** Rows that resemble each other. */
    private record Picture(int rows, int columns) {
        byte[] bytes() {
            byte[] out = new byte[rows * columns];
            for (int i = 0; i < out.length; i++) {
                out[i] = (byte) (20 + i / columns);
            }
            return out;
        }
    }

    private static byte[] jpegWithThumbnail() throws IOException {
        byte[] file = SampleFile.of(20, 30).toBytes(Syntax.JPEG_BASELINE);
        int at = 0;
        while (!(file[at] == -1 && file[at + 1] == (byte) 0xD8 && file[at + 2] == -1)) {
            at++;
        }
        int length = (file[at - 4] & 0xFF) + ((file[at - 3] & 0xFF) << 8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, at, 2);
        int segment = 2 + 6 + length;
        out.writeBytes(new byte[] {-1, (byte) 0xE1, (byte) (segment >> 8), (byte) segment});
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.write(file, at, length);
        out.write(file, at + 2, length - 2);
        return out.toByteArray();
    }

    @Test
    void overlays_that_were_not_searched_are_told_in_the_report() throws IOException {
        Path file =
                SampleFile.of(20, 30)
                        .overlay(new Overlay(0x6000, 5, 5, 1, 1, 1, (f, r, c) -> true))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        assertThat(anonymise(file, "--no-overlays").code()).isZero();
        assertThat(Files.readString(report)).contains("overlay planes were not searched");
        assertThat(anonymise(file, "--overwrite").code()).isZero();
        assertThat(Files.readString(report)).doesNotContain("not searched");
    }
}
