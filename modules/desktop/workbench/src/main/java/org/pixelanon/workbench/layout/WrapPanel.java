package org.pixelanon.workbench.layout;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.JPanel;

/** Lays out components in as many lines as the width requires. */
public class WrapPanel extends JPanel {

    private static final int BESIDE = 6;
    private static final int BELOW = 3;

    /** Makes an empty one. */
    public WrapPanel() {
        super(new FlowLayout(FlowLayout.LEADING, BESIDE, BELOW));
        addComponentListener(
                new ComponentAdapter() {
                    @Override
                    public void componentResized(ComponentEvent event) {
                        revalidate(); // other lines need another height
                    }
                });
    }

    /** A flow layout breaks lines but requests the height of one. */
    @Override
    public Dimension getPreferredSize() {
        Dimension one = super.getPreferredSize();
        Container parent = getParent();
        int room = parent == null ? 0 : parent.getWidth();
        if (room <= 0 || one.width <= room) {
            return one;
        }
        int x = BESIDE;
        int y = BELOW;
        int height = 0;
        for (Component component : getComponents()) {
            if (!component.isVisible()) {
                continue;
            }
            Dimension size = component.getPreferredSize();
            if (x > BESIDE && x + size.width + BESIDE > room) {
                x = BESIDE;
                y += height + BELOW;
                height = 0;
            }
            x += size.width + BESIDE;
            height = Math.max(height, size.height);
        }
        return new Dimension(room, y + height + BELOW);
    }
}
