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
import org.pixelanon.pii.policy.ReleasePolicy;
import org.pixelanon.pii.token.TokenType;

/** What users want kept and blanked, whatever a text is. */
class ReleasePolicyTest {

    private static final List<String> ALL = List.of("all");
    private static final Identity WHO =
            new Identity(
                    List.of(
                            new Identity.Value("PatientName", "PN", "Grumbolt^Tavish"),
                            new Identity.Value("PatientAge", "AS", "042Y")));

    @TempDir private Path folder;

    private static SensitivityJudge judge(String profile, List<String> keep, List<String> blank)
            throws PiiException {
        return SensitivityJudge.of(List.of("tags", "patterns", "allowlist"), null, null)
                .under(ReleasePolicy.of(profile, keep, blank));
    }

    private static String said(SensitivityJudge judge, String text, Identity identity) {
        Opinion opinion = judge.judge(text, identity);
        return (opinion.sensitive() ? "blank " : "keep ") + opinion.reason();
    }

    private SensitivityJudge listed(String list, List<String> blank) throws Exception {
        Path file = Files.writeString(folder.resolve("allow.txt"), list);
        return SensitivityJudge.of(List.of("tags", "patterns", "allowlist"), file, null)
                .under(ReleasePolicy.of("safe", ALL, blank));
    }

    @Test
    void a_type_that_is_not_kept_is_hidden_and_named() throws Exception {
        SensitivityJudge judge = judge("safe", List.of("markers", "anatomy"), List.of());
        assertThat(said(judge, "Dist 1.43 cm", Identity.NONE))
                .isEqualTo("blank POLICY measurements are not kept");
        assertThat(said(judge, "LIVER", Identity.NONE)).startsWith("keep BUILT_IN_LIST anatomy");
        assertThat(said(judge, "L", Identity.NONE)).startsWith("keep BUILT_IN_LIST marker");
        assertThat(judge.explain("Dist 1.43 cm", Identity.NONE).type())
                .isEqualTo(TokenType.MEASUREMENT);
    }

    @Test
    void a_line_of_several_types_is_kept_if_all_are() throws Exception {
        String line = "CHEST PA";
        List<String> both = List.of("anatomy", "view");
        assertThat(judge("safe", both, List.of()).judge(line, Identity.NONE).sensitive()).isFalse();
        assertThat(said(judge("safe", both.subList(0, 1), List.of()), line, Identity.NONE))
                .isEqualTo("blank POLICY views are not kept");
        assertThat(said(judge("safe", both.subList(1, 2), List.of()), line, Identity.NONE))
                .isEqualTo("blank POLICY anatomy is not kept");
    }

    @Test
    void none_keeps_what_the_allow_list_releases_and_nothing_else() throws Exception {
        Path list = Files.writeString(folder.resolve("allow.txt"), "LIVER\n");
        SensitivityJudge judge =
                SensitivityJudge.of(List.of("allowlist"), list, null)
                        .under(ReleasePolicy.of("safe", List.of("none"), List.of()));
        assertThat(said(judge, "LIVER", Identity.NONE)).isEqualTo("keep ALLOW_LIST line 1");
        assertThat(said(judge, "SPLEEN", Identity.NONE)).endsWith("POLICY anatomy is not kept");
    }

    @Test
    void what_is_blanked_the_allow_list_does_not_release() throws Exception {
        String text = "REX 1 12.30.45";
        assertThat(said(listed("REX .*", List.of()), text, Identity.NONE))
                .isEqualTo("keep ALLOW_LIST line 1");
        assertThat(said(listed("REX .*", List.of("times")), text, Identity.NONE))
                .isEqualTo("blank POLICY times are blanked");
        assertThat(said(listed("REX .*", List.of("ages", "phone")), text, Identity.NONE))
                .isEqualTo("keep ALLOW_LIST line 1");
        assertThat(
                        said(
                                listed("St .*", List.of("institutions")),
                                "St Plum Hospital",
                                Identity.NONE))
                .isEqualTo("blank POLICY institutions are blanked");
    }

    @Test
    void a_harmless_type_is_blanked_also_in_part_of_what_the_allow_list_releases()
            throws Exception {
        assertThat(said(listed("Plumbago .*", List.of("anatomy")), "Plumbago LIVER", Identity.NONE))
                .isEqualTo("blank POLICY anatomy is blanked");
        assertThat(said(listed("Plumbago .*", List.of("brand")), "Plumbago LIVER", Identity.NONE))
                .isEqualTo("keep ALLOW_LIST line 1");
    }

    @Test
    void a_number_that_its_label_names_is_no_date_that_is_blanked() throws Exception {
        assertThat(judge("safe", ALL, List.of("dates")).judge("MI 1.1", Identity.NONE).sensitive())
                .isFalse();
    }

    @Test
    void what_is_kept_and_blanked_is_blanked() throws Exception {
        assertThat(said(judge("safe", ALL, List.of("anatomy")), "LIVER", Identity.NONE))
                .isEqualTo("blank POLICY anatomy is blanked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "042Y",
                "45 Y",
                "Age: 45 Y",
                "AGE 89",
                "Alter: 45 Jahre",
                "018M",
                "89 years",
                "CHEST 45Y",
                "Age 7 Dist 1.43 cm"
            })
    void ages_under_90_are_kept_for_research_alone(String text) throws Exception {
        assertThat(said(judge("research", ALL, List.of()), text, WHO))
                .isEqualTo("keep POLICY ages under 90 are kept (profile research)");
        assertThat(judge("safe", ALL, List.of()).judge(text, WHO).sensitive()).isTrue();
        assertThat(judge("research", ALL, List.of("ages")).judge(text, WHO).sensitive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "090Y",
                "Age: 90",
                "95 Y",
                "104Y",
                "45Y 91Y",
                "Grumbolt 45Y",
                "45 Y Tavish",
                "Plumbago 45Y",
                "45Y 12/03/1980",
                "45Y 12.03",
                "45Y 14:05",
                "L 45Y",
                "45Y TG",
                "Colon 45Y",
                "Age: 45 Y 1234",
                "45Y 1956",
                "4SY",
                "Dr Hand 45 Y",
                "PID 45"
            })
    void no_age_is_kept_with_a_name_a_date_or_ninety_years(String text) throws Exception {
        assertThat(judge("research", ALL, List.of()).judge(text, WHO).sensitive()).isTrue();
    }

    @Test
    void the_allow_list_releases_no_age_of_ninety_years_for_research() throws Exception {
        Path list = Files.writeString(folder.resolve("allow.txt"), "[0-9]+Y\n");
        SensitivityJudge judge =
                SensitivityJudge.of(List.of("patterns", "allowlist"), list, null)
                        .under(ReleasePolicy.of("research", ALL, List.of()));
        assertThat(said(judge, "95Y", Identity.NONE))
                .isEqualTo("blank POLICY ages of 90 and over are blanked (profile research)");
        assertThat(said(judge, "45Y", Identity.NONE)).isEqualTo("keep ALLOW_LIST line 1");
    }

    @Test
    void the_deny_list_hides_ages_too() throws Exception {
        Path list = Files.writeString(folder.resolve("deny.txt"), "042Y\n");
        SensitivityJudge judge =
                SensitivityJudge.of(List.of("patterns"), null, list)
                        .under(ReleasePolicy.of("research", ALL, List.of()));
        assertThat(said(judge, "042Y", Identity.NONE)).isEqualTo("blank PATTERN deny-list line 1");
    }

    @Test
    void the_profile_all_blanks_all_and_says_so() throws Exception {
        SensitivityJudge judge = judge("all", ALL, List.of());
        assertThat(said(judge, "LIVER", Identity.NONE))
                .isEqualTo("blank POLICY every text is blanked (profile all)");
        assertThat(said(judge, "", Identity.NONE)).startsWith("blank POLICY");
    }

    @Test
    void text_that_is_not_judged_stays_so() throws Exception {
        SensitivityJudge judge =
                SensitivityJudge.of(List.of("none"), null, null)
                        .under(ReleasePolicy.of("research", ALL, List.of()));
        assertThat(judge.judge("042Y", Identity.NONE).reason().kind())
                .isEqualTo(Reason.Kind.NOT_JUDGED);
    }

    @Test
    void words_are_known_in_singular_and_plural_and_in_any_case() {
        assertThat(ReleasePolicy.of("SAFE", List.of("Views", "probe"), List.of("date")))
                .isEqualTo(ReleasePolicy.of("safe", List.of("view", "probes"), List.of("dates")));
    }

    @Test
    void unknown_words_are_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> ReleasePolicy.of("safe", List.of("dates"), List.of()))
                .hasMessage(
                        "--keep: unknown value 'dates'; known are all, none, or measurements,"
                                + " technique, markers, anatomy, view, probe, brand, screen");
        assertThatThrownBy(() -> ReleasePolicy.of("safe", ALL, List.of("unknown")))
                .hasMessageStartingWith("--blank: unknown value 'unknown'; known are names, ");
        assertThatThrownBy(() -> ReleasePolicy.of("wild", ALL, List.of()))
                .hasMessage("--profile: unknown value 'wild'; known are safe, research, all");
    }
}
