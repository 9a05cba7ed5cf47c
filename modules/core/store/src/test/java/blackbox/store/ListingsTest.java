package blackbox.store;

import static blackbox.store.RegionStoreTest.entry;
import static blackbox.store.RegionStoreTest.row;
import static blackbox.store.RegionStoreTest.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pixelanon.store.FileSummary.Searches.WHOLE;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.FileSummary;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.Suggestion;

class ListingsTest {

    @TempDir Path folder;

    private RegionStore store;

    @BeforeEach
    void open() throws Exception {
        store = Stores.open(folder, RegionStore.Mode.WRITE);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @Test
    void files_are_listed_with_their_counts_and_marks() throws Exception {
        FileMark tagged = MarksAndAuditTest.mark(true);
        StoredRegion summary = region(new InclusiveBox(-1, -1, -1, -1, -1, -1), 1);
        StoredRegion harmless = region(new InclusiveBox(1, 1, 2, 2, 0, -1), 0);
        store.replace(entry("/b.dcm"), List.of(row(1), row(20), harmless, summary));
        store.replace(entry("/c.dcm"), List.of(summary));
        store.apply(List.of(new Edit.Mark("/b.dcm", null, tagged)));
        store.apply(List.of(new Edit.Mark("/a.dcm", null, MarksAndAuditTest.mark(false))));
        assertThat(store.files())
                .containsExactly(
                        new FileSummary("/a.dcm", 0, 0, false, MarksAndAuditTest.mark(false)),
                        new FileSummary("/b.dcm", 3, 2, false, WHOLE, "", tagged),
                        new FileSummary("/c.dcm", 0, 0, false, WHOLE, "", null));
    }

    @Test
    void a_hundred_thousand_files_are_listed() throws Exception {
        sql(
                store.path(),
                "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 499999)"
                        + " INSERT INTO DicomRects(filename,top,bottom,\"left\",\"right\",frame,overlay,ocrengine,ocrtext,"
                        + "nerengine,nerpii,last_modified,last_modified_by) SELECT '/archive/' || substr(CAST(1000000 + i / 5 AS TEXT), 2) || '.dcm',"
                        + " 1, 2, 3, 4, 0, -1, 1, 'TEXT', 50, i % 2, 't', 'me' FROM n;"
                        + " INSERT INTO DicomTags(filename, mark) SELECT DISTINCT filename, 'F' FROM DicomRects WHERE id % 10 = 1");
        List<FileSummary> files = store.files();
        assertThat(files).hasSize(100_000);
        assertThat(files.stream().mapToInt(FileSummary::rectangles).sum()).isEqualTo(500_000);
        assertThat(files.stream().mapToInt(FileSummary::toHide).sum()).isEqualTo(250_000);
        assertThat(files.stream().filter(f -> f.mark().isPresent())).hasSize(50_000);
    }

    @Test
    void only_done_files_of_the_same_device_suggest_and_never_the_file_itself() throws Exception {
        FileMark done = MarksAndAuditTest.mark(false);
        FileMark tagged = MarksAndAuditTest.mark(true);
        marked("/done.dcm", done, row(10));
        marked("/tagged.dcm", tagged, row(100));
        marked("/other.dcm", model(done, "OTHER"), row(200));
        marked("/self.dcm", done, row(300));
        store.replace(entry("/unmarked.dcm"), List.of(row(400)));
        assertThat(store.similar("/self.dcm", done.device()))
                .containsExactly(new Suggestion(row(10).box(), 1, 1));
    }

    @Test
    void rectangles_within_4_pixels_merge_those_of_other_planes_and_harmless_ones_do_not()
            throws Exception {
        FileMark done = MarksAndAuditTest.mark(false);
        StoredRegion first = region(new InclusiveBox(10, 10, 50, 20, 0, -1), 1);
        StoredRegion near = region(new InclusiveBox(7, 12, 54, 22, 0, -1), -1);
        StoredRegion inside = region(new InclusiveBox(20, 12, 30, 18, 0, -1), 1);
        StoredRegion far = region(new InclusiveBox(15, 10, 50, 20, 1, -1), 1);
        StoredRegion harmless = region(new InclusiveBox(200, 10, 250, 20, 0, -1), 0);
        marked("/1.dcm", done, first, far);
        marked("/2.dcm", done, first, harmless);
        marked("/3.dcm", done, near, inside);
        assertThat(store.similar("/new.dcm", done.device()))
                .containsExactly(
                        new Suggestion(new InclusiveBox(7, 10, 54, 22, 0, -1), 3, 3),
                        new Suggestion(far.box(), 1, 3));
    }

    @Test
    void a_chain_of_small_differences_does_not_grow_over_the_image() throws Exception {
        FileMark done = MarksAndAuditTest.mark(false);
        for (int i = 0; i < 20; i++) {
            marked(
                    "/" + i + ".dcm",
                    done,
                    region(new InclusiveBox(4 * i, 0, 4 * i + 50, 10, 0, -1), 1));
        }
        assertThat(store.similar("/new.dcm", done.device()))
                .allMatch(s -> s.box().right() - s.box().left() <= 58)
                .hasSizeGreaterThan(5);
    }

    @Test
    void marks_of_old_python_databases_are_similar_too() throws Exception {
        FileMark done = MarksAndAuditTest.mark(false);
        marked("/old.dcm", done, row(10));
        sql(store.path(), "UPDATE DicomTags SET imagetype = '[''ORIGINAL'']'");
        assertThat(store.similar("/new.dcm", done.device())).hasSize(1);
    }

    private void marked(String file, FileMark mark, StoredRegion... rows) throws Exception {
        store.replace(entry(file), List.of(rows));
        store.apply(List.of(new Edit.Mark(file, null, mark)));
    }

    private static StoredRegion region(InclusiveBox box, int sensitive) {
        return new StoredRegion(box, 1, "", 50, sensitive, "t", "me");
    }

    private static FileMark model(FileMark mark, String model) {
        return new FileMark(
                mark.tagged(),
                mark.comment(),
                mark.modality(),
                mark.imageType(),
                model,
                mark.burnedInAnnotation(),
                mark.rows(),
                mark.columns(),
                mark.modified(),
                mark.modifiedBy());
    }
}
