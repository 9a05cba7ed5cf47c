package org.pixelanon.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.StoredRegion;

class KnownRowsTest {

    private final AtomicLong ids = new AtomicLong(1000);
    private final KnownRows rows = new KnownRows(ids::incrementAndGet);

    private static KnownRows.Known row(long number) {
        InclusiveBox box = new InclusiveBox(1, 2, 3, 4, 0, -1);
        return new KnownRows.Known(number, new StoredRegion(box, -1, "", -1, 1, "", "tester"));
    }

    @Test
    void a_row_that_is_read_again_is_the_same_item() {
        rows.put("a", 1, row(500));
        assertThat(rows.read("a", row(500))).isEqualTo(1);
        assertThat(rows.read("a", row(501))).isEqualTo(1001);
        assertThat(rows.read("b", row(502))).isEqualTo(1002);
        assertThat(rows.get("a", 1001)).contains(row(501));
    }

    @Test
    void the_number_of_a_row_that_was_removed_is_known() {
        rows.put("a", 1, row(500));
        assertThat(rows.removed(1)).isEmpty();
        rows.remove("a", 1);
        assertThat(rows.get("a", 1)).isEmpty();
        assertThat(rows.removed(1)).contains(row(500));
        rows.clear();
        assertThat(rows.removed(1)).isEmpty();
    }
}
