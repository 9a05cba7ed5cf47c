package blackbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.EngineNames;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.ImportCounts;
import org.pixelanon.store.Listing;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.StoredRow;

/** Rows that come from another database or a list, and rows as they stand. */
class IncomingRowsTest {

    private static final String EARLY = "2026-01-01 00:00:00";
    private static final String LATE = "2026-02-02 00:00:00";
    private static final InclusiveBox BOX = new InclusiveBox(1, 2, 3, 4, 0, -1);

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

    private static StoredRegion region(int engine, int sensitive, String modified) {
        return new StoredRegion(BOX, engine, "text", -1, sensitive, modified, "somebody");
    }

    private static FileMark mark(boolean tagged, String modified) {
        return new FileMark(tagged, "", "CR", "[]", "M", "NoBIA", 1, 1, modified, "somebody");
    }

    private ImportCounts add(StoredRegion region) throws Exception {
        return store.add(Map.of("/a.dcm", List.of(region)), Map.of());
    }

    private ImportCounts add(FileMark mark) throws Exception {
        return store.add(Map.of(), Map.of("/a.dcm", mark));
    }

    @Test
    void a_row_that_is_there_is_not_added_again_and_the_later_judgement_holds() throws Exception {
        assertThat(add(region(1, 1, EARLY))).isEqualTo(new ImportCounts(1, 0, 0, 0));
        assertThat(add(region(1, 1, LATE))).isEqualTo(new ImportCounts(0, 0, 0, 1));
        assertThat(add(region(1, 0, LATE))).isEqualTo(new ImportCounts(0, 1, 0, 0));
        assertThat(add(region(1, 1, EARLY))).isEqualTo(new ImportCounts(0, 0, 1, 0));
        assertThat(store.rows("/a.dcm")).hasSize(1);
        assertThat(store.rows("/a.dcm").get(0).region()).isEqualTo(region(1, 0, LATE));
    }

    private static StoredRegion because(String reason, String modified) {
        return new StoredRegion(BOX, 1, "text", -1, 1, modified, "somebody", reason);
    }

    @Test
    void the_reason_a_person_gave_elsewhere_is_taken_over_and_a_later_one_holds() throws Exception {
        add(region(1, 1, LATE));
        assertThat(add(because("name", EARLY))).isEqualTo(new ImportCounts(0, 1, 0, 0));
        assertThat(store.rows("/a.dcm").get(0).region().reason()).isEqualTo("name");
        assertThat(add(region(1, 1, LATE))).isEqualTo(new ImportCounts(0, 0, 0, 1));
        assertThat(add(because("name", LATE))).isEqualTo(new ImportCounts(0, 0, 0, 1));
        assertThat(add(because("date", EARLY))).isEqualTo(new ImportCounts(0, 0, 1, 0));
        assertThat(add(because("date", LATE))).isEqualTo(new ImportCounts(0, 1, 0, 0));
        assertThat(store.rows("/a.dcm").get(0).region().reason()).isEqualTo("date");
    }

    @Test
    void of_two_marks_of_a_file_the_later_one_holds() throws Exception {
        assertThat(add(mark(false, LATE))).isEqualTo(new ImportCounts(1, 0, 0, 0));
        assertThat(add(mark(true, EARLY))).isEqualTo(new ImportCounts(0, 0, 1, 0));
        assertThat(store.mark("/a.dcm")).contains(mark(false, LATE));
        assertThat(add(mark(false, LATE))).isEqualTo(new ImportCounts(0, 0, 0, 1));
        assertThat(add(mark(true, LATE + "1"))).isEqualTo(new ImportCounts(0, 1, 0, 0));
        assertThat(store.mark("/a.dcm")).contains(mark(true, LATE + "1"));
    }

    @Test
    void a_recogniser_s_row_from_elsewhere_is_nobody_s_word_until_somebody_judges_it()
            throws Exception {
        add(region(1, 1, EARLY));
        store.add(Map.of("/b.dcm", List.of(region(EngineNames.NONE, 1, EARLY))), Map.of());
        assertThat(store.rows("/a.dcm").get(0).author()).isEqualTo(StoredRow.Author.UNPROVEN);
        assertThat(store.rows("/b.dcm").get(0).author()).isEqualTo(StoredRow.Author.PERSON);
    }

    @Test
    void rows_are_listed_as_they_stand_with_what_is_absent_as_null() throws Exception {
        RegionStoreTest.sql(
                store.path(),
                "INSERT INTO DicomRects(filename,\"left\",ocrtext) VALUES ('/a.dcm',7,'x'),('/b.dcm',-1,'y'),"
                        + "('/b.dcm',8,''); INSERT INTO DicomTags(filename,mark) VALUES ('/a.dcm','T'),"
                        + "('/b.dcm','F')");
        assertThat(filenames(Listing.RECTS)).containsExactly("/a.dcm", "/b.dcm", "/b.dcm");
        assertThat(filenames(Listing.RECTANGLES)).containsExactly("/a.dcm", "/b.dcm");
        assertThat(filenames(Listing.SUMMARIES)).containsExactly("/b.dcm");
        assertThat(filenames(Listing.TEXT)).containsExactly("/a.dcm");
        assertThat(filenames(Listing.RECTS_FOR_TAGGED)).containsExactly("/a.dcm");
        assertThat(filenames(Listing.TAGGED)).containsExactly("/a.dcm");
        assertThat(filenames(Listing.DONE)).containsExactly("/b.dcm");
        store.list(
                Listing.TEXT,
                row ->
                        assertThat(row)
                                .containsExactly(
                                        1, "/a.dcm", null, null, 7, null, null, null, null, "x",
                                        null, null, null, null));
    }

    private List<Object> filenames(Listing listing) throws Exception {
        List<Object> names = new ArrayList<>();
        int place = listing.columns().indexOf("filename");
        store.list(listing, row -> names.add(row.get(place)));
        return names;
    }

    @Test
    void every_engine_has_a_name_of_its_own_and_an_unknown_one_keeps_its_number() {
        for (int engine = 1; engine <= 5; engine++) {
            assertThat(EngineNames.recogniser(EngineNames.recogniser(engine))).isEqualTo(engine);
        }
        for (int judge : new int[] {10, 20, 30, 40, 50, 60}) {
            assertThat(EngineNames.judge(EngineNames.judge(judge))).isEqualTo(judge);
        }
        assertThat(EngineNames.judge(13)).isEqualTo("spacy");
        assertThat(EngineNames.recogniser(77)).isEqualTo("77");
        assertThat(EngineNames.recogniser("NOOCR")).isEqualTo(-1);
        assertThat(EngineNames.judge("NONLP")).isEqualTo(-1);
        assertThat(EngineNames.recogniser(-1)).isEqualTo("NOOCR");
    }
}
