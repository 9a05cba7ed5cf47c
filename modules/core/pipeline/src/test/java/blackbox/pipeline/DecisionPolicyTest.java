package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Reason;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.Region;
import org.pixelanon.pii.PiiException;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pii.policy.ReleasePolicy;
import org.pixelanon.pipeline.decide.DecisionPolicy;

class DecisionPolicyTest {

    private static final Identity WHO =
            new Identity(List.of(new Identity.Value("PatientName", "PN", "Grumbolt^Tavish")));

    @Test
    void aLabelAndTheNumberBesideItAreKeptTogether() throws PiiException {
        assertThat(verdicts(text("mAs", 10, 10, 40), text("213", 56, 11, 40)))
                .containsExactly(Verdict.KEEP, Verdict.KEEP);
        assertThat(verdicts(text("213", 56, 11, 40), text("kVp 80 mAs", 10, 10, 40)))
                .containsExactly(Verdict.KEEP, Verdict.KEEP);
    }

    @Test
    void whatIsHarmlessButNotKeptDoesNotHideItsNeighbour() throws PiiException {
        DecisionPolicy policy = under("safe", "markers");
        assertThat(
                        verdicts(
                                policy,
                                text("Dist 1.43 cm", 10, 10, 110),
                                text("L", 124, 10, 14),
                                text("mAs", 10, 60, 40),
                                text("213", 56, 61, 40),
                                text("R", 102, 60, 14)))
                .containsExactly(
                        Verdict.REDACT, Verdict.KEEP, Verdict.REDACT, Verdict.REDACT, Verdict.KEEP);
    }

    @Test
    void anAgeIsKeptWithItsLabelAndHiddenBesideAName() throws PiiException {
        DecisionPolicy policy = under("research", "all");
        assertThat(verdicts(policy, text("Age:", 10, 10, 40), text("45 Y", 56, 10, 40)))
                .containsOnly(Verdict.KEEP);
        assertThat(verdicts(policy, text("Grumbolt", 10, 10, 80), text("45 Y", 96, 10, 40)))
                .containsOnly(Verdict.REDACT);
    }

    private static DecisionPolicy under(String profile, String keep) throws PiiException {
        return new DecisionPolicy(
                SensitivityJudge.of(List.of("tags", "patterns", "allowlist"), null, null)
                        .under(ReleasePolicy.of(profile, List.of(keep), List.of())),
                DecisionPolicy.OnDoubt.REDACT);
    }

    private static List<Verdict> verdicts(DecisionPolicy policy, RecognizedText... texts) {
        return policy.decide(List.of(texts), WHO).stream().map(Decision::verdict).toList();
    }

    @Test
    void aSettingInDoubtIsKeptBetweenLinesOfAColumnThatAreKept() throws PiiException {
        assertThat(
                        verdicts(
                                text("Gain 64%", 10, 10, 80),
                                text("C 50", 10, 32, 40),
                                text("Persist Med", 10, 54, 110)))
                .containsOnly(Verdict.KEEP);
        assertThat(verdicts(text("Gain 64%", 10, 10, 80), text("C 50", 10, 32, 40)).get(1))
                .as("at the end of a column")
                .isEqualTo(Verdict.REDACT);
        assertThat(
                        verdicts(
                                        text("Plumbago", 10, 10, 80),
                                        text("C 50", 10, 32, 40),
                                        text("Persist Med", 10, 54, 110))
                                .get(1))
                .as("below a name")
                .isEqualTo(Verdict.REDACT);
        assertThat(
                        verdicts(
                                        text("Gain 64%", 10, 10, 80),
                                        text("C 50", 60, 32, 40),
                                        text("Persist Med", 10, 54, 110))
                                .get(1))
                .as("in another column")
                .isEqualTo(Verdict.REDACT);
        assertThat(
                        verdicts(
                                        text("Gain 64%", 10, 10, 80),
                                        text("L 49", 10, 32, 40),
                                        text("Persist Med", 10, 54, 110))
                                .get(1))
                .as("no setting")
                .isEqualTo(Verdict.REDACT);
    }

    @Test
    void aNumberThatStandsAloneIsHiddenAlsoWithALabelElsewhere() throws PiiException {
        assertThat(verdicts(text("mAs", 10, 10, 40), text("213", 56, 40, 40)))
                .as("below")
                .containsOnly(Verdict.REDACT);
        assertThat(verdicts(text("mAs", 10, 10, 40), text("213", 90, 10, 40)))
                .as("far")
                .containsOnly(Verdict.REDACT);
        assertThat(verdicts(text("213", 10, 10, 40), text("mAs", 56, 10, 40)))
                .as("before the label")
                .containsOnly(Verdict.REDACT);
    }

    @Test
    void aSingleLetterIsNoLabelForANumberBesideIt() throws PiiException {
        assertThat(verdicts(text("D", 10, 10, 16), text("45", 30, 10, 30)))
                .containsOnly(Verdict.REDACT);
    }

    @Test
    void whatTheTagsNameIsNeverKeptForItsNeighbour() throws PiiException {
        assertThat(verdicts(text("kVp 80", 10, 10, 70), text("Tavish", 84, 10, 60)).get(1))
                .isEqualTo(Verdict.REDACT);
    }

    @Test
    void aMarkerBesideHiddenTextMayBeAnInitialAndIsHiddenWithIt() throws PiiException {
        assertThat(verdicts(text("Grumbolt,", 10, 10, 90), text("L", 104, 10, 14)))
                .containsOnly(Verdict.REDACT);
        assertThat(verdicts(text("R", 10, 10, 14), text("Plumbago", 30, 10, 80)))
                .containsOnly(Verdict.REDACT);
        assertThat(verdicts(text("Grumbolt,", 10, 10, 90), text("L", 204, 10, 14)))
                .as("elsewhere it is a marker")
                .containsExactly(Verdict.REDACT, Verdict.KEEP);
    }

    @Test
    void aReadingTooShortForItsPlaceIsNotReleased() throws PiiException {
        assertThat(decide(text("r", 10, 10, 150)).get(0).reason().kind())
                .isEqualTo(Reason.Kind.UNREADABLE);
        assertThat(verdicts(text("r", 10, 10, 22))).containsOnly(Verdict.KEEP);
    }

    @Test
    void aReadingOfLittleConfidenceIsNotReleased() throws PiiException {
        RecognizedText unsure =
                new RecognizedText(
                        new Region(new AllFrames(), new PixelRectangle(10, 10, 60, 20)),
                        "TE 283",
                        0.02,
                        "test");
        assertThat(verdicts(unsure)).containsOnly(Verdict.REDACT);
    }

    @Test
    void twoFragmentsAreJoinedOnlyIfBothWereReadWithConfidence() throws PiiException {
        RecognizedText unsure =
                new RecognizedText(
                        new Region(new AllFrames(), new PixelRectangle(56, 11, 40, 20)),
                        "213",
                        0.02,
                        "test");
        assertThat(verdicts(text("mAs", 10, 10, 40), unsure)).containsOnly(Verdict.REDACT);
    }

    @Test
    void whatALabelAnnouncesIsHiddenOnItsLineAndBelowIt() throws PiiException {
        for (String label : List.of("Name:", "PATIENT NAME", "Ref:", "Geb.", "ID #")) {
            assertThat(verdicts(text(label, 10, 10, 90), text("ERECT", 400, 10, 60)))
                    .as("far right of %s", label)
                    .containsOnly(Verdict.REDACT);
            assertThat(verdicts(text(label, 10, 10, 90), text("SAX ERECT", 12, 36, 90)))
                    .as("below %s", label)
                    .containsOnly(Verdict.REDACT);
            assertThat(
                            verdicts(
                                    text(label, 10, 10, 90),
                                    text("ERECT", 200, 10, 60),
                                    text("SUPINE", 266, 10, 70)))
                    .as("two behind %s", label)
                    .containsOnly(Verdict.REDACT);
        }
        assertThat(verdicts(text("Name:", 10, 10, 60), text("ERECT", 10, 200, 60)))
                .as("elsewhere")
                .containsExactly(Verdict.REDACT, Verdict.KEEP);
        assertThat(verdicts(text("ERECT", 10, 10, 60), text("Name:", 200, 10, 60)))
                .as("before the label")
                .containsExactly(Verdict.KEEP, Verdict.REDACT);
    }

    @Test
    void initialsAreHiddenBesideANameAndBesideWhatNobodyCouldRead() throws PiiException {
        assertThat(verdicts(text("L", 10, 10, 14), text("Plumbago", 74, 10, 80)))
                .as("a wide gap")
                .containsOnly(Verdict.REDACT);
        assertThat(verdicts(text("", 10, 10, 90), text("L", 110, 10, 14)))
                .as("beside an unreadable box")
                .containsOnly(Verdict.REDACT);
        assertThat(verdicts(text("", 10, 10, 90), text("ERECT", 110, 10, 60)).get(1))
                .isEqualTo(Verdict.KEEP);
    }

    private static RecognizedText text(String text, int x, int y, int width) {
        return new RecognizedText(
                new Region(new AllFrames(), new PixelRectangle(x, y, width, 20)),
                text,
                0.9,
                "test");
    }

    private static List<Verdict> verdicts(RecognizedText... texts) throws PiiException {
        return decide(texts).stream().map(Decision::verdict).toList();
    }

    private static List<Decision> decide(RecognizedText... texts) throws PiiException {
        SensitivityJudge judge = SensitivityJudge.of(List.of("tags", "patterns"), null, null);
        return new DecisionPolicy(judge, DecisionPolicy.OnDoubt.REDACT).decide(List.of(texts), WHO);
    }
}
