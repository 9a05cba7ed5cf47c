package org.pixelanon.workbench;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.dicom.RedactionPolicy.BurnedInAnnotation;
import org.pixelanon.dicom.RedactionPolicy.UidPolicy;

/** One line per option; an empty path means the default, which is shown as the hint of the line. */
@Messages({
    "LBL_Database=Database (folder or file)",
    "LBL_AllowList=Allow-list",
    "LBL_DenyList=Deny-list",
    "LBL_OutputFolder=Folder for redacted copies",
    "LBL_Detectors=What judges text",
    "LBL_Annotation=Burned In Annotation of copies says NO",
    "LBL_Uid=SOP Instance UID of copies",
    "LBL_Salt=Secret mixed into hashed UIDs",
    "LBL_Cache=Memory for drawn planes (MB, after restart)",
    "HINT_Default=empty: the default"
})
final class OptionsPanel extends JPanel {

    private static final int SMALLEST_CACHE = 32;
    private static final int LARGEST_CACHE = 65_536;

    private final transient Settings settings;
    private final transient Runnable onChange;
    private final Map<String, JTextField> paths = new LinkedHashMap<>();
    private final JTextField detectors = new JTextField();
    private final JTextField salt = new JTextField();
    private final JComboBox<BurnedInAnnotation> annotation =
            new JComboBox<>(BurnedInAnnotation.values());
    private final JComboBox<UidPolicy> uid = new JComboBox<>(UidPolicy.values());
    private final JSpinner cache =
            new JSpinner(new SpinnerNumberModel(SMALLEST_CACHE, SMALLEST_CACHE, LARGEST_CACHE, 32));
    private boolean changed;
    private int row;

    OptionsPanel(Settings settings, Runnable onChange) {
        super(new GridBagLayout());
        this.settings = settings;
        this.onChange = onChange;
        setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
        path(Settings.DATABASE, Bundle.LBL_Database());
        path(Settings.ALLOW_LIST, Bundle.LBL_AllowList());
        path(Settings.DENY_LIST, Bundle.LBL_DenyList());
        path(Settings.OUTPUT_FOLDER, Bundle.LBL_OutputFolder());
        line(Bundle.LBL_Detectors(), "detectors", watched(detectors));
        line(Bundle.LBL_Annotation(), "annotation", annotation);
        line(Bundle.LBL_Uid(), "uid", uid);
        line(Bundle.LBL_Salt(), "salt", watched(salt));
        line(Bundle.LBL_Cache(), "cache", cache);
        annotation.addActionListener(event -> changed());
        uid.addActionListener(event -> changed());
        cache.addChangeListener(event -> changed());
        GridBagConstraints rest = new GridBagConstraints();
        rest.gridy = row;
        rest.weighty = 1;
        add(new JLabel(), rest);
    }

    private void path(String key, String label) {
        JTextField field = watched(new JTextField(40));
        field.putClientProperty("JTextField.placeholderText", Bundle.HINT_Default());
        paths.put(key, field);
        line(label, key, field);
    }

    private void line(String label, String name, JComponent field) {
        JLabel words = new JLabel(label);
        words.setLabelFor(field);
        field.setName("option-" + name);
        field.getAccessibleContext().setAccessibleName(label);
        GridBagConstraints place = new GridBagConstraints();
        place.gridy = row++;
        place.insets = new Insets(4, 4, 4, 8);
        place.anchor = GridBagConstraints.LINE_START;
        add(words, place);
        place.gridx = 1;
        place.weightx = 1;
        place.fill = GridBagConstraints.HORIZONTAL;
        add(field, place);
    }

    private JTextField watched(JTextField field) {
        field.getDocument()
                .addDocumentListener(
                        new DocumentListener() {
                            @Override
                            public void insertUpdate(DocumentEvent event) {
                                changed();
                            }

                            @Override
                            public void removeUpdate(DocumentEvent event) {
                                changed();
                            }

                            @Override
                            public void changedUpdate(DocumentEvent event) {
                                changed();
                            }
                        });
        return field;
    }

    private void changed() {
        changed = true;
        onChange.run();
    }

    boolean isChanged() {
        return changed;
    }

    /** Shows what is chosen now. */
    void load() {
        paths.forEach(
                (key, field) -> field.setText(settings.chosen(key).map(Path::toString).orElse("")));
        detectors.setText(settings.detectors());
        annotation.setSelectedItem(settings.burnedInAnnotation());
        uid.setSelectedItem(settings.uidPolicy());
        salt.setText(settings.salt());
        cache.setValue((int) (settings.cacheBytes() >> 20));
        changed = false;
    }

    /** Takes what is shown over. */
    void store() {
        Optional<Path> database = settings.chosen(Settings.DATABASE);
        paths.forEach(
                (key, field) -> {
                    Optional<Path> value =
                            Optional.of(field.getText().strip())
                                    .filter(t -> !t.isEmpty())
                                    .map(Path::of);
                    if (!key.equals(Settings.DATABASE)) {
                        settings.setPath(key, value);
                    } else if (!value.equals(database)) {
                        // taken over only if it can be opened
                        value.ifPresentOrElse(
                                Workbench.find()::useDatabase, () -> settings.setPath(key, value));
                    }
                });
        settings.preferences().put("pii", detectors.getText().strip());
        settings.preferences()
                .put("burnedInAnnotation", String.valueOf(annotation.getSelectedItem()));
        settings.preferences().put("uid", String.valueOf(uid.getSelectedItem()));
        settings.preferences().put("salt", salt.getText());
        settings.preferences().putInt("cacheMegabytes", (Integer) cache.getValue());
        changed = false;
    }
}
