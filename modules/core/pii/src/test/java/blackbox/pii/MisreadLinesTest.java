package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.PiiException;
import org.pixelanon.pii.SensitivityJudge;

/** Lines in which recognition took one sign for another. */
class MisreadLinesTest {

    private static SensitivityJudge judge;

    @BeforeAll
    static void make() throws PiiException {
        judge = SensitivityJudge.of(List.of("tags", "patterns", "allowlist"), null, null);
    }

    private static boolean isHidden(String text) {
        return judge.judge(text, Identity.NONE).sensitive();
    }

    /** Each measured mistake, what stood there and what was read, in a word or a number. */
    @ParameterizedTest
    @CsvSource({
        "1.2 cm, l.2 cm, true",
        "10.2 cm, 1O.2 cm, true",
        "12.7 cm, 1Z.7 cm, true",
        "STOMACH, STOM4CH, true",
        "Uterus, Utcrus, true",
        "BLADDER, BLADDFR, true",
        "Gallbladder, Gollbladder, true",
        "TRANSVERSE, TAANSVERSE, true",
        "14.5 cm, 14;5 cm, false",
        "SPLEEN, SPIEEN, true",
        "STOMACH, S7OMACH, true",
        "SPLEEN, 5PLEEN, true",
        "PANCREAS, PAHCREAS, true",
        "PANCREAS, FANCREAS, true",
        "14.2 cm, 1A.2 cm, true",
        "15.2 cm, 1S.2 cm, true",
        "MITRAL VALVE, NITRAL VALVE, true",
        "Thyroid, Thyro1d, true",
        "18.2 cm, 1B.2 cm, true",
        "16.2 cm, 1G.2 cm, true",
        "Ovary L 3.2 cm, Ovary L 8.2 cm, true",
        "17.2 cm, 1T.2 cm, true",
        "19.2 cm, 1g.2 cm, true",
        "3.2 cm, 3.2 crn, true",
        "Sternum, Stennum, true",
        "DUODENUM, OUODENUM, true",
        "Esophagus, Esaphagus, true",
        "VERTEBRAL, YERTEBRAL, true",
        "Prostate, Prosfate, true",
        "Placenta, P1acenta, true",
        "Pancreas, Paricreas, true",
        "Isthmus, Istbmus, true",
        "ELBOW, ELBOVV, true",
        "KIDNEY, XIDNEY, true",
        "Uterus, Uterus', true",
        "Uterus, Ut~erus, true",
        "Cervical, Cerv|ical, true",
        "Dist 1.43 cm, Dist1.43cm, true"
    })
    void each_measured_mistake_is_read_as_what_stood_there(
            String stood, String read, boolean released) {
        assertThat(isHidden(stood)).as(stood).isFalse();
        assertThat(isHidden(read)).as(read).isEqualTo(!released);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Motter", // Matter
                "Hipple", // Nipple
                "Ferner", // Femer, Femur
                "Kennel", "Natter", "Rehder", "Lorig", // Long
                "Bond", // Band
                "Hond", // Hand
                "Cornell"
            })
    void a_word_that_may_be_a_name_is_not_corrected(String text) {
        assertThat(isHidden(text)).isTrue();
        assertThat(isHidden("L " + text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"T2 7SE", "l956", "G7", "1O.O2.57", "2O16O422", "l2:3O", "4S Y"})
    void a_postcode_a_date_a_time_and_an_age_are_not_read_otherwise(String text) {
        assertThat(isHidden(text)).isTrue();
    }

    @Test
    void a_number_alone_is_not_corrected_into_something_harmless() {
        for (String text : List.of("Z.3", "l4", "S6", "4O")) {
            assertThat(isHidden(text)).as(text).isTrue();
        }
    }
}
