package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.AllowList;
import org.pixelanon.pii.PiiException;
import org.pixelanon.pii.SensitivityJudge;

class SensitivityJudgeTest {

    private static final List<String> ALL = List.of("tags", "patterns", "allowlist");

    private static final Identity MADE_UP =
            new Identity(
                    List.of(
                            new Identity.Value("PatientName", "PN", "Quillfeather^Bartholomé^X^Dr"),
                            new Identity.Value("PatientID", "LO", "QX580127"),
                            new Identity.Value("PatientBirthDate", "DA", "19560307"),
                            new Identity.Value("StudyTime", "TM", "142305.12"),
                            new Identity.Value("PatientAge", "AS", "061Y"),
                            new Identity.Value("StudyID", "SH", "2"),
                            new Identity.Value(
                                    "InstitutionName", "LO", "Thornhollow Chest Hospital"),
                            new Identity.Value("ReferringPhysicianName", "PN", "Ng^Wilhelmina")));

    @TempDir Path folder;

    private static SensitivityJudge judge() throws PiiException {
        return SensitivityJudge.of(ALL, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L",
                "r",
                "AP ERECT",
                "R PA",
                "LAT ERECT",
                "PORTABLE",
                "kVp 80 mAs 2",
                "80 kV 2 mAs",
                "MI 1.2 TIs 0.4",
                "MI 1.2",
                "FR 38Hz",
                "W 400 L 40",
                "WW: 400 WL: -40",
                "TIs 0.4 MI 1.2",
                "Depth 12 cm",
                "D 14.0cm",
                "Gain 55%",
                "Gn 60",
                "Freq 3.5 MHz",
                "mAs 120",
                "SL 5.0 mm",
                "FOV 350 mm",
                "TR 500 TE 12",
                "FA 90",
                "RAO 30 CRA 12",
                "CAU 12°",
                "15 fps",
                "FOV 22 cm",
                "AP SUPINE",
                "2 of 3",
                "L AP ERECT PORTABLE",
                "IM: 12/40"
            })
    void markers_views_and_technique_are_kept(String text) throws IOException {
        Opinion opinion = judge().judge(text, Identity.NONE);
        assertThat(opinion.sensitive()).as(text + " " + opinion.reason()).isFalse();
        assertThat(opinion.reason().kind()).isEqualTo(Reason.Kind.BUILT_IN_LIST);
        assertThat(judge().judge(text, MADE_UP).sensitive()).as("with tags: " + text).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "QUILLFEATHER;PatientName",
                "Quillfeather, B;PatientName",
                "Qui11feather;PatientName",
                "QU|LLFEATHER;PatientName",
                "QUILLFEATHR;PatientName",
                "QUILLFEA;PatientName",
                "L AP Bartholome;PatientName",
                "BARTH0L0ME ERECT;PatientName",
                "QX580127;PatientID",
                "QX58O127;PatientID",
                "QX5 80l-27;PatientID",
                "Q X 5 8 0 1 2 7;PatientID",
                "07/03/1956;PatientBirthDate",
                "03-07-56;PatientBirthDate",
                "7 MAR 1956;PatientBirthDate",
                "O7.O3.l956;PatientBirthDate",
                "07MAR56;PatientBirthDate",
                "19560307;PatientBirthDate",
                "7. März 1956;PatientBirthDate",
                "7 mars 1956;PatientBirthDate",
                "1956年3月7日;PatientBirthDate",
                "Mar 7, 1956;PatientBirthDate",
                "14:23:05;StudyTime",
                "2:23 PM;StudyTime",
                "61 Y;PatientAge",
                "061Y M;PatientAge",
                "Alter 61 Jahre;PatientAge",
                "THORNHOLLOW;InstitutionName",
                "Thornhol1ow CH;InstitutionName",
                "NG;ReferringPhysicianName",
                "Dr Wilhelmina;ReferringPhysicianName",
                "2;StudyID"
            })
    void what_the_files_own_tags_say_is_sensitive_however_it_is_written(String text, String keyword)
            throws IOException {
        Opinion opinion = judge().judge(text, MADE_UP);
        assertThat(opinion.sensitive()).isTrue();
        assertThat(opinion.reason()).isEqualTo(new Reason(Reason.Kind.OWN_TAG, keyword));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12/05/1970;date",
                "1970-05-12;date",
                "12.O5.197O;date",
                "12 May 1970;date",
                "12-DEZ-03;date",
                "20160422;date",
                "31.12.99;date",
                "11:42;time",
                "11:42:07;time",
                "1l:42;time",
                "9.30 am;time",
                "943 476 5919;health service number",
                "9434765919;health service number",
                "0131 496 0000;telephone",
                "(555) 234-5678;telephone",
                "+44 131 496000;telephone",
                "someone@example.org;e-mail",
                "DOB: unclear 1;birth label",
                "Name: Anyone;name label",
                "ID: A7;id label",
                "Ref: somebody;person label",
                "45Y;age",
                "045Y M;age",
                "Age: 45;age label",
                "Mrs Anybody;title",
                "Dr. Anybody;title",
                "St Nowhere Hospital;institution",
                "123456;number",
                "AB 12345;number",
                "1.2.840.10008.1.2.1;uid"
            })
    void what_has_the_form_of_personal_data_is_sensitive(String text, String form)
            throws IOException {
        Opinion opinion = judge().judge(text, Identity.NONE);
        assertThat(opinion.sensitive()).isTrue();
        assertThat(opinion.reason()).isEqualTo(new Reason(Reason.Kind.PATTERN, form));
    }

    @Test
    void text_that_nothing_explains_is_sensitive() throws IOException {
        for (String text : List.of("Plumbago", "AP Plumbago", "kVp 80 mAs 2 Plumbago", "17")) {
            assertThat(judge().judge(text, Identity.NONE))
                    .isEqualTo(new Opinion(true, new Reason(Reason.Kind.UNEXPLAINED, "")));
        }
    }

    @Test
    void what_cannot_be_read_is_sensitive() throws IOException {
        for (String text : List.of("", "  ", "-- .")) {
            assertThat(judge().judge(text, Identity.NONE))
                    .isEqualTo(new Opinion(true, new Reason(Reason.Kind.UNREADABLE, "")));
        }
    }

    @Test
    void the_allow_list_releases_likely_patterns_but_neither_tags_nor_certain_patterns()
            throws IOException {
        Path allow =
                Files.writeString(
                        folder.resolve("allow.txt"), "(?i)plumbago\n.*\\d.*\nquillfeather\n");
        SensitivityJudge judge =
                SensitivityJudge.of(List.of("tags", "patterns", "ocr_allowlist"), allow, null);
        assertThat(judge.judge("Plumbago", MADE_UP).reason())
                .isEqualTo(new Reason(Reason.Kind.ALLOW_LIST, "line 1"));
        assertThat(judge.judge("11:42", MADE_UP).sensitive()).isFalse();
        assertThat(judge.judge("12/05/1970", MADE_UP).sensitive()).isTrue();
        assertThat(judge.judge("quillfeather", MADE_UP).sensitive()).isTrue();
        assertThat(judge.judge("Plumbagp", MADE_UP).sensitive()).as("never fuzzy").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plumbago ", " Plumbago", "R ", " R", "Plumbago\t", "\u00A0R"})
    void the_allow_list_releases_no_text_with_a_blank_at_its_end(String text) throws IOException {
        Path allow = Files.writeString(folder.resolve("allow.txt"), "(?i)plumbago\nR\n");
        AllowList list = AllowList.read(allow);
        assertThat(list.judge(text, Identity.NONE)).isEmpty();
        assertThat(list.judge(text.replaceAll("[\\s\u00A0]", ""), Identity.NONE)).isPresent();
        SensitivityJudge judge = SensitivityJudge.of(List.of("allowlist"), allow, null);
        assertThat(judge.judge(text, Identity.NONE).reason().kind())
                .isNotEqualTo(Reason.Kind.ALLOW_LIST);
    }

    @Test
    void the_deny_list_hides_a_text_with_or_without_the_blanks_at_its_ends() throws IOException {
        Path deny = Files.writeString(folder.resolve("deny.txt"), "ERECT\n L \n");
        SensitivityJudge judge = SensitivityJudge.of(ALL, null, deny);
        for (String text : List.of("ERECT", " ERECT ", " L ")) {
            assertThat(judge.judge(text, Identity.NONE).reason().kind())
                    .as(text)
                    .isEqualTo(Reason.Kind.PATTERN);
        }
        assertThat(judge.judge("L", Identity.NONE).sensitive()).isFalse();
    }

    @Test
    void the_deny_list_beats_everything() throws IOException {
        Path deny = Files.writeString(folder.resolve("deny.txt"), "\nAP ERECT\n");
        SensitivityJudge judge = SensitivityJudge.of(ALL, null, deny);
        assertThat(judge.judge("AP ERECT", Identity.NONE))
                .isEqualTo(new Opinion(true, new Reason(Reason.Kind.PATTERN, "deny-list line 2")));
        assertThat(judge.judge("ERECT", Identity.NONE).sensitive()).isFalse();
    }

    @Test
    void none_releases_nothing() throws IOException {
        SensitivityJudge judge = SensitivityJudge.of(List.of("none"), null, null);
        assertThat(judge.judge("AP", Identity.NONE).sensitive()).isTrue();
    }

    @Test
    void unknown_detectors_and_models_are_refused_by_name() {
        assertThatThrownBy(() -> SensitivityJudge.of(List.of("tgas"), null, null))
                .isInstanceOf(PiiException.class)
                .hasMessageContaining("'tgas'")
                .hasMessageContaining("patterns");
        assertThatThrownBy(() -> SensitivityJudge.of(List.of("en_core_web_trf"), null, null))
                .isInstanceOf(PiiException.class)
                .hasMessageContaining("spacy.model=en_core_web_trf");
        assertThatThrownBy(() -> SensitivityJudge.of(List.of("none", "tags"), null, null))
                .isInstanceOf(PiiException.class);
    }

    @Test
    void broken_lines_are_reported_with_their_numbers() throws IOException {
        Path allow = Files.writeString(folder.resolve("allow.txt"), "ok\n(broken\n\n[z-a]\n");
        assertThatThrownBy(() -> SensitivityJudge.of(ALL, allow, null))
                .isInstanceOf(PiiException.class)
                .hasMessageContaining("allow.txt")
                .hasMessageContaining("line 2")
                .hasMessageContaining("line 4");
    }

    @Test
    void reasons_never_hold_the_text() throws IOException {
        assertThat(judge().judge("Quillfeather 07/03/1956", MADE_UP).reason().toString())
                .doesNotContainIgnoringCase("quill")
                .doesNotContain("1956");
    }
}
