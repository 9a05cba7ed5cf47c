package org.pixelanon.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pixelanon.review.item.FileFilter;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;

class FileOrderTest {

    private static ReviewFile file(String path, FileState state, String comment, int undecided) {
        return ReviewFile.of(Path.of(path)).marked(state, comment).counted(0, undecided);
    }

    private final List<ReviewFile> files =
            List.of(
                    file("/b/two.dcm", FileState.DONE, "", 0),
                    file("/a/Three.dcm", FileState.TO_REVIEW, "look at the corner", 4),
                    file("/c/one.dcm", FileState.TAGGED, "", 1),
                    file("/c/four.dcm", FileState.FAILED, "", 4));

    @Test
    void files_are_sorted_by_name_in_any_case() {
        assertThat(FileSort.NAME.order(files)).containsExactly(3, 2, 1, 0);
    }

    @Test
    void tagged_files_come_first_and_done_files_last() {
        assertThat(FileSort.STATE.order(files)).containsExactly(2, 1, 3, 0);
    }

    @Test
    void files_with_most_findings_left_come_first_equal_ones_as_they_were_opened() {
        assertThat(FileSort.FINDINGS.order(files)).containsExactly(1, 3, 2, 0);
    }

    @Test
    void the_search_finds_names_and_comments_in_any_case_but_not_folders() {
        assertThat(files.stream().filter(new FileFilter(null, " THREE ")))
                .containsExactly(files.get(1));
        assertThat(files.stream().filter(new FileFilter(null, "Corner")))
                .containsExactly(files.get(1));
        assertThat(files.stream().filter(new FileFilter(null, "c/"))).isEmpty();
    }

    @Test
    void a_state_and_a_search_hold_together() {
        assertThat(files.stream().filter(new FileFilter(FileState.DONE, "o")))
                .containsExactly(files.get(0));
    }
}
