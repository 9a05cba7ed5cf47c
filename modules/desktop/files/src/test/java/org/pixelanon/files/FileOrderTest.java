package org.pixelanon.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
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
    @DisplayName("files are sorted by name in any case")
    void byName() {
        assertThat(FileSort.NAME.order(files)).containsExactly(3, 2, 1, 0);
    }

    @Test
    @DisplayName("tagged files come first and done files last")
    void byState() {
        assertThat(FileSort.STATE.order(files)).containsExactly(2, 1, 3, 0);
    }

    @Test
    @DisplayName("files with most findings left come first, equal ones as they were opened")
    void byFindings() {
        assertThat(FileSort.FINDINGS.order(files)).containsExactly(1, 3, 2, 0);
    }

    @Test
    @DisplayName("the search finds names and comments in any case, but not folders")
    void search() {
        assertThat(files.stream().filter(new FileFilter(Optional.empty(), " THREE ")))
                .containsExactly(files.get(1));
        assertThat(files.stream().filter(new FileFilter(Optional.empty(), "Corner")))
                .containsExactly(files.get(1));
        assertThat(files.stream().filter(new FileFilter(Optional.empty(), "c/"))).isEmpty();
    }

    @Test
    @DisplayName("a state and a search hold together")
    void both() {
        assertThat(files.stream().filter(new FileFilter(Optional.of(FileState.DONE), "o")))
                .containsExactly(files.get(0));
    }
}
