package org.pixelanon.workbench.options;

import java.awt.GridBagConstraints;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Rows of fields: each with its label before and its explanation below. */
final class FieldRows {

    private static final int INDENT = 24;

    private final JPanel all = new WholeWidth();
    private int row;

    FieldRows() {
        all.setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
    }

    /** The component for the dialog. */
    JComponent component() {
        return all;
    }

    /** Removes all rows. */
    void clear() {
        all.removeAll();
        row = 0;
    }

    /** Shows added rows. */
    void show() {
        all.revalidate();
        all.repaint();
    }

    /** A row with only a label. */
    void whole(JLabel label) {
        GridBagConstraints place = place(0);
        place.weightx = 1;
        place.fill = GridBagConstraints.HORIZONTAL;
        all.add(label, place);
    }

    /** A field with its preferred width. */
    void line(String label, JComponent field) {
        add(label, field, GridBagConstraints.NONE);
    }

    /** A field with the full width. */
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

    /** An explanation below a field. */
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

    /** Fills the rest, so that rows are at the top. */
    void end() {
        row++;
        GridBagConstraints rest = place(0);
        rest.weighty = 1;
        all.add(new JLabel(), rest);
    }
}
