package org.pixelanon.groups;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.DrawnDevice;
import blackbox.review.EventThread;
import blackbox.review.Sitting;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.review.item.FileState;

class GroupsPanelTest {

    private static final int ODD = 2;

    @TempDir Path folder;

    @Test
    void drawing_applying_checking_and_finishing_leaves_the_odd_member() throws Exception {
        DrawnDevice device = DrawnDevice.ECHO;
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            PixelRectangle[] places =
                    i == ODD
                            ? new PixelRectangle[] {device.name(), device.name().translate(20, 80)}
                            : new PixelRectangle[] {device.name()};
            files.add(device.write(folder.resolve("p" + i + ".dcm"), i, places));
        }
        try (Sitting sitting = new Sitting(folder, new EventThread())) {
            sitting.open(files);
            GroupsPanel panel =
                    sitting.on(() -> new GroupsPanel(sitting.session(), sitting.groups()));
            sitting.on(
                    () -> {
                        panel.setSize(900, 400);
                        layout(panel);
                        panel.open();
                        return true;
                    });
            JTable table = (JTable) named(panel, "groups.table").orElseThrow();
            sitting.await(() -> table.getRowCount() == 1);
            assertThat(sitting.on(() -> button(panel, "groups.check").isEnabled())).isFalse();
            sitting.on(
                    () -> {
                        table.setRowSelectionInterval(0, 0);
                        return true;
                    });
            sitting.await(() -> button(panel, "groups.check").isEnabled());
            CompositeCanvas canvas = (CompositeCanvas) named(panel, "groups.canvas").orElseThrow();
            sitting.await(canvas::hasPicture);
            assertThat(sitting.on(() -> button(panel, "groups.apply").isEnabled()))
                    .as("nothing is drawn yet")
                    .isFalse();
            sitting.on(
                    () -> {
                        drag(canvas, device);
                        return true;
                    });
            press(sitting, panel, "groups.apply");
            sitting.await(() -> sitting.session().files().get(4).rectangles() == 1);
            press(sitting, panel, "groups.check");
            OutlierList odd = (OutlierList) named(panel, "groups.odd").orElseThrow();
            sitting.await(() -> odd.getModel().getSize() == 1);
            press(sitting, panel, "groups.finish");
            sitting.await(() -> sitting.session().files().count(FileState.DONE) == 4);
            assertThat(sitting.line(files.get(ODD)).state()).isEqualTo(FileState.TAGGED);
            sitting.on(
                    () -> {
                        panel.close();
                        return true;
                    });
            sitting.saved();
        }
    }

    private static void press(Sitting sitting, GroupsPanel panel, String name) throws Exception {
        sitting.await(() -> button(panel, name).isEnabled());
        sitting.on(
                () -> {
                    button(panel, name).doClick();
                    return true;
                });
    }

    /** From outside the picture's left upper corner to beyond the name. */
    private static void drag(CompositeCanvas canvas, DrawnDevice device) {
        double scale =
                Math.min(
                        canvas.getWidth() / (double) device.width(),
                        canvas.getHeight() / (double) device.height());
        int left = (int) ((canvas.getWidth() - scale * device.width()) / 2);
        int top = (int) ((canvas.getHeight() - scale * device.height()) / 2);
        int right = left + (int) (scale * (device.name().right() + 4));
        int bottom = top + (int) (scale * (device.name().bottom() + 4));
        mouse(canvas, MouseEvent.MOUSE_PRESSED, left, top);
        mouse(canvas, MouseEvent.MOUSE_DRAGGED, right, bottom);
        mouse(canvas, MouseEvent.MOUSE_RELEASED, right, bottom);
    }

    private static void mouse(CompositeCanvas canvas, int what, int x, int y) {
        canvas.dispatchEvent(
                new MouseEvent(
                        canvas,
                        what,
                        0,
                        InputEvent.BUTTON1_DOWN_MASK,
                        x,
                        y,
                        1,
                        false,
                        MouseEvent.BUTTON1));
    }

    private static void layout(Container container) {
        container.doLayout();
        for (Component child : container.getComponents()) {
            if (child instanceof Container inner) {
                layout(inner);
            }
        }
    }

    private static AbstractButton button(Container in, String name) {
        return (AbstractButton) named(in, name).orElseThrow();
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
