package org.pixelanon.review;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.RandomReview;
import blackbox.review.Sitting;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pii.policy.ReleasePolicy;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** A corrected text is judged again at once, as in a search. */
class RereadTest {

    private static final int PATIENT_NAME = 0x00100010;

    @TempDir Path folder;
    private Path database;
    private Path file;

    @BeforeEach
    void drawFile() throws Exception {
        database = folder.resolve("db");
        file =
                SampleFile.of(40, 60)
                        .with(b -> b.text(PATIENT_NAME, "PN", "Grumbolt^Tavish"))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
    }

    private static DecisionPolicy keeping(String types) throws java.io.IOException {
        return new DecisionPolicy(
                SensitivityJudge.of(List.of("tags", "patterns", "allowlist"), null, null)
                        .under(ReleasePolicy.of("safe", types, "")),
                DecisionPolicy.OnDoubt.REDACT);
    }

    private static ReviewItem item(Sitting sitting, long id) throws Exception {
        return sitting.on(() -> sitting.session().open().orElseThrow().item(id).orElseThrow());
    }

    private static boolean reread(Sitting sitting, ReviewItem item, String text) throws Exception {
        return sitting.get(() -> sitting.session().reread("correct", item, text));
    }

    private List<String> rows() throws Exception {
        String name = ReviewFile.of(file).name();
        return RandomReview.held(database, List.of(name)).get(name);
    }

    @Test
    void a_corrected_reading_is_judged_at_once_and_undo_takes_both_back() throws Exception {
        try (Sitting sitting = new Sitting(database, () -> keeping("all"))) {
            sitting.open(List.of(file));
            ReviewItem found = sitting.addText(7, 0, "LNEX");
            assertThat(reread(sitting, found, "LIVER")).isTrue();
            ReviewItem harmless = item(sitting, 7);
            assertThat(harmless.text()).isEqualTo("LIVER");
            assertThat(harmless.verdict()).isEqualTo(Verdict.KEEP);
            assertThat(harmless.reason()).startsWith("built in list: anatomy");
            sitting.saved();
            assertThat(rows()).hasSize(1).allMatch(row -> row.endsWith(" 0"));
            sitting.run(() -> sitting.session().editor().undo());
            assertThat(item(sitting, 7)).isEqualTo(found);
            sitting.run(() -> sitting.session().editor().redo());
            ReviewItem again = item(sitting, 7);
            assertThat(reread(sitting, again, "Tavish")).isTrue();
            assertThat(item(sitting, 7).isRedacted()).isTrue();
            assertThat(item(sitting, 7).reason()).isEqualTo("own tag: PatientName");
            sitting.saved();
            assertThat(rows()).hasSize(1).allMatch(row -> row.endsWith(" 1"));
        }
    }

    @Test
    void the_policy_that_was_chosen_holds() throws Exception {
        try (Sitting sitting = new Sitting(database, () -> keeping("markers"))) {
            sitting.open(List.of(file));
            ReviewItem found = sitting.addText(7, 0, "LNEX");
            assertThat(reread(sitting, found, "LIVER")).isTrue();
            assertThat(item(sitting, 7).isRedacted()).isTrue();
            assertThat(item(sitting, 7).reason()).isEqualTo("policy: anatomy is not kept");
        }
    }

    @Test
    void what_a_person_said_is_to_be_blanked_stays_so() throws Exception {
        try (Sitting sitting = new Sitting(database, () -> keeping("all"))) {
            sitting.open(List.of(file));
            ReviewItem found = sitting.addText(7, 0, "LNEX");
            sitting.run(
                    () -> sitting.session().editor().decide("b", List.of(found), Verdict.REDACT));
            assertThat(reread(sitting, item(sitting, 7), "LIVER")).isTrue();
            assertThat(item(sitting, 7).verdict()).isEqualTo(Verdict.REDACT);
        }
    }

    @Test
    void a_file_that_is_done_and_a_reading_that_is_old_stay_as_they_are() throws Exception {
        try (Sitting sitting = new Sitting(database, () -> keeping("all"))) {
            sitting.open(List.of(file));
            ReviewItem found = sitting.addText(7, 0, "LNEX");
            assertThat(reread(sitting, found, "LNEX")).isFalse();
            assertThat(reread(sitting, found, "LIVER")).isTrue();
            assertThat(reread(sitting, found, "SPLEEN")).as("an old version").isFalse();
            sitting.run(() -> sitting.session().editor().mark("done", FileState.DONE, ""));
            assertThat(reread(sitting, item(sitting, 7), "SPLEEN")).isFalse();
            assertThat(item(sitting, 7).text()).isEqualTo("LIVER");
        }
    }
}
