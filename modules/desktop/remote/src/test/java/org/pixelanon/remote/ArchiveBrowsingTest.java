package org.pixelanon.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pixelanon.remote.Trial.find;
import static org.pixelanon.remote.Trial.on;
import static org.pixelanon.remote.Trial.run;

import blackbox.review.StandInArchive;
import java.awt.Container;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.workbench.source.OpenRequest;

/** An archive as people look through it. */
class ArchiveBrowsingTest {

    @TempDir Path folder;

    private final MemoryPreferences memory = new MemoryPreferences();
    private final List<OpenRequest> opened = new ArrayList<>();
    private StandInArchive archive;
    private Trial trial;
    private BrowsePanel panel;
    private Container all;

    @BeforeEach
    void start() throws Exception {
        archive = new StandInArchive();
        trial = new Trial(folder, new KeptKey());
        panel =
                on(
                        () ->
                                new BrowsePanel(
                                        PlaceKind.ARCHIVE,
                                        trial.places,
                                        trial.workers,
                                        memory,
                                        opened::add));
        all = panel.component();
        run(() -> Trial.layout(all, 900, 500));
    }

    @AfterEach
    void stop() throws Exception {
        archive.close();
        trial.close();
    }

    private JTable table() {
        return find(all, "remote.entries", JTable.class);
    }

    private int rows() {
        return table().getRowCount();
    }

    private AbstractButton button(String name) {
        return name.equals("remote.open")
                ? panel.openButton()
                : find(all, name, AbstractButton.class);
    }

    private void go(String address) throws Exception {
        run(
                () -> {
                    find(all, "remote.address", JTextField.class).setText(address);
                    button("remote.go").doClick();
                });
    }

    private void studies(int count) {
        for (int i = 1; i <= count; i++) {
            archive.study(
                    "1." + (1000 + i),
                    Map.of("00100020", "P" + i, "00080020", "20260102", "00081030", "<html><b>x"));
        }
    }

    @Test
    void studies_come_a_screen_at_a_time_as_somebody_scrolls() throws Exception {
        studies(400);
        go(archive.address());
        Trial.await("the first rows", () -> rows() > 0);
        run(() -> Trial.layout(all, 900, 500));
        Trial.await("a screen ahead", () -> !panelLoads());
        int first = on(this::rows);
        assertThat(first).isLessThan(120);
        assertThat(on(() -> find(all, "remote.status", JLabel.class).getText()))
                .isEqualTo(first + " entries so far; scroll for more");

        int before = first;
        while (before < 400) {
            int last = before;
            run(() -> table().scrollRectToVisible(table().getCellRect(last - 1, 0, true)));
            Trial.await("more rows than " + last, () -> rows() > last);
            before = on(this::rows);
        }
        assertThat(on(() -> table().getValueAt(399, 1))).isEqualTo("P400");
        assertThat(on(() -> table().getValueAt(399, 0))).isEqualTo("2026-01-02");
        assertThat(on(() -> table().prepareRenderer(table().getCellRenderer(0, 3), 0, 3)))
                .isInstanceOfSatisfying(
                        JLabel.class,
                        label -> assertThat(label.getClientProperty("html")).isNull());
    }

    private boolean panelLoads() {
        return find(all, "remote.status", JLabel.class).getText().startsWith("Loading");
    }

    @Test
    void a_patient_is_asked_for_and_written_down_nowhere() throws Exception {
        studies(3);
        run(() -> find(all, "remote.patient", JTextField.class).setText("P2"));
        go(archive.address().replace("dicomweb+", "").replace("/studies", ""));
        Trial.await("the study", () -> rows() == 1);
        assertThat(button("remote.open").isEnabled()).isFalse(); // nobody opens all of an archive
        run(() -> table().setRowSelectionInterval(0, 0));
        run(() -> button("remote.open").doClick());
        assertThat(opened)
                .containsExactly(
                        new OpenRequest(List.of(archive.address() + "/1.1002"), "", List.of()));
        assertThat(memory.values.toString()).doesNotContain("P2");
    }

    @Test
    void what_goes_wrong_is_said_and_can_be_tried_again() throws Exception {
        studies(3);
        archive.refuse(401);
        go(archive.address());
        JLabel words = find(all, "remote.words", JLabel.class);
        Trial.await("what is wrong", () -> words.getText().contains("requires a login"));
        assertThat(button("remote.retry").isVisible()).isTrue();

        archive.refuse(0);
        run(() -> button("remote.retry").doClick());
        Trial.await("the studies", () -> rows() == 3);
        assertThat(button("remote.retry").isVisible()).isFalse();

        assertThat(memory.values).containsValue(archive.address());
        go("https://me:hunter2@localhost/pacs");
        Trial.await("why not", () -> words.getText().contains("never in a URL"));
        assertThat(words.getText() + memory.values).doesNotContain("hunter2");
        go("localhost:1/nothing");
        Trial.await("why not", () -> words.getText().contains("connection refused"));
        go("dicomweb+ftp://host/studies");
        Trial.await("what is known", () -> words.getText().contains("is not supported"));
    }

    @Test
    void somebody_goes_down_to_images_and_up_again_and_opens_some_of_them() throws Exception {
        studies(2);
        archive.instance("1.9.1", new byte[1]);
        archive.instance("1.9.2", new byte[1]);
        go(archive.address());
        Trial.await("the studies", () -> rows() == 2);
        enter(0);
        Trial.await("the series", () -> table().getColumnName(2).equals("Description"));
        enter(0);
        Trial.await("the images", () -> table().getColumnName(1).equals("Frames"));
        assertThat(on(this::rows)).isEqualTo(2);
        run(
                () -> {
                    find(all, "remote.choice", JComboBox.class).setSelectedIndex(2);
                    find(all, "remote.choicevalue", JTextField.class).setText("many");
                    button("remote.open").doClick();
                });
        assertThat(opened).isEmpty();
        assertThat(find(all, "remote.status", JLabel.class).getText())
                .contains("random:many is not one of");
        run(
                () -> {
                    find(all, "remote.choicevalue", JTextField.class).setText("1");
                    button("remote.open").doClick();
                });
        assertThat(opened)
                .containsExactly(
                        new OpenRequest(
                                List.of(archive.address() + "/1.1001/series/1.9"),
                                "",
                                List.of("random:1")));
        run(() -> button("remote.up").doClick());
        Trial.await("the series", () -> table().getColumnName(2).equals("Description"));
        run(() -> button("remote.up").doClick());
        Trial.await("the studies", () -> rows() == 2);
        assertThat(on(() -> button("remote.up").isEnabled())).isFalse();
    }

    private void enter(int row) throws Exception {
        run(
                () -> {
                    table().setRowSelectionInterval(row, row);
                    table().getActionMap().get("ENTER").actionPerformed(null);
                });
    }
}
