package org.pixelanon.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
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
    @DisplayName("one file says nothing about the pace")
    void oneFile() {
        marked(-5);

        assertThat(pace.secondsPerFile()).isEmpty();
    }

    @Test
    @DisplayName("the pace is the median time between files, so that one hard file changes little")
    void median() {
        marked(0, 3, 5, 65, 69);

        assertThat(pace.secondsPerFile()).hasValue(3.5);
    }

    @Test
    @DisplayName("a pause of more than two minutes does not count")
    void pause() {
        marked(0, 2, 600, 604);

        assertThat(pace.secondsPerFile()).hasValue(3);
    }

    @Test
    @DisplayName("files marked by one act count once")
    void group() {
        marked(0, 4, 4.001, 4.002, 4.003, 8);

        assertThat(pace.secondsPerFile()).hasValue(4);
    }

    @Test
    @DisplayName("progress tells files done, seconds per file and the time left")
    void words() {
        assertThat(Words.progress(185, 1815, 2000, OptionalDouble.of(3.1)))
                .isEqualTo("185 of 2,000 done, 3.1 s each, 1 h 34 min left");
        assertThat(Words.progress(1, 20, 21, OptionalDouble.of(3)))
                .isEqualTo("1 of 21 done, 3.0 s each, 1 min left");
        assertThat(Words.progress(9, 1, 10, OptionalDouble.of(2))).endsWith("less than 1 min left");
    }

    @Test
    @DisplayName("progress promises no time when the pace is unknown or nothing is left")
    void noPromise() {
        assertThat(Words.progress(0, 5, 5, OptionalDouble.empty())).isEqualTo("0 of 5 done");
        assertThat(Words.progress(5, 0, 5, OptionalDouble.of(2))).isEqualTo("5 of 5 done");
    }
}
