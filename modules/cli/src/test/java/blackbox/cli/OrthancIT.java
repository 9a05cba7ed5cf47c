package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** A real archive: searched, fetched from, stored into, searched again. */
class OrthancIT {

    private static final int WHITE = 200;

    @TempDir Path folder;

    /** Two studies, two modalities; uncompressed and RLE. */
    private List<Path> draw() throws Exception {
        List<Path> files = new ArrayList<>();
        Files.createDirectories(folder.resolve("in"));
        int n = 0;
        for (String modality : List.of("CT", "MR")) {
            for (Syntax syntax : List.of(Syntax.EXPLICIT, Syntax.RLE)) {
                String study = "1.2.826.0.1.3680043.10." + modality.length() + n / 2;
                String uid = study + ".1." + ++n;
                files.add(
                        SampleFile.of(32, 40)
                                .samples((f, r, c, k) -> WHITE)
                                .with(
                                        b ->
                                                b.text(0x00080018, "UI", uid)
                                                        .text(0x00080020, "DA", "20260102")
                                                        .text(0x00080060, "CS", modality)
                                                        .text(0x00100020, "LO", "P1")
                                                        .text(0x0020000D, "UI", study)
                                                        .text(0x0020000E, "UI", study + ".1"))
                                .write(folder.resolve("in/" + n + ".dcm"), syntax));
            }
        }
        return files;
    }

    private Command run(Object... words) throws Exception {
        Map<String, String> environment =
                Map.of(
                        "PIXELANON_DICOMWEB_HTTP_USER", Orthanc.USER,
                        "PIXELANON_DICOMWEB_HTTP_PASSWORD", Orthanc.PASSWORD,
                        "PIXELANON_CACHE", folder.resolve("cache").toString());
        Command result =
                Command.start(
                        List.of(), List.of("-XX:TieredStopAtLevel=1"), environment, folder, words);
        assertThat(result.out() + result.err()).doesNotContain(Orthanc.PASSWORD);
        return result;
    }

    private void requireBlank(Path below, int count) throws Exception {
        List<Path> files = Command.files(below);
        assertThat(files).hasSize(count);
        for (Path path : files) {
            try (DicomFile file = DicomFile.open(path)) {
                assertThat(Command.sample(file, 0, 3, 3)).isZero();
                assertThat(Command.sample(file, 0, 30, 20)).isEqualTo(WHITE);
            }
        }
    }

    @Test
    void instances_are_found_fetched_redacted_stored_and_found_again() throws Exception {
        draw();
        try (Orthanc one = Orthanc.start(folder.resolve("one"), false);
                Orthanc other = Orthanc.start(folder.resolve("other"), true)) {
            // whatever has nothing to hide goes there as it is
            Command filled = run("redact", "in", "-o", one.studies(), "--rect", "0,0,0,0");
            assertThat(filled.code()).as(filled.err()).isZero();
            Path fetched = folder.resolve("fetched");
            String ct = one.studies() + "?ModalitiesInStudy=CT&StudyDate=20260101-20260131";

            Command redacted =
                    run(
                            "redact",
                            ct,
                            "-o",
                            other.studies(),
                            "--rect",
                            "0,0,9,9",
                            "--report",
                            "report.json");

            assertThat(redacted.code()).as(redacted.err()).isZero();
            assertThat(redacted.err()).contains("2 files", "2 Redacted");
            String report = Files.readString(folder.resolve("report.json"));
            assertThat(report)
                    .doesNotContain(Orthanc.PASSWORD)
                    .contains(one.studies(), other.studies());
            Command again = run("redact", other.studies(), "-o", "fetched", "--rect", "0,0,1,1");
            assertThat(again.code()).as(again.err()).isZero();
            requireBlank(fetched, 2);

            everythingStaysWhereItIsUnlessThatIsWanted(one, other);
        }
    }

    private void everythingStaysWhereItIsUnlessThatIsWanted(Orthanc one, Orthanc other)
            throws Exception {
        Command there = run("redact", one.studies(), "-o", other.studies(), "--rect", "0,0,9,9");
        assertThat(there.code()).isEqualTo(1);
        assertThat(there.err())
                .contains("2 Redacted", "2 Failed", "already has an instance with this UID");

        Command kept =
                run(
                        "redact",
                        one.studies(),
                        "-o",
                        one.studies(),
                        "--rect",
                        "0,0,9,9",
                        "--overwrite");
        assertThat(kept.code()).isEqualTo(1);
        assertThat(kept.err())
                .contains("4 Failed", "has different pixels: it may keep the earlier instance");

        Command replaced =
                run(
                        "redact",
                        other.studies(),
                        "-o",
                        other.studies(),
                        "--rect",
                        "0,0,12,12",
                        "--overwrite");
        assertThat(replaced.code()).as(replaced.err()).isZero();
        Command beside =
                run(
                        "redact",
                        one.studies(),
                        "-o",
                        one.studies(),
                        "--rect",
                        "0,0,9,9",
                        "--uid",
                        "new");
        assertThat(beside.code()).as(beside.err()).isZero();
        Command listed = run("tags", one.studies(), "--profile", "bia", "-o", "bia.csv");
        assertThat(listed.code()).as(listed.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("bia.csv"))).hasSize(9);
    }

    @Test
    void what_is_wrong_is_said() throws Exception {
        try (Orthanc one = Orthanc.start(folder.resolve("one"), false)) {
            Command nobody =
                    Command.start(List.of(), List.of(), Map.of(), folder, "tags", one.studies());
            assertThat(nobody.code()).isEqualTo(1);
            assertThat(nobody.err()).contains("requires a login: set token");
            Command path = run("tags", one.studies().replace("/dicom-web", ""));
            assertThat(path.code()).isEqualTo(1);
            assertThat(path.err()).contains("no DICOMweb service at this path");
            Command none = run("tags", one.studies() + "/1.2.3");
            assertThat(none.code()).isEqualTo(1);
            Command name = run("tags", one.studies() + "?PatientName=Doe");
            assertThat(name.err())
                    .contains("patient attributes are not allowed in URLs")
                    .doesNotContain("Doe");
            assertThat(name.code()).isNotZero();
        }
    }
}
