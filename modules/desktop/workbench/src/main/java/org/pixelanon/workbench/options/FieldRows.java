package org.pixelanon.workbench.options;

import java.awt.GridBagConstraints;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Fields below each other: before each its label, below it what it means. */
final class FieldRows {

    private static final int INDENT = 24;

    private final JPanel all = new WholeWidth();
    private int row;

    FieldRows() {
        all.setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
    }

    /** What is put into the dialog. */
    JComponent component() {
        return all;
    }

    /** Takes all of them out. */
    void clear() {
        all.removeAll();
        row = 0;
    }

    /** Shows what was added. */
    void show() {
        all.revalidate();
        all.repaint();
    }

    /** A label alone. */
    void whole(JLabel label) {
        GridBagConstraints place = place(0);
        place.weightx = 1;
        place.fill = GridBagConstraints.HORIZONTAL;
        all.add(label, place);
    }

    /** A field of its own width. */
    void line(String label, JComponent field) {
        add(label, field, GridBagConstraints.NONE);
    }

    /** A field that takes all room. */
    void wide(String label, JComponent field) {
        add(label, field, GridBagConstraints.HORIZONTAL);
    }

    private void add(String label, JComponent field, int fill) {
        JLabel before = new JLabel(label);
        before.setLabelFor(field);
        all.add(before, place(0));
        GridBagConstraints place = place(1);
        place.weightx = 1;
        place.fill = fill;
        all.add(field, place);
        row++;
    }

    /** What something does, below it. */
    void below(Saying says) {
        GridBagConstraints place = place(1);
        place.fill = GridBagConstraints.HORIZONTAL;
        place.insets = new Insets(0, INDENT, 6, 8);
        all.add(says, place);
        row++;
    }

    private GridBagConstraints place(int column) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = column;
        place.gridy = row;
        place.insets = new Insets(4, 4, 0, 8);
        place.anchor = GridBagConstraints.LINE_START;
        return place;
    }

    /** Everything stands at the top. */
    void end() {
        row++;
        GridBagConstraints rest = place(0);
        rest.weighty = 1;
        all.add(new JLabel(), rest);
    }
}
