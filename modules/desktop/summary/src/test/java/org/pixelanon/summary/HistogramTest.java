package org.pixelanon.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void few_whole_numbers_have_a_bin_each() {
        assertThat(Histogram.of(new double[] {3, 5, 3}).bins())
                .containsExactly(
                        new Histogram.Bin(3, 4, 2),
                        new Histogram.Bin(4, 5, 0),
                        new Histogram.Bin(5, 6, 1));
        assertThat(Histogram.of(new double[] {7, 7}).rows().get(0).label()).isEqualTo("7");
    }

    @Test
    void a_number_on_an_edge_belongs_to_the_upper_bin() {
        double[] numbers = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();
        Histogram histogram = Histogram.of(numbers);
        assertThat(histogram.bins().get(0)).isEqualTo(new Histogram.Bin(0, 10, 10));
        assertThat(histogram.bins()).hasSize(11);
        assertThat(histogram.bins().get(10).count()).isEqualTo(1);
        assertThat(histogram.bins().get(1).label()).isEqualTo("10–20");
    }

    @Test
    void labels_are_free_of_binary_dust() {
        assertThat(Histogram.of(new double[] {0.1, 0.2, 0.7}).rows())
                .extracting(BarFigure.Row::label)
                .allMatch(label -> label.length() <= 9);
    }

    @Test
    void every_number_is_in_one_of_at_most_twenty_one_bins() {
        Random chance = new Random(7);
        for (int run = 0; run < 500; run++) {
            double scale = Math.pow(10, chance.nextInt(12) - 5);
            double[] numbers =
                    chance.doubles(1 + chance.nextInt(50)).map(d -> (d - 0.5) * scale).toArray();
            Histogram histogram = Histogram.of(numbers);
            long counted = histogram.bins().stream().mapToLong(Histogram.Bin::count).sum();
            assertThat(counted).isEqualTo(numbers.length);
            assertThat(histogram.bins()).hasSizeLessThanOrEqualTo(21);
        }
    }

    @Test
    void no_numbers_have_no_bins() {
        assertThat(Histogram.of(new double[0]).bins()).isEmpty();
    }

    @Test
    void the_median_of_an_even_number_is_between_the_two_in_the_middle() {
        assertThat(Histogram.median(4, 1, 2, 9)).hasValue(3);
        assertThat(Histogram.median()).isEmpty();
    }

    @Test
    void numbers_that_count_several_times_are_as_many() {
        assertThat(Histogram.of(new double[] {3, 5}, new long[] {2, 7}))
                .isEqualTo(Histogram.of(new double[] {5, 5, 5, 3, 5, 5, 5, 3, 5}));
    }
}
