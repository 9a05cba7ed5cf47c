package org.pixelanon.workbench.options;

import java.awt.Dimension;
import java.awt.GridLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;

/**
 * An explanation in one or more lines; text that does not fit is cut off and shown as a tooltip.
 */
final class Saying extends JPanel {

    Saying() {
        super(new GridLayout(0, 1));
    }

    Saying(String words) {
        this();
        say(words);
    }

    /** Changes the text. */
    void say(String words) {
        removeAll();
        for (String line : words.split("\n")) {
            JLabel label = new JLabel(line);
            label.setForeground(UIManager.getColor("Label.disabledForeground"));
            label.setToolTipText(line);
            int height = label.getFontMetrics(label.getFont()).getHeight();
            label.setMinimumSize(new Dimension(0, height));
            add(label);
        }
        revalidate();
        repaint();
    }
}
