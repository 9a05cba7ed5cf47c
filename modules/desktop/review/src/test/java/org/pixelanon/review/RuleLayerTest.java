package org.pixelanon.review;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.Sitting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Region;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.rules.RuleReader;
import org.pixelanon.store.AuditEntry;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.StoredRow;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Suggestions from rules. */
class RuleLayerTest {

    private static final int MODEL = 0x00081090;
    private static final PixelRectangle NAME = new PixelRectangle(4, 2, 30, 8);
    private static final String RECIPE =
            "FORMAT dicom\n\n%filter graylist\n\nLABEL Bench 1 names\n"
                    + "  equals ManufacturerModelName Bench 1\n"
                    + "  ctpcoordinates 4,2,30,8\n";

    @TempDir private Path folder;

    /** Rules that the test may change. */
    private static final class Rules implements PolicySource {

        private volatile String text = RECIPE;

        @Override
        public DecisionPolicy policy() throws IOException {
            return Sitting.policy();
        }

        @Override
        public Optional<RuleBook> rules() {
            try {
                return Optional.of(RuleBook.of("test", RuleReader.read(text), false));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Path file(String model) throws IOException {
        return SampleFile.of(40, 60)
                .frames(2)
                .samples((frame, row, column, channel) -> 20)
                .with(b -> b.text(MODEL, "LO", model))
                .write(folder.resolve(model + ".dcm"), Syntax.EXPLICIT);
    }

    private static List<ReviewItem> items(Sitting sitting) throws Exception {
        return sitting.on(() -> sitting.session().open().orElseThrow().items());
    }

    @Test
    void what_a_rule_says_of_a_file_it_matches_is_suggested_with_its_label() throws Exception {
        try (Sitting sitting = new Sitting(folder.resolve("db"), new Rules())) {
            sitting.open(List.of(file("Bench 1"), file("Bench 2")));
            assertThat(items(sitting))
                    .singleElement()
                    .satisfies(
                            item -> {
                                assertThat(item.layer()).isEqualTo(Layer.RULE);
                                assertThat(item.region())
                                        .isEqualTo(new Region(new AllPlanes(), NAME));
                                assertThat(item.reason()).isEqualTo("rule: Bench 1 names");
                                assertThat(OpenFile.waits(item)).isTrue();
                            });
            sitting.run(() -> sitting.session().show(1));
            sitting.await(() -> sitting.session().open().isPresent());
            assertThat(items(sitting)).isEmpty();
        }
    }

    @Test
    void what_is_accepted_is_a_row_and_no_suggestion_any_more() throws Exception {
        Path file = file("Bench 1");
        try (Sitting sitting = new Sitting(folder.resolve("db"), new Rules())) {
            sitting.open(List.of(file));
            Editor editor = sitting.session().editor();
            ReviewItem item = items(sitting).get(0);
            sitting.run(
                    () ->
                            editor.change(
                                    "accept",
                                    List.of(item),
                                    List.of(item.withVerdict(Verdict.REDACT))));
            sitting.saved();
            try (RegionStore store =
                    RegionStore.open(folder.resolve("db"), RegionStore.Mode.READ)) {
                List<StoredRow> rows = store.rows(ReviewFile.of(file).name());
                assertThat(rows).hasSize(1);
                assertThat(rows.get(0).region().ocrEngine()).as("as ocr --rules").isEqualTo(-1);
                assertThat(rows.get(0).region().nerEngine()).isEqualTo(-1);
                assertThat(rows.get(0).region().sensitive()).isEqualTo(1);
            }
        }
        try (Sitting sitting = new Sitting(folder.resolve("db"), new Rules())) {
            sitting.open(List.of(file));
            assertThat(items(sitting))
                    .singleElement()
                    .satisfies(i -> assertThat(i.layer()).isEqualTo(Layer.PERSON));
        }
    }

    @Test
    void text_that_a_rule_means_too_is_one_row_and_one_decision_on_each_plane() throws Exception {
        Path file = file("Bench 1");
        String name = ReviewFile.of(file).name();
        List<StoredRegion> found =
                List.of(
                        new StoredRegion(box(0), 1, "GRUMBOLT", 50, 1, "2026-01-01", "ada"),
                        new StoredRegion(box(1), 1, "GRUMBOLT", 50, 1, "2026-01-01", "ada"));
        try (RegionStore store = RegionStore.open(folder.resolve("db"), RegionStore.Mode.WRITE)) {
            store.append(new AuditEntry(name, "", "Scanned", "1", "{}", "{}", "t"), found);
        }
        try (Sitting sitting = new Sitting(folder.resolve("db"), new Rules())) {
            sitting.open(List.of(file));
            assertThat(items(sitting))
                    .hasSize(2)
                    .allMatch(i -> i.layers().equals(Set.of(Layer.OCR, Layer.RULE)))
                    .allMatch(i -> i.why().endsWith("; rule: Bench 1 names"));
            Editor editor = sitting.session().editor();
            ReviewItem item = items(sitting).get(0);
            assertThat(sitting.on(() -> editor.decideAlike("accept", item, Verdict.REDACT)))
                    .isEqualTo(2);
            sitting.saved();
            assertThat(rows(name))
                    .hasSize(2)
                    .allMatch(r -> r.region().box().toRegion().rectangle().contains(NAME));
            sitting.run(editor::undo);
            sitting.saved();
            assertThat(rows(name)).extracting(StoredRow::region).isEqualTo(found);
            sitting.run(editor::redo);
            sitting.saved();
        }
        try (Sitting sitting = new Sitting(folder.resolve("db"), new Rules())) {
            sitting.open(List.of(file));
            assertThat(items(sitting)).hasSize(2).noneMatch(OpenFile::waits);
            assertThat(rows(name)).hasSize(2);
        }
    }

    private static InclusiveBox box(int frame) {
        return InclusiveBox.of(new Region(new FramePlane(frame), NAME.translate(1, 0)));
    }

    private List<StoredRow> rows(String name) throws Exception {
        try (RegionStore store = RegionStore.open(folder.resolve("db"), RegionStore.Mode.READ)) {
            return store.rows(name);
        }
    }

    @Test
    void rules_that_change_change_what_is_suggested_on_files_that_are_open() throws Exception {
        Rules rules = new Rules();
        try (Sitting sitting = new Sitting(folder.resolve("db"), rules)) {
            sitting.open(List.of(file("Bench 1")));
            rules.text = RECIPE.replace("4,2,30,8", "0,0,5,5");
            sitting.run(() -> sitting.session().refreshKept());
            sitting.await(
                    () ->
                            sitting.session()
                                    .open()
                                    .orElseThrow()
                                    .items()
                                    .get(0)
                                    .region()
                                    .rectangle()
                                    .equals(new PixelRectangle(0, 0, 5, 5)));
            assertThat(items(sitting)).hasSize(1);
        }
    }
}
