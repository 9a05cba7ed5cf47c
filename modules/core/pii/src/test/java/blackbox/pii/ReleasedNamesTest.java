package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.PiiException;
import org.pixelanon.pii.SensitivityJudge;

/** Names, initials and numbers of persons that resemble words of our own list. */
class ReleasedNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gomes 12",
                "Tomas",
                "LOMEZ",
                "Mas 67",
                "MAS 67",
                "Zoe Mas",
                "Solis",
                "Bo Mez",
                "Ilse"
            })
    void a_surname_is_no_misread_exposure(String text) {
        assertThat(isHidden(text, Identity.NONE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sáx", "LÄX", "Exp", "Ext, Flex", "Trans L", "Upright", "Sag", "Obl R"})
    void a_word_that_is_a_surname_too_needs_company(String text) {
        assertThat(isHidden(text, Identity.NONE)).isTrue();
        assertThat(isHidden(text + " ERECT", Identity.NONE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lao 72",
                "Cau 1948",
                "Per 5",
                "Power 82",
                "Frame 67",
                "Im 67",
                "Rex: 67",
                "Mag 44",
                "Scale 31",
                "TI 67",
                "Di: 45",
                "67 Ma",
                "45 ML",
                "MI 9.99.9"
            })
    void a_name_with_an_age_or_a_year_is_no_technique(String text) {
        assertThat(isHidden(text, Identity.NONE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R 49",
                "R7124 ERECT",
                "T 38",
                "T: 1956",
                "C=4071",
                "W 1956 L 40",
                "D1956",
                "P7",
                "r9.1",
                "kV 1956",
                "1956 kV",
                "1203 cm",
                "FR 1956Hz",
                "Series 1956",
                "FOV 1956 mm"
            })
    void a_letter_with_a_number_and_a_number_beyond_any_range_are_no_technique(String text) {
        assertThat(isHidden(text, Identity.NONE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AP", "LT", "L R", "Ax", "DV", "PA, L M"})
    void initials_are_no_view(String text) {
        boolean marker = text.equals("LT");
        assertThat(isHidden(text, Identity.NONE)).isEqualTo(!marker);
    }

    @Test
    void signs_are_folded_for_tags_as_they_are_for_the_list() {
        assertThat(isHidden("$AX ERECT", named("Sax^Ida"))).isTrue();
        assertThat(isHidden("¥ERA SUPINE", named("Vera^Ida"))).isTrue();
        assertThat(isHidden("PORT ¦DA", named("Sax^Ida"))).isTrue();
    }

    @Test
    void every_component_of_a_persons_name_counts() {
        for (String name : List.of("A^B^C^Sax", "A^B^C^D^Sax", "=^^^^Sax")) {
            assertThat(isHidden("SAX ERECT", named(name))).as(name).isTrue();
        }
        assertThat(isHidden("DR 60%", named("Grumbolt^Tavish^^Dr"))).isFalse();
    }

    private static Identity named(String name) {
        return new Identity(List.of(new Identity.Value("PatientName", "PN", name)));
    }

    private static boolean isHidden(String text, Identity identity) {
        try {
            return SensitivityJudge.of(List.of("tags", "patterns", "allowlist"), null, null)
                    .judge(text, identity)
                    .sensitive();
        } catch (PiiException e) {
            throw new AssertionError(e);
        }
    }
}
