package blackbox.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pixelanon.review.RecentlyUsed;

class RecentlyUsedTest {

    private final RecentlyUsed<Integer, String> kept = new RecentlyUsed<>(10, String::length);

    @Test
    void what_was_not_used_longest_goes_first() {
        kept.put(1, "four");
        kept.put(2, "four");
        assertThat(kept.get(1)).contains("four");
        kept.put(3, "four");
        assertThat(kept.get(2)).isEmpty();
        assertThat(kept.get(1)).contains("four");
        assertThat(kept.weight()).isEqualTo(8);
    }

    @Test
    void what_came_last_stays_whatever_it_weighs() {
        kept.put(1, "four");
        kept.put(2, "heavier than all there may be");
        assertThat(kept.get(1)).isEmpty();
        assertThat(kept.get(2)).isPresent();
    }

    @Test
    void what_weighs_nothing_is_not_given_up_for_what_does() {
        kept.put(1, "");
        for (int i = 2; i < 100; i++) {
            kept.put(i, "four");
        }
        assertThat(kept.get(1)).contains("");
    }

    @Test
    void planes_drawn_ahead_are_there_when_they_are_stepped_to() {
        RecentlyUsed<Integer, String> planes = new RecentlyUsed<>(40, String::length);
        for (int plane = 0; plane < 500; plane++) {
            assertThat(plane == 0 || planes.get(plane).isPresent()).as("plane " + plane).isTrue();
            for (int ahead = 1; ahead <= 2; ahead++) {
                if (planes.get(plane + ahead).isEmpty()) {
                    planes.put(plane + ahead, "four");
                }
            }
        }
    }

    @Test
    void a_value_is_replaced_or_removed_only_while_it_is_kept() {
        String first = "one";
        kept.put(1, first);
        kept.put(1, "other");
        kept.replace(1, first, "late");
        kept.remove(1, first);
        assertThat(kept.get(1)).contains("other");
        kept.removeIf(key -> key == 1);
        assertThat(kept.get(1)).isEmpty();
        assertThat(kept.weight()).isZero();
        kept.put(2, "four");
        kept.clear();
        assertThat(kept.weight()).isZero();
    }
}
