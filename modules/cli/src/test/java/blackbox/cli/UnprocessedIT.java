package blackbox.cli;

import static blackbox.cli.Command.files;
import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.Tag;
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
                                + ": holds pixels that are not processed: (0088,0200) IconImageSequence");
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
