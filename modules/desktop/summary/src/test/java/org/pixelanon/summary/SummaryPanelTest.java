package org.pixelanon.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.util.List;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

class SummaryPanelTest {

    private static final SummaryPanel.Questions NOBODY =
            new SummaryPanel.Questions() {
                @Override
                public void refresh() {}

                @Override
                public void openCsv() {}
            };

    @Test
    void no_control_is_cut_off_however_narrow_the_view_is() throws Exception {
        SwingUtilities.invokeAndWait(
                () -> {
                    SummaryPanel panel = new SummaryPanel(NOBODY);
                    panel.offerColumns(
                            "a_file_of_tags.csv",
                            List.of("Modality", "SecondaryCaptureDeviceManufacturer"));
                    for (int width : new int[] {1600, 700, 420}) {
                        panel.setSize(width, 400);
                        panel.doLayout();
                        Container bar = (Container) panel.getComponent(0);
                        bar.doLayout();
                        for (Component control : bar.getComponents()) {
                            assertThat(!control.isVisible() || isInside(bar, control))
                                    .as("%s at %d pixels", control.getName(), width)
                                    .isTrue();
                        }
                    }
                });
    }

    private static boolean isInside(Container bar, Component control) {
        Rectangle at = control.getBounds();
        return at.height > 0 && new Rectangle(bar.getSize()).contains(at);
    }
}
