package blackbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.AuditEntry;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.StoredRow;
import org.pixelanon.store.StoredRow.Author;

class AllRowsTest {

    private static final String WHEN = "2031-04-09 10:00:00";

    @TempDir Path folder;

    private static StoredRegion region(int engine) {
        InclusiveBox box = new InclusiveBox(1, 1, 5, 5, 0, -1);
        return new StoredRegion(box, engine, "", -1, 1, WHEN, "ada");
    }

    @Test
    void the_rows_of_all_files_say_who_wrote_them_whatever_mark_their_file_has() throws Exception {
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.WRITE)) {
            assertThat(store.rows()).isEmpty();
            store.append(
                    new AuditEntry("/a.dcm", "", "scanned", "1", "{}", "{}", WHEN),
                    List.of(region(1)));
            FileMark mark = new FileMark(false, "", "CT", "[]", "X", "NoBIA", 10, 10, WHEN, "ada");
            store.apply(
                    List.of(
                            new Edit.Add("/b.dcm", 0, region(-1)),
                            new Edit.Mark("/a.dcm", null, mark)));
            assertThat(store.rows())
                    .extracting(StoredRow::filename, StoredRow::author)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("/a.dcm", Author.SCAN),
                            org.assertj.core.groups.Tuple.tuple("/b.dcm", Author.PERSON));
            assertThat(store.rows("/a.dcm"))
                    .extracting(StoredRow::author)
                    .containsExactly(Author.PERSON);
        }
    }
}
