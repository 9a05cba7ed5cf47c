package org.pixelanon.workbench.options;

import java.awt.Dimension;
import java.awt.GridLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;

/** What something does, in a line or more; what does not fit is cut off and told by its hint. */
final class Saying extends JPanel {

    Saying() {
        super(new GridLayout(0, 1));
    }

    Saying(String words) {
        this();
        say(words);
    }

    /** Says something else. */
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
