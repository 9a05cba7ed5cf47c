package org.pixelanon.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pixelanon.review.item.CopyState;
import org.pixelanon.review.item.FileFilter;
import org.pixelanon.review.item.FileSign;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.SearchState;

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
    void numbers_in_names_count_by_their_value_and_letters_in_any_case() {
        List<ReviewFile> named =
                List.of("/s/a10.dcm", "/s/A2.dcm", "/s/a007.dcm", "/s/b.dcm", "/r/c1.dcm").stream()
                        .map(path -> file(path, FileState.TO_REVIEW, "", 0))
                        .toList();
        assertThat(FileSort.NAME.order(named)).containsExactly(1, 2, 0, 3, 4);
        assertThat(FileSort.FOLDER.order(named)).containsExactly(4, 1, 2, 0, 3);
    }

    @Test
    void an_order_by_names_is_the_same_from_both_sides() {
        List<String> names = List.of("a", "a1", "a01", "a/b", "ab", "a1b", "", "10", "9", "a-1");
        for (String a : names) {
            for (String b : names) {
                int there = Integer.signum(FileSort.natural(a, b));
                assertThat(Integer.signum(FileSort.natural(b, a))).isEqualTo(-there);
                assertThat(there == 0).as(a + " " + b).isEqualTo(a.equals(b));
            }
        }
    }

    @Test
    void files_with_most_findings_left_come_first_equal_ones_as_they_were_opened() {
        assertThat(FileSort.FINDINGS.order(files)).containsExactly(1, 3, 2, 0);
    }

    @Test
    void the_search_finds_names_and_comments_in_any_case_and_folders_by_a_slash() {
        assertThat(files.stream().filter(new FileFilter(null, " THREE ")))
                .containsExactly(files.get(1));
        assertThat(files.stream().filter(new FileFilter(null, "Corner")))
                .containsExactly(files.get(1));
        assertThat(files.stream().filter(new FileFilter(null, "C/")))
                .containsExactly(files.get(2), files.get(3));
        assertThat(files.stream().filter(new FileFilter(null, "c\\one")))
                .containsExactly(files.get(2));
        assertThat(files.stream().filter(new FileFilter(null, "dcm/"))).isEmpty();
    }

    @Test
    void each_sign_can_be_filtered_and_every_file_has_exactly_one() {
        List<ReviewFile> all =
                List.of(
                        file("/a", FileState.TO_REVIEW, "", 0),
                        file("/b", FileState.TO_REVIEW, "", 1).searched(SearchState.PARTLY),
                        file("/c", FileState.TO_REVIEW, "", 1).searched(SearchState.WHOLE),
                        file("/d", FileState.TO_REVIEW, "", 0).searched(SearchState.WHOLE),
                        file("/e", FileState.DONE, "", 0),
                        file("/f", FileState.DONE, "", 0).copied(CopyState.EXPORTED),
                        file("/g", FileState.DONE, "", 0).copied(CopyState.WITHHELD),
                        file("/h", FileState.DONE, "", 0).copied(CopyState.FAILED),
                        file("/i", FileState.TAGGED, "", 0),
                        file("/j", FileState.TO_REVIEW, "", 0).failed("why"));
        for (FileSign sign : FileSign.values()) {
            FileFilter only = new FileFilter(null, false, Set.of(sign), "");
            assertThat(all.stream().filter(only)).as(sign.name()).hasSize(1);
        }
        assertThat(all.stream().map(FileSign::of).toList())
                .startsWith(
                        FileSign.NOT_SEARCHED,
                        FileSign.PARTLY_SEARCHED,
                        FileSign.SEARCHED,
                        FileSign.DECIDED,
                        FileSign.DONE,
                        FileSign.EXPORTED);
    }

    @Test
    void a_file_that_is_put_back_to_review_has_no_copy_that_counts() {
        ReviewFile copied = file("/f", FileState.DONE, "", 0).copied(CopyState.EXPORTED);
        ReviewFile again = copied.marked(FileState.TO_REVIEW, "").marked(FileState.DONE, "");
        assertThat(FileSign.of(again)).isEqualTo(FileSign.DONE);
    }

    @Test
    void a_state_and_a_search_hold_together() {
        assertThat(files.stream().filter(new FileFilter(FileState.DONE, "o")))
                .containsExactly(files.get(0));
    }
}
