package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.PiiException;
import org.pixelanon.pii.SensitivityJudge;

/** Lines that may say something else as well. */
class LikelyReadingsTest {

    private static final Identity WHO =
            new Identity(List.of(new Identity.Value("PatientName", "PN", "Quillfeather^Ida")));

    private static Opinion judged(String text, String... others) throws PiiException {
        SensitivityJudge judge =
                SensitivityJudge.of(List.of("tags", "patterns", "allowlist"), null, null);
        return judge.judge(text, List.of(others), WHO);
    }

    @Test
    void without_other_readings_nothing_changes() throws PiiException {
        assertThat(judged("kVp 80 mAs 2").sensitive()).isFalse();
        assertThat(judged("Quarrow").sensitive()).isTrue();
    }

    @Test
    void a_harmless_line_that_may_be_of_the_patient_is_hidden() throws PiiException {
        Opinion opinion = judged("Pelvis", "Quillfeather");
        assertThat(opinion.sensitive()).isTrue();
        assertThat(opinion.reason().kind()).isEqualTo(Reason.Kind.OWN_TAG);
    }

    @Test
    void a_harmless_line_that_may_be_a_date_is_hidden() throws PiiException {
        assertThat(judged("MI 1.2", "12.03.1957").sensitive()).isTrue();
    }

    @Test
    void a_harmless_line_that_may_be_a_name_is_hidden() throws PiiException {
        assertThat(judged("Pelvis", "Elvis").sensitive()).isTrue();
    }

    @Test
    void a_harmless_line_that_may_be_nonsense_stays() throws PiiException {
        assertThat(judged("Pelvis", "Pelwqs").sensitive()).isFalse();
    }

    @Test
    void an_unknown_line_is_released_for_what_it_may_say() throws PiiException {
        assertThat(judged("T1S<0.4 A0=1Q0%").sensitive()).isTrue();
        assertThat(judged("M1I 1.2 TI5sq 0.4", "MI 1.2 TIs 0.4").sensitive()).isFalse();
    }

    @Test
    void an_unknown_line_that_may_be_a_name_or_a_date_is_not_released() throws PiiException {
        assertThat(judged("Miller", "Pelvis").sensitive()).isTrue();
        assertThat(judged("Pelwqs", "Pelvis", "Quillfeather").sensitive()).isTrue();
        assertThat(judged("Pelwqs", "Pelvis", "12.03.1957").sensitive()).isTrue();
    }

    @Test
    void what_looks_like_a_name_is_not_released_for_another_reading() throws PiiException {
        assertThat(judged("Marlanson", "Pelvis").sensitive()).isTrue();
    }
}
