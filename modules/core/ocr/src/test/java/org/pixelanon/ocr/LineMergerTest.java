package org.pixelanon.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pixelanon.model.PixelRectangle;

/** Background between and around lines is not a line; each line on it gets a rectangle. */
class LineMergerTest {

    private static final int CLEAR = 30;
    private static final int DULL = 3;

    private final MarkImage marks = new MarkImage(640, 480);
    private final LineMerger merger = new LineMerger(640, 480);

    @Test
    void dark_ground_around_two_bright_lines_in_a_corner_is_left_out() {
        add(line(7, 428, 106, 446, 6), CLEAR, true);
        add(line(7, 455, 100, 473, 6), CLEAR, true);
        add(line(0, 428, 104, 480, 1), DULL, false);
        assertThat(merger.lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.rectangle().height()).isLessThan(30));
    }

    @Test
    void ground_that_reaches_from_a_line_to_the_next_is_left_out() {
        add(line(703, 437, 757, 449, 6), CLEAR, true);
        add(line(703, 437, 757, 455, 4), 1.4, false);
        add(line(564, 437, 618, 449, 6), CLEAR, true);
        add(line(564, 437, 618, 455, 4), 1.4, false);
        assertThat(merger.lines()).allMatch(line -> line.rectangle().y() > 430);
        assertThat(merger.lines()).allMatch(line -> line.rectangle().height() <= 20);
    }

    @Test
    void pieces_of_ground_do_not_make_bright_text_dark() {
        add(line(7, 428, 106, 446, 6), CLEAR, true);
        add(line(7, 428, 140, 446, 7), 2.1, false);
        assertThat(merger.lines()).hasSize(1).allMatch(TextLine::bright);
    }

    @Test
    void dark_text_as_clear_as_the_bright_lines_on_it_stays() {
        add(line(7, 428, 106, 446, 6), DULL, true);
        add(line(7, 455, 100, 473, 6), DULL, true);
        add(line(0, 428, 104, 480, 3), DULL, false);
        assertThat(merger.lines())
                .anyMatch(line -> line.rectangle().contains(new PixelRectangle(0, 428, 104, 52)));
    }

    private void add(LineCandidate line, double quality, boolean bright) {
        merger.add(
                line,
                new LineClarity(3, 100, quality),
                new LinePadding(marks, 0, false),
                bright,
                0);
    }

    private static LineCandidate line(int left, int top, int right, int bottom, int glyphs) {
        return new LineCandidate(left, top, right, bottom, glyphs, bottom - top, 0, .1, .5, .3);
    }
}
