package org.pixelanon.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixelanon.dicom.data.VR;

class TagTableModelTest {

    private final TagTableModel model = new TagTableModel();

    @BeforeEach
    void show() {
        model.setTree(Lines.nested());
    }

    private List<String> titles() {
        return IntStream.range(0, model.getRowCount())
                .mapToObj(i -> model.getValueAt(i, TagTableModel.TAG))
                .toList();
    }

    private int depth(int row) {
        return model.row(row).node().depth();
    }

    @Test
    void sequences_are_folded_at_first() {
        assertThat(titles()).containsExactly("(0010,0010)", "(0040,A730)");
    }

    @Test
    void items_and_their_elements_are_indented_below_their_sequence() {
        model.setExpanded(1, true);
        assertThat(titles()).containsExactly("(0010,0010)", "(0040,A730)", "Item 1", "Item 2");
        model.setExpanded(2, true);
        assertThat(titles())
                .containsExactly(
                        "(0010,0010)",
                        "(0040,A730)",
                        "Item 1",
                        "(0040,A160)",
                        "(0040,A730)",
                        "Item 2");
        assertThat(IntStream.of(1, 2, 3).map(this::depth)).containsExactly(0, 1, 2);
        model.setExpanded(1, false);
        assertThat(titles()).hasSize(2);
    }

    @Test
    void a_sequence_of_one_item_shows_its_elements_at_once() {
        model.setExpanded(1, true);
        model.setExpanded(2, true);
        model.setExpanded(4, true);
        assertThat(titles().subList(4, 7)).containsExactly("(0040,A730)", "Item 1", "(0040,A160)");
    }

    @Test
    void what_is_expanded_stays_expanded_when_another_file_comes() {
        model.setExpanded(1, true);
        model.setTree(TagTree.of(List.of(Lines.text(Lines.NAME, VR.PN, "other"))));
        assertThat(titles()).hasSize(1);
        model.setTree(Lines.nested());
        assertThat(titles()).hasSize(4);
    }

    @Test
    void a_hidden_place_is_revealed_with_all_that_holds_it() {
        TagNode deep =
                model.tree().all().stream()
                        .filter(n -> n.searchable().contains("deep words"))
                        .findFirst()
                        .orElseThrow();
        assertThat(model.rowOf(deep.path())).isEqualTo(-1);
        int row = model.reveal(deep);
        assertThat(model.getValueAt(row, TagTableModel.VALUE)).isEqualTo("deep words");
        assertThat(depth(row)).isEqualTo(4);
    }

    @Test
    void elements_seen_in_the_image_come_first_and_stay_in_their_place_as_well() {
        TagNode name = model.tree().roots().get(0);
        model.setSeen(Set.of(name.path()));
        assertThat(titles())
                .containsExactly(
                        "Seen in the image (1)",
                        "(0010,0010)",
                        "All elements (6)",
                        "(0010,0010)",
                        "(0040,A730)");
        assertThat(model.row(1).excerpt()).isTrue();
        assertThat(model.rowOf(name.path())).isEqualTo(3);
        model.setTree(Lines.nested());
        assertThat(titles()).as("nothing is known to be seen in another file").hasSize(2);
    }

    @Test
    void the_same_tag_twice_is_two_places() {
        TagTree tree =
                TagTree.of(
                        List.of(
                                Lines.text(Lines.NAME, VR.PN, "one"),
                                Lines.text(Lines.NAME, VR.PN, "two")));
        assertThat(tree.roots()).extracting(TagNode::path).doesNotHaveDuplicates();
    }
}
