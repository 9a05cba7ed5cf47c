package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.PiiException;
import org.pixelanon.pii.SensitivityJudge;

class JudgeByCasesTest {

    private static final Identity IDENTITY =
            new Identity(
                    List.of(
                            new Identity.Value("PatientName", "PN", "Zbornak^Quentin"),
                            new Identity.Value("PatientID", "LO", "QX55021"),
                            new Identity.Value("InstitutionName", "LO", "Northgate Infirmary")));

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZBORNAK",
                "Zbornak, Q",
                "Z80RNAK",
                "QUENTlN",
                "Qx 55o21",
                "ID QX55021 L",
                "NORTHGATE"
            })
    void the_files_own_tags_are_recognised_whatever_recognition_confuses(String text)
            throws Exception {
        Opinion opinion = judge().judge(text, IDENTITY);
        assertThat(opinion.sensitive()).isTrue();
        assertThat(opinion.reason().kind()).isEqualTo(Reason.Kind.OWN_TAG);
        assertThat(opinion.reason().detail()).doesNotContainIgnoringCase("zbornak");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12/03/1956",
                "1956-03-12",
                "07.11.83",
                "23 Aug 2021",
                "05-Jun-2018",
                "20190214",
                "14:22:07",
                "10:45",
                "MRN 123456",
                "00483921",
                "943 476 5919",
                "Tel 0131 555 0134",
                "+44 131 555 0134",
                "067Y",
                "Age: 67",
                "Dr. Patterson",
                "Name: Foo",
                "DOB",
                "someone@example.org"
            })
    void dates_times_numbers_and_labels_are_sensitive(String text) throws Exception {
        Opinion opinion = judge().judge(text, Identity.NONE);
        assertThat(opinion.sensitive()).isTrue();
        assertThat(opinion.reason().kind()).isEqualTo(Reason.Kind.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L",
                "R",
                "AP ERECT",
                "PA SUPINE",
                "PORTABLE",
                "kVp 80 mAs 2",
                "MI 1.2 TIs 0.4",
                "FR 38Hz",
                "W 400 L 40",
                "Depth 6.0 cm",
                "Gain 62%",
                "TR 500 TE 15",
                "RAO 30°",
                "15 fps",
                "80 kV 2 mAs",
                "SL 1.5 mm"
            })
    void markers_views_and_technique_are_kept(String text) throws Exception {
        Opinion opinion = judge().judge(text, IDENTITY);
        assertThat(opinion.sensitive()).isFalse();
        assertThat(opinion.reason().kind()).isEqualTo(Reason.Kind.BUILT_IN_LIST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grobnik", "xq#7", "L Grobnik", "kVp 80 Grobnik"})
    void text_that_nothing_explains_is_sensitive(String text) throws Exception {
        Opinion opinion = judge().judge(text, Identity.NONE);
        assertThat(opinion).isEqualTo(new Opinion(true, new Reason(Reason.Kind.UNEXPLAINED, "")));
    }

    @Test
    void what_could_not_be_read_is_sensitive() throws Exception {
        assertThat(judge().judge(" ", IDENTITY))
                .isEqualTo(new Opinion(true, new Reason(Reason.Kind.UNREADABLE, "")));
    }

    @Test
    void the_allow_list_releases_whole_texts_only_and_never_the_patients_name() throws Exception {
        Path list = folder.resolve("allow.txt");
        Files.writeString(list, "^HEAD( CT)?$\nZBORNAK\n.*POLYP\n");
        SensitivityJudge judge =
                SensitivityJudge.of(List.of("tags", "patterns", "ocr_allowlist"), list, null);
        assertThat(judge.judge("HEAD CT", IDENTITY))
                .isEqualTo(new Opinion(false, new Reason(Reason.Kind.ALLOW_LIST, "line 1")));
        assertThat(judge.judge("SMALL POLYP", IDENTITY).sensitive()).isFalse();
        assertThat(judge.judge("HEAD CT 2", IDENTITY).sensitive()).isTrue();
        assertThat(judge.judge("ZBORNAK", IDENTITY).sensitive()).isTrue();
    }

    @Test
    void a_broken_line_is_told_with_its_number() throws Exception {
        Path list = folder.resolve("allow.txt");
        Files.writeString(list, "OK\n(unclosed\n");
        assertThatThrownBy(() -> SensitivityJudge.of(List.of("allowlist"), list, null))
                .isInstanceOf(PiiException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void an_unknown_detector_is_refused() {
        assertThatThrownBy(() -> SensitivityJudge.of(List.of("magic"), null, null))
                .hasMessageContaining("unknown");
    }

    private static SensitivityJudge judge() throws Exception {
        return SensitivityJudge.of(List.of("tags", "patterns", "allowlist"), null, null);
    }
}
