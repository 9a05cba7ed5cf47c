package org.pixelanon.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewPaceTest {

    private static final Locale BEFORE = Locale.getDefault();

    private final ReviewPace pace = new ReviewPace();

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.ROOT);
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(BEFORE);
    }

    private void marked(double... seconds) {
        for (double second : seconds) {
            pace.marked((long) (second * 1e9));
        }
    }

    @Test
    void one_file_says_nothing_about_the_pace() {
        marked(-5);

        assertThat(pace.secondsPerFile()).isEmpty();
    }

    @Test
    void the_pace_is_the_median_time_between_files_so_that_one_hard_file_changes_little() {
        marked(0, 3, 5, 65, 69);

        assertThat(pace.secondsPerFile()).hasValue(3.5);
    }

    @Test
    void a_pause_of_more_than_two_minutes_does_not_count() {
        marked(0, 2, 600, 604);

        assertThat(pace.secondsPerFile()).hasValue(3);
    }

    @Test
    void files_marked_by_one_act_count_once() {
        marked(0, 4, 4.001, 4.002, 4.003, 8);

        assertThat(pace.secondsPerFile()).hasValue(4);
    }

    @Test
    void progress_tells_files_done_seconds_per_file_and_the_time_left() {
        assertThat(Words.progress(185, 1815, 2000, 3.1))
                .isEqualTo("185 of 2,000 done, 3.1 s each, 1 h 34 min left");
        assertThat(Words.progress(1, 20, 21, 3)).isEqualTo("1 of 21 done, 3.0 s each, 1 min left");
        assertThat(Words.progress(9, 1, 10, 2)).endsWith("less than 1 min left");
    }

    @Test
    void progress_promises_no_time_when_the_pace_is_unknown_or_nothing_is_left() {
        assertThat(Words.progress(0, 5)).isEqualTo("0 of 5 done");
        assertThat(Words.progress(5, 0, 5, 2)).isEqualTo("5 of 5 done");
    }
}
