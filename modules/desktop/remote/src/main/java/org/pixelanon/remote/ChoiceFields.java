package org.pixelanon.remote;

import java.awt.FlowLayout;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.pipeline.input.Selection;

/** Chooses which files to open, like {@code --select}. */
@Messages({
    "LBL_Choice=Select",
    "CHOICE_All=all files",
    "CHOICE_Overview=one image of each series",
    "CHOICE_Random=a random sample of",
    "CHOICE_Study=the study with UID",
    "CHOICE_Series=the series with UID",
    "CHOICE_List=files in a list (CSV or text)",
    "HINT_Random=20",
    "HINT_Uid=1.2.840.…",
    "HINT_List=path of the list"
})
final class ChoiceFields {

    /** A choice and its name on the command line. */
    private enum Choice {
        ALL("", ""),
        OVERVIEW("overview", ""),
        RANDOM("random:", "20"),
        STUDY("study:", ""),
        SERIES("series:", ""),
        LIST("list:", "");

        private final String spelling;
        private final String usual;

        Choice(String spelling, String usual) {
            this.spelling = spelling;
            this.usual = usual;
        }

        boolean asks() {
            return spelling.endsWith(":");
        }

        String hint() {
            return switch (this) {
                case RANDOM -> Bundle.HINT_Random();
                case STUDY, SERIES -> Bundle.HINT_Uid();
                case LIST -> Bundle.HINT_List();
                default -> "";
            };
        }

        @Override
        public String toString() {
            return switch (this) {
                case ALL -> Bundle.CHOICE_All();
                case OVERVIEW -> Bundle.CHOICE_Overview();
                case RANDOM -> Bundle.CHOICE_Random();
                case STUDY -> Bundle.CHOICE_Study();
                case SERIES -> Bundle.CHOICE_Series();
                case LIST -> Bundle.CHOICE_List();
            };
        }
    }

    private final JPanel component = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 0));
    private final JComboBox<Choice> choice = new JComboBox<>(Choice.values());
    private final JTextField value = new JTextField(18);

    ChoiceFields() {
        JLabel before = new JLabel(Bundle.LBL_Choice());
        before.setLabelFor(choice);
        choice.setName("remote.choice");
        value.setName("remote.choicevalue");
        choice.addActionListener(event -> show());
        component.add(before);
        component.add(choice);
        component.add(value);
        show();
    }

    private Choice chosen() {
        Choice chosen = choice.getItemAt(choice.getSelectedIndex());
        return chosen == null ? Choice.ALL : chosen;
    }

    private void show() {
        value.setVisible(chosen().asks());
        value.setText(chosen().usual);
        value.putClientProperty("JTextField.placeholderText", chosen().hint());
        component.revalidate();
        component.repaint();
    }

    JComponent component() {
        return component;
    }

    /**
     * The choice; none for all.
     *
     * @throws IllegalArgumentException if the typed text is not a valid number, UID or the like
     */
    List<String> selections() {
        if (chosen() == Choice.ALL) {
            return List.of();
        }
        String typed = chosen().asks() ? value.getText().strip() : "";
        String text = chosen().spelling + typed;
        Selection.parse(text);
        return List.of(text);
    }
}
