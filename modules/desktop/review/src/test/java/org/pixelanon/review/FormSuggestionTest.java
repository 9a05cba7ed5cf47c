package org.pixelanon.review;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.Sitting;
import blackbox.review.WhiteReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.Region;
import org.pixelanon.model.form.FormAnswer;
import org.pixelanon.model.form.FormClassifier;
import org.pixelanon.pipeline.decide.FormOptions;
import org.pixelanon.pipeline.decide.FormSearch;
import org.pixelanon.review.item.FileFilter;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;
import org.pixelanon.synth.form.FormSheet;

/** Scanned forms as the search of the workbench suggests them. */
class FormSuggestionTest {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 560;

    @TempDir private Path temporary;

    /** Gives the same answer for everything. */
    private record Certain(double likelihood) implements FormClassifier {

        @Override
        public String name() {
            return "certain";
        }

        @Override
        public String network() {
            return "";
        }

        @Override
        public FormAnswer look(PlaneImage plane) throws IOException {
            if (likelihood < 0) {
                throw new IOException("the classifier died");
            }
            return new FormAnswer(likelihood, List.of());
        }

        @Override
        public void close() {}
    }

    private static FormSearch sayingForm(double likelihood) throws IOException {
        return new FormOptions(FormOptions.Handling.WITHHOLD, () -> new Certain(likelihood)).open();
    }

    private Path sheet() throws IOException {
        byte[] paper = FormSheet.draw(5, WIDTH, HEIGHT);
        return SampleFile.of(HEIGHT, WIDTH)
                .samples((frame, row, column, channel) -> paper[row * WIDTH + column] & 0xFF)
                .write(temporary.resolve("sheet.dcm"), Syntax.EXPLICIT);
    }

    private List<ReviewItem> found(Sitting sitting, double likelihood) throws Exception {
        Path file = sheet();
        List<String> problems = new CopyOnWriteArrayList<>();
        sitting.open(List.of(file));
        try (TextSearch search =
                new TextSearch(
                        sitting.session(),
                        WhiteReader::new,
                        Sitting::policy,
                        () -> sayingForm(likelihood),
                        "test")) {
            sitting.run(
                    () ->
                            search.search(
                                    List.of(ReviewFile.of(file)),
                                    plane -> true,
                                    new SilentProgress(),
                                    problems::add));
            sitting.await("what was found", () -> !items(sitting).isEmpty());
        }
        assertThat(problems).isEmpty();
        return sitting.on(() -> items(sitting));
    }

    private static List<ReviewItem> items(Sitting sitting) {
        return sitting.session().open().orElseThrow().items();
    }

    @Test
    void a_form_is_suggested_on_the_whole_frame_beside_its_text_and_waits_for_a_person()
            throws Exception {
        try (Sitting sitting = new Sitting(temporary.resolve("db"))) {
            List<ReviewItem> items = found(sitting, 1);

            Region whole = new Region(new FramePlane(0), new PixelRectangle(0, 0, WIDTH, HEIGHT));
            assertThat(items)
                    .filteredOn(item -> item.region().equals(whole))
                    .singleElement()
                    .satisfies(item -> assertThat(item.verdict()).isEqualTo(Verdict.UNDECIDED))
                    .satisfies(item -> assertThat(item.reason()).contains("form"));
            assertThat(items).anyMatch(item -> item.text().equals("Wend"));
        }
    }

    @Test
    void the_filter_shows_files_with_forms_until_a_person_says_they_are_none() throws Exception {
        FileFilter forms = new FileFilter(null, true, Set.of(), "");
        Path database = temporary.resolve("db");
        try (Sitting sitting = new Sitting(database)) {
            ReviewItem form =
                    found(sitting, 1).stream()
                            .filter(item -> item.layer() == Layer.FORM)
                            .findFirst()
                            .orElseThrow();
            sitting.await(() -> forms.test(sitting.session().files().get(0)));
            assertThat(sitting.on(() -> sitting.session().files().forms())).isEqualTo(1);

            try (Sitting later = new Sitting(database)) {
                later.open(List.of(sheet()));
                assertThat(later.line(sheet())).matches(forms);
            }
            sitting.run(
                    () -> sitting.session().editor().decide("keep", List.of(form), Verdict.KEEP));
            sitting.saved();
            assertThat(sitting.line(sheet())).matches(forms.negate());
        }
    }

    @Test
    void what_is_no_form_has_only_its_text() throws Exception {
        try (Sitting sitting = new Sitting(temporary.resolve("db"))) {
            assertThat(found(sitting, 0)).isNotEmpty().allMatch(i -> i.text().equals("Wend"));
        }
    }

    @Test
    void a_file_whose_frame_cannot_be_looked_at_counts_as_not_searched() throws Exception {
        Path file = sheet();
        try (Sitting sitting = new Sitting(temporary.resolve("db"))) {
            sitting.open(List.of(file));
            try (TextSearch search =
                    new TextSearch(
                            sitting.session(),
                            WhiteReader::new,
                            Sitting::policy,
                            () -> sayingForm(-1),
                            "test")) {
                assertThat(search.searchNow(ReviewFile.of(file)))
                        .hasValueSatisfying(why -> assertThat(why).contains("sheet.dcm"));
            }
            assertThat(sitting.on(() -> sitting.session().open().orElseThrow().items())).isEmpty();
        }
    }
}
