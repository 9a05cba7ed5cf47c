package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Identity;
import org.pixelanon.pipeline.identities.IdentityList;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** A CSV of identities: which rows a file gets, and which lists are refused. */
class IdentityListTest {

    private static final int SOP = 0x00080018;
    private static final int STUDY = 0x0020000D;

    @TempDir private Path folder;

    private Path list(String text) throws IOException {
        return Files.writeString(folder.resolve("who.csv"), text);
    }

    private Path draw(String name, String sop) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return SampleFile.of(8, 8)
                .with(
                        b ->
                                b.text(SOP, "UI", sop)
                                        .text(STUDY, "UI", "1.2.9")
                                        .text(0x00100010, "PN", "Own^Tag"))
                .write(file, Syntax.EXPLICIT);
    }

    private static List<String> said(IdentityList list, Path path) throws IOException {
        try (DicomFile file = DicomFile.open(path)) {
            return list.of(file).values().stream()
                    .filter(v -> v.keyword().startsWith("Patient"))
                    .map(v -> v.keyword() + "|" + v.vr() + "|" + v.value())
                    .filter(v -> !v.contains("PatientID|LO|SAMPLE"))
                    .toList();
        }
    }

    @Test
    void rows_join_what_the_files_own_tags_say() throws IOException {
        Path csv =
                list(
                        "\uFEFFpath,SOPInstanceUID,StudyInstanceUID,PatientName,PatientBirthDate\r\n"
                                + "in/a.dcm,,,Grumbolt^Tavish\\Zweit^Name,19800102\r\n"
                                + "\r\n"
                                + ",1.2.3,,\"Mandrake, the\r\nsecond\",\r\n"
                                + ",,1.2.9,Study^Patient,\r\n"
                                + folder.resolve("b.dcm")
                                + ",,,Absolute^Path,1980-02-01\r\n");
        try (IdentityList list = IdentityList.open(csv)) {
            assertThat(said(list, draw("in/a.dcm", "1.2.1")))
                    .contains(
                            "PatientName|PN|Own^Tag",
                            "PatientName|PN|Grumbolt^Tavish",
                            "PatientName|PN|Zweit^Name",
                            "PatientBirthDate|DA|19800102",
                            "PatientName|PN|Study^Patient")
                    .doesNotContain("PatientName|PN|Absolute^Path");
            assertThat(said(list, draw("b.dcm", "1.2.3")))
                    .contains(
                            "PatientName|PN|Mandrake, the\r\nsecond",
                            "PatientName|PN|Absolute^Path",
                            "PatientBirthDate|DA|1980-02-01");
            assertThat(list.asked()).isEqualTo(2);
            assertThat(list.unknown()).isZero();
        }
    }

    @Test
    void files_that_no_row_names_are_counted() throws IOException {
        try (IdentityList list = IdentityList.open(list("path,PatientName\na.dcm,Grumbolt"))) {
            assertThat(said(list, draw("b.dcm", "1.2.1")))
                    .containsExactly("PatientName|PN|Own^Tag");
            assertThat(list.unknown()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 1000})
    void each_of_many_rows_is_found(int count) throws IOException {
        StringBuilder text = new StringBuilder("SOPInstanceUID,PatientName\n");
        for (int i = 0; i < count; i++) {
            text.append("1.2.3.").append(i).append(",Name").append(i).append("\n");
        }
        try (IdentityList list = IdentityList.open(list(text.toString()))) {
            for (int i = 0; i < count; i += Math.max(1, count / 20)) {
                Path file = draw("f" + i + ".dcm", "1.2.3." + i);
                assertThat(said(list, file)).contains("PatientName|PN|Name" + i).hasSize(2);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "path,Plumbago;line 1: column 2 is neither a key (path, SOPInstanceUID",
                "path,StudyDescription;line 1: column 2 is neither a key",
                "path,PatientName,PatientName;line 1: column 3: PatientName occurs twice",
                "PatientName,PatientID;line 1: no column is a key",
                "path,SOPInstanceUID;line 1: no column is an identifying element",
                "path,PatientName|,Plumbago;line 2: applies to no file: all its keys are empty",
                "path,PatientName|a.dcm;line 2: 1 fields, the header line has 2",
                "path,PatientName|a.dcm,Plumbago,7;line 2: 3 fields, the header line has 2",
                "path,PatientName|a.dcm,X|b.dcm,\"Plumbago;line 3: a quote is not closed",
                "path,PatientBirthDate|a.dcm,2.1.Plumbago;line 2: PatientBirthDate is not a date",
                "path,PatientAge|a.dcm,Plumbago;line 2: PatientAge is not an age",
                "path,StudyTime|a.dcm,Plumbago;line 2: StudyTime is not a time",
            })
    void a_broken_list_is_refused_with_its_line_and_without_values(String text, String why)
            throws IOException {
        Path csv = list(text.replace('|', '\n') + "\n");
        assertThatThrownBy(() -> IdentityList.open(csv))
                .hasMessageStartingWith(csv + ": ")
                .hasMessageContaining(why)
                .message()
                .doesNotContain("Plumbago");
    }

    @Test
    void a_list_that_is_not_utf_8_or_not_there_is_refused() throws IOException {
        Path csv = folder.resolve("who.csv");
        assertThatThrownBy(() -> IdentityList.open(csv)).hasMessage(csv + ": no such file");
        Files.write(csv, "path,PatientName\na.dcm,Größel\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> IdentityList.open(csv)).hasMessage(csv + ": line 2: not UTF-8");
        Files.writeString(csv, "");
        assertThatThrownBy(() -> IdentityList.open(csv)).hasMessage(csv + ": has no header line");
    }

    @Test
    void a_list_that_changes_while_it_is_in_use_fails_the_file() throws IOException {
        Path csv = list("path,PatientName\na.dcm,Grumbolt\n");
        Path file = draw("a.dcm", "1.2.1");
        try (IdentityList list = IdentityList.open(csv)) {
            Files.writeString(csv, "path,PatientName\nb.dcm,Grumbolt\n");
            assertThatThrownBy(() -> said(list, file))
                    .hasMessage(csv + ": was changed while it was in use");
        }
    }

    @Test
    void no_value_is_in_what_is_told_of_an_identity() {
        Identity.Value value = new Identity.Value("PatientName", "PN", "Grumbolt");
        assertThat(Identity.NONE.and(List.of(value)).toString()).doesNotContain("Grumbolt");
    }
}
