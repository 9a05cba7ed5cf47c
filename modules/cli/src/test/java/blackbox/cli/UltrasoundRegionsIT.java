package blackbox.cli;

import static blackbox.cli.Command.files;
import static blackbox.cli.Command.region;
import static blackbox.cli.Command.run;
import static blackbox.cli.Command.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** A Sequence of Ultrasound Regions that is there and cannot be used. */
class UltrasoundRegionsIT {

    @TempDir Path folder;
    private Path out;
    private Path rules;

    @BeforeEach
    void write() throws IOException {
        out = folder.resolve("out");
        rules =
                Files.writeString(
                        folder.resolve("rules"),
                        "FORMAT dicom\n%filter a\nLABEL a\npresent SequenceOfUltrasoundRegions\n"
                                + "keepcoordinates from:SequenceOfUltrasoundRegions\n");
    }

    private Path image(DicomBuilder... regions) throws IOException {
        return SampleFile.of(40, 56)
                .samples((f, r, c, k) -> 90)
                .with(b -> b.sequence(Tag.SequenceOfUltrasoundRegions, regions))
                .write(folder.resolve("us.dcm"), Syntax.EXPLICIT);
    }

    private List<DicomBuilder[]> unusable() {
        DicomBuilder good = region(4, 3, 20, 15);
        return List.of(
                new DicomBuilder[0],
                new DicomBuilder[] {new DicomBuilder()},
                new DicomBuilder[] {region(39, 3, 10, 15)},
                new DicomBuilder[] {region(4, 30, 20, 15)},
                new DicomBuilder[] {region(56, 3, 90, 15)},
                new DicomBuilder[] {region(4, 3, 20, 15).remove(Tag.RegionLocationMaxY1)},
                new DicomBuilder[] {region(0, 0, 0, 0)},
                new DicomBuilder[] {good, region(20, 3, 4, 15)});
    }

    @Test
    void every_command_that_asks_for_regions_withholds_a_file_whose_regions_say_nothing()
            throws IOException {
        List<List<Object>> asking =
                List.of(
                        List.of("redact", "-o", out, "--us-regions"),
                        List.of("anonymise", "-o", out, "--us-regions"),
                        List.of("redact", "-o", out, "--rules", rules),
                        List.of("anonymise", "-o", out, "--rules", rules),
                        List.of("ocr", "--us-regions"),
                        List.of("ocr", "--except-us-regions"),
                        List.of("ocr", "--rules", rules));
        List<DicomBuilder[]> kinds = unusable();
        for (int kind = 0; kind < kinds.size(); kind++) {
            Path file = image(kinds.get(kind));
            // the commands share their judgement: one kind for all, all kinds for one
            for (List<Object> words : kind == 0 ? asking : asking.subList(0, 1)) {
                List<Object> line = new ArrayList<>(words);
                line.add(1, file);
                line.add(2, "-q");
                Command command = run(line.toArray());
                assertThat(command.code()).as("%s %s", kind, words).isEqualTo(3);
                assertThat(command.complaints())
                        .as("%s %s", kind, words)
                        .singleElement()
                        .asString()
                        .startsWith("NeedsReview: " + file)
                        .contains("(0018,6011)");
                assertThat(files(out)).isEmpty();
            }
        }
    }

    @Test
    void a_region_that_reaches_beyond_the_image_keeps_what_is_inside_and_that_is_told()
            throws IOException {
        Path file = image(region(30, 20, 56, 60));
        Path report = folder.resolve("report.json");
        Command redact = run("redact", file, "-q", "-o", out, "--us-regions", "--report", report);
        assertThat(redact.code()).isZero();
        assertThat(Files.readString(report)).contains("(0018,6011) item 1 is clipped");
        try (DicomFile copy = DicomFile.open(out.resolve("us.dcm"))) {
            assertThat(sample(copy, 0, 29, 20)).isZero();
            assertThat(sample(copy, 0, 30, 19)).isZero();
            assertThat(sample(copy, 0, 30, 20)).isEqualTo(90);
            assertThat(sample(copy, 0, 55, 39)).isEqualTo(90);
        }
    }

    @Test
    void trying_rules_tells_which_files_they_would_withhold() throws IOException {
        Path file = image(Arrays.asList(region(39, 3, 10, 15)).toArray(new DicomBuilder[0]));
        Command test = run("rules", "test", rules, file, "-q", "--no-ocr");
        assertThat(test.out()).contains("(0018,6011) item 1");
    }
}
