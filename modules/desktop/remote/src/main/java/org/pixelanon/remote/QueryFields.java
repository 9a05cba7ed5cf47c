package org.pixelanon.remote;

import java.awt.BorderLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.openide.util.NbBundle.Messages;

/** The search fields for studies of an archive. Nothing is stored. */
@Messages({
    "LBL_PatientId=Patient ID",
    "LBL_StudyDate=Study date",
    "HINT_StudyDate=20260101-",
    "LBL_QueryModality=Modality",
    "LBL_StudyUid=Study UID",
    "BTN_Search=Search"
})
final class QueryFields {

    private final JPanel component = new JPanel(new BorderLayout(6, 0));
    private final JPanel line = new JPanel(new GridBagLayout());
    private final Map<String, JTextField> fields = new LinkedHashMap<>();

    QueryFields(Runnable onSearch) {
        add("PatientID", Bundle.LBL_PatientId(), "remote.patient", 2, onSearch);
        add("StudyDate", Bundle.LBL_StudyDate(), "remote.date", 3, onSearch);
        add("ModalitiesInStudy", Bundle.LBL_QueryModality(), "remote.modality", 1, onSearch);
        add("StudyInstanceUID", Bundle.LBL_StudyUid(), "remote.study", 3, onSearch);
        JTextField date = fields.get("StudyDate");
        if (date != null) {
            date.putClientProperty("JTextField.placeholderText", Bundle.HINT_StudyDate());
        }
        JButton search = new JButton(Bundle.BTN_Search());
        search.setName("remote.search");
        search.addActionListener(event -> onSearch.run());
        component.setBorder(BorderFactory.createEmptyBorder(0, 6, 0, 6));
        component.add(line, BorderLayout.CENTER);
        component.add(search, BorderLayout.LINE_END);
    }

    private void add(String keyword, String label, String name, int share, Runnable onSearch) {
        JTextField field = new JTextField(3);
        field.setName(name);
        field.addActionListener(event -> onSearch.run());
        JLabel before = new JLabel(label);
        before.setLabelFor(field);
        GridBagConstraints place = new GridBagConstraints();
        place.insets = new Insets(0, 0, 0, 6);
        line.add(before, place);
        place.weightx = share;
        place.fill = GridBagConstraints.HORIZONTAL;
        line.add(field, place);
        fields.put(keyword, field);
    }

    JComponent component() {
        return component;
    }

    /** The query, by keyword; dates may be written with hyphens. */
    Map<String, String> wanted() {
        Map<String, String> wanted = new LinkedHashMap<>();
        fields.forEach(
                (keyword, field) -> {
                    String text = field.getText().strip();
                    if (!text.isEmpty()) {
                        boolean date = keyword.equals("StudyDate");
                        wanted.put(keyword, date ? undashed(text) : text);
                    }
                });
        return wanted;
    }

    private static String undashed(String date) {
        return date.replaceAll("([0-9]{4})-([0-9]{2})-([0-9]{2})", "$1$2$3").replace(" ", "");
    }
}
