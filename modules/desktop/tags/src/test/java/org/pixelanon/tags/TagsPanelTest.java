package org.pixelanon.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.pixelanon.dicom.data.VR;

class TagsPanelTest {

    private static <T> T find(Container in, Class<T> type, String name) {
        for (Component child : in.getComponents()) {
            if (name.equals(child.getName())) {
                return type.cast(child);
            }
            if (child instanceof Container container) {
                T found = find(container, type, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static void onEventThread(Runnable what) throws Exception {
        SwingUtilities.invokeAndWait(what);
    }

    @Test
    void typing_goes_to_the_first_match_and_counts_and_shows_the_whole_value() throws Exception {
        onEventThread(
                () -> {
                    TagsPanel panel = new TagsPanel();
                    panel.setTree(Lines.nested());
                    find(panel, JTextField.class, "tags.search").setText("a160");
                    assertThat(find(panel, JLabel.class, "tags.count").getText())
                            .isEqualTo("1 of 3");
                    assertThat(find(panel, JTextArea.class, "tags.value").getText())
                            .isEqualTo("first");
                    TagTable table = find(panel, TagTable.class, "tags.table");
                    assertThat(table.rowText()).isEqualTo("(0040,A160)\tUT\tText Value\tfirst");
                    assertThat(table.valueText()).isEqualTo("first");
                });
    }

    @Test
    void the_selected_place_is_selected_again_in_the_next_file() throws Exception {
        onEventThread(
                () -> {
                    TagsPanel panel = new TagsPanel();
                    panel.setTree(Lines.nested());
                    TagTable table = find(panel, TagTable.class, "tags.table");
                    table.select(0);
                    panel.setMessage("reading");
                    panel.setTree(
                            TagTree.of(
                                    List.of(
                                            Lines.text(0x00080060, VR.CS, "CT"),
                                            Lines.text(Lines.NAME, VR.PN, "Other"))));
                    assertThat(table.valueText()).isEqualTo("Other");
                    panel.setSeen(Set.of("(0010,0010)"));
                    assertThat(table.getSelectedRow()).isEqualTo(4);
                });
    }

    @Test
    void review_keys_are_left_to_the_window() throws Exception {
        onEventThread(
                () -> {
                    TagTable table = new TagTable(new TagTableModel());
                    for (int key :
                            new int[] {
                                KeyEvent.VK_ENTER,
                                KeyEvent.VK_SPACE,
                                KeyEvent.VK_TAB,
                                KeyEvent.VK_BACK_SPACE
                            }) {
                        KeyStroke stroke = KeyStroke.getKeyStroke(key, 0);
                        KeyEvent event =
                                new KeyEvent(
                                        table,
                                        KeyEvent.KEY_PRESSED,
                                        0,
                                        0,
                                        key,
                                        KeyEvent.CHAR_UNDEFINED);
                        for (int when :
                                new int[] {
                                    JComponent.WHEN_FOCUSED,
                                    JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT
                                }) {
                            assertThat(table.processKeyBinding(stroke, event, when, true))
                                    .as(stroke.toString())
                                    .isFalse();
                        }
                    }
                });
    }
}
