package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.OpenQuestion;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.SeenPlanes;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.database.DatabaseRows;
import org.pixelanon.pipeline.database.RunDatabase;
import org.pixelanon.pipeline.decide.TagSources;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.OutputLayout;
import org.pixelanon.pipeline.output.WritingOptions;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.run.RedactRun;
import org.pixelanon.pipeline.run.RunSettings;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.rules.RuleReader;
import org.pixelanon.store.AuditEntry;
import org.pixelanon.store.DoneNote;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** What becomes of files that are marked done while something in them is open. */
class HeldBackTest {

    private static final String TIME = "2026-01-01 00:00:00";
    private static final InclusiveBox PLACE = new InclusiveBox(2, 3, 11, 7, 0, -1);

    @TempDir private Path folder;

    private RegionStore store;
    private SampleFile sample =
            SampleFile.of(40, 60).frames(2).samples((frame, row, column, channel) -> 90);

    @BeforeEach
    void open() throws IOException {
        store = RegionStore.open(folder.resolve("db"), RegionStore.Mode.WRITE);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private Path file() throws IOException {
        Path file = folder.resolve("a.dcm");
        return Files.exists(file) ? file : sample.write(file, Syntax.EXPLICIT);
    }

    private void mark(Optional<OpenQuestions> left) throws IOException {
        FileMark mark =
                new FileMark(false, "", "OT", "[]", "NoModel", "NoBIA", 40, 60, TIME, "ada")
                        .noting(left.map(l -> new DoneNote("ada", l)).orElse(null));
        store.apply(List.of(new Edit.Mark(file() + "", null, mark)));
    }

    private void shown(SeenPlanes planes) throws IOException {
        store.notes().addShown(file() + "", "ada", planes);
    }

    private static SeenPlanes frames(int number) {
        SeenPlanes planes = SeenPlanes.NONE;
        for (int i = 0; i < number; i++) {
            planes = planes.with(new FramePlane(i));
        }
        return planes;
    }

    private static StoredRegion row(InclusiveBox box, int engine, int sensitive) {
        return new StoredRegion(box, engine, "QUINCY", -1, sensitive, TIME, "ada");
    }

    /** A search that finds rows on planes. */
    private void searched(SeenPlanes planes, StoredRegion... rows) throws IOException {
        SeenPlanes.Part part = new SeenPlanes.Part(planes, planes);
        store.append(
                new AuditEntry(file() + "", "", "Scanned", "1", "{}", "{}", TIME, part),
                List.of(rows));
    }

    private FileResult redact(boolean usRegions, Optional<RuleBook> suggested) throws IOException {
        RedactRun.Options options =
                new RedactRun.Options(
                        new RedactRun.Sources(
                                List.of(),
                                null,
                                new RunDatabase(store, "ada", "1"),
                                new TagSources(null, usRegions),
                                false),
                        SensitivityJudge.of(List.of("none"), null, null),
                        new WritingOptions(
                                new OutputLayout(folder.resolve("out"), null, true, false),
                                RedactionPolicy.DEFAULT));
        RedactRun run =
                suggested
                        .map(rules -> new RedactRun(options, rules))
                        .orElseGet(() -> new RedactRun(options));
        InputFile input = new InputFile(file(), file().getFileName(), true);
        return run.run(
                        new InputFiles.Found(List.of(input), Map.of()),
                        new RunSettings(1, new Silence(), f -> {}))
                .files()
                .get(0);
    }

    private FileResult redact() throws IOException {
        return redact(false, Optional.empty());
    }

    private static void held(FileResult result, OpenQuestion kind, int count) {
        assertThat(result.outcome()).isEqualTo(Outcome.NEEDS_REVIEW);
        assertThat(result.output()).isEmpty();
        assertThat(result.open().counts()).isEqualTo(Map.of(kind, count));
        assertThat(result.reason()).startsWith("marked done with " + count + " ");
    }

    private static void written(FileResult result, Outcome outcome) {
        assertThat(result.reason()).isEmpty();
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.output()).isPresent();
        assertThat(result.open().isEmpty()).isTrue();
    }

    @Test
    void a_file_that_was_neither_searched_nor_seen_is_not_called_clean() throws IOException {
        mark(Optional.of(OpenQuestions.NONE));
        held(redact(), OpenQuestion.PLANE, 2);
        assertThat(folder.resolve("out")).doesNotExist();
        shown(frames(1));
        held(redact(), OpenQuestion.PLANE, 1);
        shown(frames(2));
        written(redact(), Outcome.CLEAN);
    }

    @Test
    void a_plane_counts_as_looked_at_if_a_search_went_through_it() throws IOException {
        mark(Optional.of(OpenQuestions.NONE));
        searched(frames(1));
        held(redact(), OpenQuestion.PLANE, 1);
        shown(SeenPlanes.NONE.with(new FramePlane(1)));
        written(redact(), Outcome.CLEAN);
    }

    @Test
    void who_marked_the_file_must_have_seen_the_planes_not_somebody_else() throws IOException {
        mark(Optional.of(OpenQuestions.NONE));
        store.notes().addShown(file() + "", "bob", frames(2));
        held(redact(), OpenQuestion.PLANE, 2);
    }

    @Test
    void each_frame_of_an_overlay_is_a_plane_also_in_high_bits() throws IOException {
        sample =
                SampleFile.of(40, 60)
                        .bits(16, 12, 11)
                        .samples((frame, row, column, channel) -> 90)
                        .overlay(new Overlay(0x6002, 40, 60, 1, 1, 2, (f, r, c) -> r == c))
                        .highBitOverlay(0x6000, 15, (frame, row, column) -> row == column);
        mark(Optional.of(OpenQuestions.NONE));
        shown(frames(1));
        held(redact(), OpenQuestion.PLANE, 3);
        shown(SeenPlanes.NONE.with(new OverlayPlane(0x6000, 0)));
        shown(SeenPlanes.NONE.with(new OverlayPlane(0x6002, 1)));
        held(redact(), OpenQuestion.PLANE, 1);
        searched(SeenPlanes.NONE.with(new OverlayPlane(0x6002, 0)));
        written(redact(), Outcome.CLEAN);
    }

    @Test
    void who_sees_a_frame_does_not_see_what_its_words_hold_beside_the_samples() throws IOException {
        sample =
                SampleFile.of(40, 60)
                        .bits(16, 16, 15)
                        .samples((f, row, column, c) -> 90 | (row == column ? 0x1000 : 0))
                        .with(
                                b ->
                                        b.numbers(Tag.BitsStored, "US", 12)
                                                .numbers(Tag.HighBit, "US", 11));
        mark(Optional.of(OpenQuestions.NONE));
        shown(frames(1));
        FileResult result = redact();
        int pictures = result.open().count(OpenQuestion.PLANE);
        assertThat(pictures).isPositive();
        held(result, OpenQuestion.PLANE, pictures);
        shown(SeenPlanes.NONE.with(new FramePlane(0), 0));
        assertThat(redact().open().count(OpenQuestion.PLANE)).isEqualTo(pictures - 1);
        searched(frames(1));
        written(redact(), Outcome.CLEAN);
    }

    @Test
    void text_that_nobody_decided_about_holds_the_file_back_and_a_decision_lets_it_go()
            throws IOException {
        mark(Optional.of(OpenQuestions.NONE));
        searched(frames(2), row(PLACE, 1, 1));
        held(redact(), OpenQuestion.TEXT, 1);
        var found = store.rowsByThemselves(file() + "").get(0);
        StoredRegion kept = row(PLACE, 1, 0);
        store.apply(List.of(new Edit.Change(file() + "", found.id(), found.region(), kept)));
        written(redact(), Outcome.CLEAN);
    }

    @Test
    void text_within_a_rectangle_that_a_person_drew_needs_no_decision_of_its_own()
            throws IOException {
        mark(Optional.of(OpenQuestions.NONE));
        searched(frames(2), row(PLACE, 1, 1));
        InclusiveBox around = new InclusiveBox(0, 0, 20, 20, 0, -1);
        store.apply(List.of(new Edit.Add(file() + "", 0, row(around, -1, 1))));
        written(redact(), Outcome.REDACTED);
    }

    @Test
    void what_lies_outside_ultrasound_regions_is_not_left_in_because_nobody_decided()
            throws IOException {
        sample =
                sample.with(
                        b ->
                                b.sequence(
                                        Tag.SequenceOfUltrasoundRegions,
                                        new DicomBuilder()
                                                .numbers(Tag.RegionLocationMinX0, "UL", 0)
                                                .numbers(Tag.RegionLocationMinY0, "UL", 10)
                                                .numbers(Tag.RegionLocationMaxX1, "UL", 59)
                                                .numbers(Tag.RegionLocationMaxY1, "UL", 39)));
        mark(Optional.of(OpenQuestions.NONE));
        shown(frames(2));
        held(redact(), OpenQuestion.ULTRASOUND, 1);
        written(redact(true, Optional.empty()), Outcome.REDACTED);
        InclusiveBox outside = new InclusiveBox(0, 0, 59, 9, -1, -1);
        store.apply(List.of(new Edit.Add(file() + "", 0, row(outside, 4, 0))));
        written(redact(), Outcome.CLEAN);
    }

    @Test
    void rules_that_suggest_something_now_or_did_when_the_file_was_marked_hold_it_back()
            throws IOException {
        RuleBook rules =
                RuleBook.of(
                        "test",
                        RuleReader.read(
                                "FORMAT dicom\n\n%filter graylist\n\nLABEL all\n"
                                        + "  present PixelData\n  ctpcoordinates 4,2,30,8\n"),
                        false);
        shown(frames(2));
        mark(Optional.of(new OpenQuestions(Map.of(OpenQuestion.RULE, 3))));
        held(redact(), OpenQuestion.RULE, 3);
        held(redact(false, Optional.of(rules)), OpenQuestion.RULE, 1);
        InclusiveBox ruled = new InclusiveBox(4, 2, 33, 9, -1, -1);
        store.apply(List.of(new Edit.Add(file() + "", 0, row(ruled, -1, 1))));
        written(redact(false, Optional.of(rules)), Outcome.REDACTED);
    }

    @Test
    void rectangles_of_similar_files_hold_a_file_back_if_they_were_open_when_it_was_marked()
            throws IOException {
        shown(frames(2));
        mark(Optional.of(new OpenQuestions(Map.of(OpenQuestion.SIMILAR, 2))));
        held(redact(), OpenQuestion.SIMILAR, 2);
    }

    @Test
    void a_file_that_the_python_tool_marked_counts_as_seen_and_decided() throws IOException {
        searched(SeenPlanes.NONE, row(PLACE, 1, 1));
        mark(Optional.empty());
        written(redact(), Outcome.REDACTED);
    }

    @Test
    void a_file_that_nobody_marked_is_redacted_by_its_rows_as_before() throws IOException {
        searched(frames(1), row(PLACE, 1, 1));
        written(redact(), Outcome.REDACTED);
    }

    @Test
    void the_python_tool_takes_its_mark_for_its_own_when_it_marks_the_file_again()
            throws IOException {
        mark(Optional.of(OpenQuestions.NONE));
        held(redact(), OpenQuestion.PLANE, 2);
        FileMark other =
                new FileMark(false, "", "OT", "[]", "M", "NoBIA", 40, 60, TIME + "1", "ada");
        FileMark old = store.mark(file() + "").orElseThrow();
        store.apply(List.of(new Edit.Mark(file() + "", old, other)));
        written(redact(), Outcome.CLEAN);
    }

    @Test
    void a_file_that_is_held_back_in_one_database_is_in_the_one_it_is_merged_into()
            throws IOException {
        mark(Optional.of(new OpenQuestions(Map.of(OpenQuestion.RULE, 1))));
        try (RegionStore other =
                RegionStore.open(folder.resolve("other"), RegionStore.Mode.WRITE)) {
            DatabaseRows.of(store).into(other);
            assertThat(other.mark(file() + "")).isEqualTo(store.mark(file() + ""));
            assertThat(other.mark(file() + "").orElseThrow().note()).isPresent();
        }
    }

    @Test
    void burned_in_annotation_is_told_and_holds_nothing_back() throws IOException {
        sample = sample.with(b -> b.text(Tag.BurnedInAnnotation, "CS", "YES"));
        mark(Optional.of(OpenQuestions.NONE));
        shown(frames(2));
        FileResult result = redact();
        written(result, Outcome.CLEAN);
        assertThat(result.said()).hasValueSatisfying(s -> assertThat(s).contains("Burned In"));
    }

    @Test
    void every_use_of_the_database_alone_holds_the_same_files_back() throws IOException {
        mark(Optional.of(OpenQuestions.NONE));
        List<FileResult> results = new ArrayList<>();
        results.addAll(Anonymising.into(folder.resolve("out")).recording(store).run(file()));
        held(results.get(0), OpenQuestion.PLANE, 2);
    }

    private static final class Silence implements org.pixelanon.model.Progress {
        @Override
        public void begin(String task, long total) {}

        @Override
        public void step(String item) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void end() {}
    }
}
