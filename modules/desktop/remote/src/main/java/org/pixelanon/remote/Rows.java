package org.pixelanon.remote;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;

/** Fields below each other, each with its label before it. */
final class Rows {

    private final JPanel component = new JPanel(new GridBagLayout());
    private int row;

    Rows() {
        component.setBorder(BorderFactory.createEmptyBorder(12, 16, 8, 16));
    }

    JComponent component() {
        return component;
    }

    void add(String label, JComponent field) {
        JLabel before = new JLabel(label);
        before.setLabelFor(field);
        component.add(before, place(0, 1));
        component.add(field, place(1, 1));
        row++;
    }

    /** Something without a label. */
    void add(JComponent field) {
        component.add(field, place(1, 1));
        row++;
    }

    /** A text over the whole width. */
    void words(JLabel label) {
        component.add(label, place(0, 2));
        row++;
    }

    /** An explanation of a field. */
    void small(String words) {
        JLabel label = new JLabel(words);
        label.setForeground(UIManager.getColor("Label.disabledForeground"));
        add(label);
    }

    private GridBagConstraints place(int column, int width) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = column;
        place.gridy = row;
        place.gridwidth = width;
        place.weightx = column + width > 1 ? 1 : 0;
        place.insets = new Insets(4, 4, 4, 8);
        place.anchor = GridBagConstraints.LINE_START;
        place.fill = GridBagConstraints.HORIZONTAL;
        return place;
    }

    /** A label for problems, which shows foreign text literally. */
    static JLabel problem(String name) {
        JLabel label = new JLabel();
        label.setName(name);
        label.putClientProperty("html.disable", true);
        java.awt.Color red = UIManager.getColor("Actions.Red");
        if (red != null) {
            label.setForeground(red);
        }
        return label;
    }
}
