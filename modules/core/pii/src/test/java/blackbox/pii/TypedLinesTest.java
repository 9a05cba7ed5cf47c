package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.Identity;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.Explanation;
import org.pixelanon.pii.PiiException;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pii.token.TokenType;

/** What lines are, and why. */
class TypedLinesTest {

    private static SensitivityJudge judge;

    @BeforeAll
    static void make() throws PiiException {
        judge = SensitivityJudge.of(List.of("tags", "patterns", "allowlist"), null, null);
    }

    private static boolean isHidden(String text) {
        return judge.judge(text, Identity.NONE).sensitive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Dist 1.43 cm;MEASUREMENT",
                "Rt Ovary Vol 8.5 ml;MEASUREMENT",
                "MV E/A 1.2;MEASUREMENT",
                "BPD = 51.2 mm;MEASUREMENT",
                "ICA PSV: 115 cm/s;MEASUREMENT",
                "Gain 45%;TECHNIQUE",
                "78F78;TECHNIQUE",
                "630P630;TECHNIQUE",
                "64% C 50;MEASUREMENT",
                "3:PELVIS;ANATOMY",
                "CTDIvol 12.4 mGy;TECHNIQUE",
                "TE 102 ms;TECHNIQUE",
                "Persist Med;TECHNIQUE",
                "FFS;VIEW",
                "RODILLA;ANATOMY",
                "Gallenblase;ANATOMY",
                "DERECHA;MARKER",
                "VÄNSTER;MARKER",
                "L12-5;PROBE",
                "LOGIQ E9;BRAND",
                "NOT FOR DIAGNOSTIC USE;SCREEN",
                "12.05.1970;DATE",
                "11:42;TIME",
                "45Y;AGE",
                "AB 12345;IDENTIFIER",
                "someone@example.org;PHONE",
                "St Nowhere Hospital;INSTITUTION",
                "Dr. Anybody;NAME",
                "C 50;UNKNOWN",
                "78F79;UNKNOWN",
                "3:Plumbago;UNKNOWN",
                "Plumbago;UNKNOWN"
            })
    void a_line_has_a_type(String text, TokenType type) {
        Explanation why = judge.explain(text, Identity.NONE);
        assertThat(why.type()).isEqualTo(type);
        assertThat(why.opinion().sensitive()).isEqualTo(!type.isHarmless());
    }

    @Test
    void a_reason_names_type_rule_and_line_of_the_data_file_and_no_text() {
        Explanation why = judge.explain("Dist 1.43 cm", Identity.NONE);
        assertThat(why.opinion().reason().kind()).isEqualTo(Reason.Kind.BUILT_IN_LIST);
        assertThat(why.opinion().reason().detail())
                .matches("measurement: words, number in range, unit \\(units.txt line \\d+\\)")
                .doesNotContain("Dist", "1.43");
        assertThat(judge.explain("FR 29", Identity.NONE).opinion().reason().detail())
                .startsWith("technique: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L Plumbago",
                "LIVER Plumbago",
                "Dist 1.43 cm Plumbago",
                "Plumbago Gain 45%",
                "Gain 45%/Plumbago",
                "CT ABDOMEN Plumbago"
            })
    void one_unknown_word_hides_the_line(String text) {
        assertThat(isHidden(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4071 kV",
                "MI 12.5",
                "TIs 67",
                "HR 1956",
                "Thk 1956",
                "Depth 1956 cm",
                "FA 1956",
                "CTDIvol 19560 mGy",
                "Series 1956",
                "Frame 1956",
                "Lesion 1956"
            })
    void a_number_out_of_range_is_no_measurement(String text) {
        assertThat(isHidden(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ML", "NT", "LK", "HC", "PW", "CR", "L 49", "D4.28", "Sax", "67", "4.1", "F"
            })
    void what_may_be_initials_a_name_or_an_age_needs_company(String text) {
        assertThat(isHidden(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ML ERECT",
                "NT 2.1 mm",
                "LK TRV",
                "HC 312 mm",
                "L 4.9 cm",
                "D 4.28 cm",
                "Milz 11.2 cm",
                "4.1 cm"
            })
    void its_company_on_the_line_confirms_it(String text) {
        assertThat(isHidden(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MI 1.1", "TIB 0.2", "Lesion 1 10.92 cm", "512x512", "256 x 256"})
    void a_number_with_its_label_is_no_date(String text) {
        assertThat(isHidden(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOV 17.09.948 mm", "MI 1.1.1956", "Dist 12.03 1956 cm", "TR 12.03.56"})
    void a_date_behind_a_label_is_a_date(String text) {
        assertThat(isHidden(text)).isTrue();
    }

    @Test
    void a_letter_with_a_number_is_nobodys_technique() {
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            for (String number : List.of("7", "23", "45", "67", "98", "1956", "4071")) {
                for (String between : List.of("", " ", ": ", ". ", "-")) {
                    String text = letter + between + number;
                    assertThat(isHidden(text)).as(text).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dr Milz",
                "Dr. Hand",
                "Prof Sinus",
                "Frau Leber",
                "MR HEAD",
                "Mme Langue",
                "Chest Clinic",
                "Hand Hospital"
            })
    void words_of_the_body_behind_a_title_or_before_an_institution_are_names(String text) {
        assertThat(isHidden(text)).isTrue();
    }

    @Test
    void no_reason_is_given_for_what_was_not_judged() throws PiiException {
        SensitivityJudge none = SensitivityJudge.of(List.of("none"), null, null);
        assertThat(none.explain("LIVER", Identity.NONE).opinion().sensitive()).isTrue();
    }
}
