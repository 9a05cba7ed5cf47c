package org.pixelanon.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pixelanon.dicom.render.DisplayWindow;

/** The windows that one key goes through. */
class WindowCycleTest {

    private static List<DisplayWindow> cycle(int further) {
        List<DisplayWindow> out = new ArrayList<>();
        DisplayWindow window = new DisplayWindow.OfFile();
        do {
            out.add(window);
            window = ViewActions.windowAfter(window, 0, further);
        } while (!window.equals(out.get(0)));
        return out;
    }

    @Test
    void what_no_element_describes_follows_the_windows_of_files_that_have_such() {
        List<DisplayWindow> plain = cycle(0);
        List<DisplayWindow> more = cycle(2);
        assertThat(more.subList(0, plain.size())).isEqualTo(plain);
        assertThat(more.subList(plain.size(), more.size()))
                .containsExactly(
                        new DisplayWindow.Undescribed(0), new DisplayWindow.Undescribed(1));
    }

    @Test
    void any_other_window_is_followed_by_the_one_of_the_file() {
        assertThat(ViewActions.windowAfter(new DisplayWindow.Linear(40, 400), 0, 0))
                .isEqualTo(new DisplayWindow.OfFile());
        assertThat(ViewActions.windowAfter(new DisplayWindow.Undescribed(7), 0, 0)).isNotNull();
    }

    @Test
    void windows_of_the_file_follow_before_bits_that_nothing_describes() {
        DisplayWindow last = new DisplayWindow.Percentiles(5, 95);
        assertThat(ViewActions.windowAfter(last, 2, 1)).isEqualTo(new DisplayWindow.Stated(0));
        assertThat(ViewActions.windowAfter(new DisplayWindow.Stated(1), 2, 1))
                .isEqualTo(new DisplayWindow.Undescribed(0));
        assertThat(ViewActions.windowAfter(new DisplayWindow.Undescribed(0), 2, 1))
                .isEqualTo(new DisplayWindow.OfFile());
    }
}
