package blackbox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.RecognizedText.Alternative;
import org.pixelanon.model.text.Calibration;
import org.pixelanon.model.text.TextReader.Reading;

class ReadingTest {

    @Test
    void alternatives_are_told_once_and_the_likeliest_first() {
        Reading reading =
                new Reading(
                        "14 Hz",
                        .6,
                        List.of(
                                new Alternative("14 H2", .1),
                                new Alternative("14 Hz", .6),
                                new Alternative("74 Hz", .3),
                                new Alternative("14 H2", .4)));

        assertThat(reading.alternatives())
                .containsExactly(new Alternative("14 H2", .4), new Alternative("74 Hz", .3));
        assertThat(reading.toString()).doesNotContain("Hz");
        assertThat(reading.alternatives().toString()).doesNotContain("Hz");
    }

    @Test
    void lines_are_as_sure_as_the_least_sure_and_each_alternative_is_of_one() {
        Reading lines =
                Reading.ofLines(
                        List.of(
                                new Reading("12/07", .9, List.of(new Alternative("72/07", .3))),
                                new Reading("14:43", .5)));

        assertThat(lines.text()).isEqualTo("12/07 14:43");
        assertThat(lines.confidence()).isEqualTo(.5);
        assertThat(lines.alternatives()).containsExactly(new Alternative("72/07 14:43", .3));
    }

    @Test
    void what_is_no_share_is_no_probability() {
        assertThatThrownBy(() -> new Alternative("", 1.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reading("", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_calibration_is_linear_between_its_points() throws IOException {
        Calibration table = Calibration.of(ReadingTest.class, "rising.txt");

        assertThat(table.of(0)).isEqualTo(.1);
        assertThat(table.of(.5)).isCloseTo(.2, within(1e-9));
        assertThat(table.of(.75)).isCloseTo(.5, within(1e-9));
        assertThat(table.of(1)).isEqualTo(.8);
        assertThat(Calibration.NONE.of(.3)).isCloseTo(.3, within(1e-9));
    }

    @Test
    void a_table_that_falls_or_is_missing_is_refused() {
        assertThatThrownBy(() -> Calibration.of(ReadingTest.class, "falling.txt"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("falling.txt");
        assertThatThrownBy(() -> Calibration.of(ReadingTest.class, "absent.txt"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("absent.txt");
    }
}
