package org.pixelanon.rulesview;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.DrawnDevice;
import blackbox.review.EventThread;
import blackbox.review.Sitting;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.rules.RuleResult;

/** The view over files of two drawn devices. */
class RulesPanelTest {

    private static final PixelRectangle NAME = DrawnDevice.ECHO.name();

    @TempDir private Path folder;

    private final List<Path> files = new ArrayList<>();
    private Sitting sitting;
    private RulesPanel panel;

    @BeforeEach
    void openFiles() throws Exception {
        for (int i = 0; i < 4; i++) {
            DrawnDevice device = i < 3 ? DrawnDevice.ECHO : DrawnDevice.TOMO;
            files.add(device.write(folder.resolve("f" + i + ".dcm"), i, 2, device.name()));
        }
        sitting = new Sitting(folder.resolve("db"), new EventThread());
        sitting.open(files);
        RuleChooser chooser =
                new RuleChooser() {
                    @Override
                    public Optional<Path> toOpen() {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Path> toSave() {
                        return Optional.of(folder.resolve("deid.dicom.site"));
                    }

                    @Override
                    public boolean giveUp() {
                        return true;
                    }
                };
        panel =
                sitting.on(
                        () -> {
                            RulesPanel made = new RulesPanel(sitting.session(), chooser);
                            made.begin();
                            return made;
                        });
    }

    @AfterEach
    void close() throws Exception {
        sitting.run(panel::end);
        sitting.saved();
        sitting.close();
    }

    @Test
    void two_clicks_make_a_rule_of_rectangles_with_a_preview_of_all_similar_files()
            throws Exception {
        draw(0, NAME);
        press("rules.draft");
        JList<?> similar = (JList<?>) named(panel, "rules.similar").orElseThrow();
        sitting.await("similar files", () -> similar.getModel().getSize() == 3);
        press("rules.add");
        JTable rules = table("rules.table");
        sitting.await("hits", () -> rules.getRowCount() == 1 && rules.getValueAt(0, 3).equals(3));
        assertThat(sitting.on(() -> rules.getValueAt(0, 0))).isEqualTo("Echo 5 OT 160x120");
        assertThat(sitting.on(this::lab)).containsExactly("No rule matches f3.dcm");
        press("rules.save");
        Path saved = folder.resolve("deid.dicom.site");
        sitting.await("saved", () -> Files.exists(saved));
        RuleBook book = RuleBook.read(List.of(saved), false);
        for (int i = 0; i < files.size(); i++) {
            try (DicomFile file = DicomFile.open(files.get(i))) {
                List<PixelRectangle> blanked =
                        book.apply(file).regions().stream()
                                .map(RuleResult.RuleRegion::region)
                                .map(r -> r.rectangle())
                                .toList();
                assertThat(blanked)
                        .as(files.get(i) + "")
                        .isEqualTo(i < 3 ? List.of(NAME) : List.of());
            }
        }
    }

    @Test
    void a_rectangle_that_is_switched_off_is_not_in_the_rule() throws Exception {
        draw(0, NAME);
        draw(0, new PixelRectangle(100, 100, 5, 5));
        press("rules.draft");
        sitting.await("preview", () -> button("rules.add").isEnabled());
        List<JCheckBox> boxes = new ArrayList<>();
        sitting.run(() -> boxes(panel, boxes));
        assertThat(boxes).extracting(JCheckBox::getText).hasSize(2);
        sitting.run(() -> boxes.get(1).doClick());
        press("rules.add");
        JTable rules = table("rules.table");
        sitting.await("rule", () -> rules.getRowCount() == 1);
        assertThat(sitting.on(() -> rules.getValueAt(0, 2))).isEqualTo(NAME.toString());
    }

    @Test
    void text_the_rules_leave_uncovered_is_listed_live_and_leads_to_its_plane() throws Exception {
        Path rules =
                Files.writeString(
                        folder.resolve("deid.dicom.echo"),
                        "FORMAT dicom\n\n%filter graylist\n\nLABEL Echo\n"
                                + "  equals ManufacturerModelName Echo 5\n"
                                + "  ctpcoordinates 8,6,60,12\n\nLABEL All\n"
                                + "  equals Modality OT\n  ctpcoordinates 150,0,20,4\n");
        sitting.run(() -> panel.read(rules));
        sitting.await("several", () -> lab().contains("Several rules match f0.dcm"));
        assertThat(sitting.on(this::lab))
                .as("the second rectangle extends outside the image of each file")
                .filteredOn(l -> l.startsWith("Rectangle outside"))
                .hasSize(4);
        sitting.run(() -> sitting.session().show(1));
        sitting.await("file", () -> sitting.session().open().isPresent());
        draw(1, new PixelRectangle(60, 60, 20, 10));
        sitting.await("uncovered", () -> lab().contains("Text left uncovered f1.dcm"));
        sitting.run(() -> sitting.session().show(0));
        sitting.await("file", () -> sitting.session().open().isPresent());
        JTable lab = table("rules.lab");
        sitting.run(
                () -> {
                    int row = lab().indexOf("Text left uncovered f1.dcm");
                    lab.setRowSelectionInterval(row, row);
                    lab.getActionMap().get("open").actionPerformed(new ActionEvent(lab, 0, ""));
                });
        sitting.await(
                "the place",
                () ->
                        sitting.session().current() == 1
                                && sitting.session().screen().planeIndex() == 1);
    }

    @Test
    void a_file_with_a_mistake_is_told_with_its_line_and_the_rules_shown_stay() throws Exception {
        Path good =
                Files.writeString(
                        folder.resolve("deid.dicom.good"),
                        "FORMAT dicom\n\n%filter graylist\n\nLABEL Echo\n"
                                + "  equals Modality OT\n  ctpcoordinates 8,6,60,12\n\n"
                                + "LABEL Again\n  equals Modality OT\n  ctpcoordinates 8,6,60,12\n");
        Path bad =
                Files.writeString(
                        folder.resolve("deid.dicom.bad"),
                        "FORMAT dicom\n%filter graylist\nLABL x\n");
        sitting.run(() -> panel.read(good));
        sitting.await("doubt", () -> lab().contains("Warning about the rules line 9"));
        sitting.run(() -> panel.read(bad));
        sitting.await("mistake", () -> lab().contains("Error in the rules line 3"));
        assertThat(sitting.on(() -> table("rules.table").getRowCount())).isEqualTo(2);
        JLabel document = (JLabel) named(panel, "rules.document").orElseThrow();
        assertThat(sitting.on(document::getText)).contains("deid.dicom.good");
    }

    private void draw(int frame, PixelRectangle rectangle) throws Exception {
        sitting.run(
                () -> sitting.session().editor().draw("draw", new FramePlane(frame), rectangle));
        sitting.await("saved", () -> sitting.session().editor().isSaved());
    }

    /** What and where of each line. */
    private List<String> lab() {
        JTable lab = table("rules.lab");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < lab.getRowCount(); i++) {
            lines.add(lab.getValueAt(i, 0) + " " + lab.getValueAt(i, 1));
        }
        return lines;
    }

    private void press(String name) throws Exception {
        sitting.await(name, () -> button(name).isEnabled());
        sitting.run(() -> button(name).doClick());
    }

    private AbstractButton button(String name) {
        return (AbstractButton) named(panel, name).orElseThrow();
    }

    private JTable table(String name) {
        return (JTable) named(panel, name).orElseThrow();
    }

    private static void boxes(Container in, List<JCheckBox> out) {
        for (Component child : in.getComponents()) {
            if (child instanceof JCheckBox box) {
                out.add(box);
            } else if (child instanceof Container inner) {
                boxes(inner, out);
            }
        }
    }

    private static Optional<Component> named(Container in, String name) {
        for (Component child : in.getComponents()) {
            if (name.equals(child.getName())) {
                return Optional.of(child);
            }
            Optional<Component> deeper =
                    child instanceof Container inner ? named(inner, name) : Optional.empty();
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }
}
