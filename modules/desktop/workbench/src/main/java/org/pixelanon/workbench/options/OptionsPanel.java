package org.pixelanon.workbench.options;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.openide.util.NbBundle.Messages;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.dicom.redact.RedactionPolicy.BurnedInAnnotation;
import org.pixelanon.dicom.redact.RedactionPolicy.LossyPolicy;
import org.pixelanon.dicom.redact.RedactionPolicy.UidPolicy;
import org.pixelanon.workbench.Settings;
import org.pixelanon.workbench.Workbench;

/** One line per option; an empty path means the default, which is shown as the hint of the line. */
@Messages({
    "LBL_Database=Database (folder or file)",
    "LBL_AllowList=Allow-list",
    "LBL_DenyList=Deny-list",
    "LBL_Rules=Rules (file or folder)",
    "LBL_OutputFolder=Folder for redacted copies",
    "LBL_Annotation=Set Burned In Annotation to NO in redacted copies",
    "LBL_Uid=SOP Instance UID of copies",
    "LBL_Syntax=Transfer syntax of copies",
    "LBL_Lossy=Lossy JPEG-LS and JPEG 2000",
    "LBL_Salt=Secret for hashed UIDs",
    "LBL_Cache=Memory for rendered planes (MB, after restart)",
    "HINT_Default=empty for the default",
    "OPT_LEAVE=never",
    "OPT_REVIEWED=if a person marked the file done",
    "OPT_ALWAYS=always",
    "OPT_KEEP=kept",
    "OPT_HASH=hashed with the secret below",
    "OPT_NEW=new and random",
    "OPT_KEEP_LOSSLESS=re-encode redacted frames losslessly",
    "OPT_REFUSE=do not redact",
    "OPT_OwnSyntax=same as the file",
    "OPT_Explicit=uncompressed (Explicit VR Little Endian)"
})
final class OptionsPanel extends JPanel implements PanelController.Panel {

    private static final int SMALLEST_CACHE = 32;
    private static final int LARGEST_CACHE = 65_536;

    private final transient Workbench workbench;
    private final transient Settings settings;
    private final transient Runnable onChange;
    private final Map<String, JTextField> paths = new LinkedHashMap<>();
    private final JTextField salt = new JTextField();
    private final JComboBox<Choice> annotation =
            new JComboBox<>(
                    new Choice[] {
                        new Choice(BurnedInAnnotation.LEAVE, Bundle.OPT_LEAVE()),
                        new Choice(BurnedInAnnotation.REVIEWED, Bundle.OPT_REVIEWED()),
                        new Choice(BurnedInAnnotation.ALWAYS, Bundle.OPT_ALWAYS())
                    });
    private final JComboBox<Choice> uid =
            new JComboBox<>(
                    new Choice[] {
                        new Choice(UidPolicy.KEEP, Bundle.OPT_KEEP()),
                        new Choice(UidPolicy.HASH, Bundle.OPT_HASH()),
                        new Choice(UidPolicy.NEW, Bundle.OPT_NEW())
                    });
    private final JComboBox<Choice> syntax =
            new JComboBox<>(
                    new Choice[] {
                        new Choice("", Bundle.OPT_OwnSyntax()),
                        new Choice(UID.ExplicitVRLittleEndian, Bundle.OPT_Explicit()),
                        new Choice(UID.RLELossless, "RLE Lossless"),
                        new Choice(UID.JPEGLosslessSV1, "JPEG Lossless"),
                        new Choice(UID.JPEGLSLossless, "JPEG-LS Lossless"),
                        new Choice(UID.JPEG2000Lossless, "JPEG 2000 Lossless")
                    });
    private final JComboBox<Choice> lossy =
            new JComboBox<>(
                    new Choice[] {
                        new Choice(LossyPolicy.KEEP_LOSSLESS, Bundle.OPT_KEEP_LOSSLESS()),
                        new Choice(LossyPolicy.REFUSE, Bundle.OPT_REFUSE())
                    });
    private final JSpinner cache =
            new JSpinner(new SpinnerNumberModel(SMALLEST_CACHE, SMALLEST_CACHE, LARGEST_CACHE, 32));
    private boolean changed;
    private int row;

    /** A value with its displayed text. */
    private record Choice(Object value, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    private static void choose(JComboBox<Choice> box, Object value) {
        for (int i = 0; i < box.getItemCount(); i++) {
            if (box.getItemAt(i).value().equals(value)) {
                box.setSelectedIndex(i);
            }
        }
    }

    private static String chosen(JComboBox<Choice> box) {
        return String.valueOf(box.getItemAt(box.getSelectedIndex()).value());
    }

    OptionsPanel(Workbench workbench, Runnable onChange) {
        super(new GridBagLayout());
        this.workbench = workbench;
        this.settings = workbench.settings();
        this.onChange = onChange;
        setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
        path(Settings.DATABASE, Bundle.LBL_Database());
        path(Settings.ALLOW_LIST, Bundle.LBL_AllowList());
        path(Settings.DENY_LIST, Bundle.LBL_DenyList());
        path(Settings.RULES, Bundle.LBL_Rules());
        path(Settings.OUTPUT_FOLDER, Bundle.LBL_OutputFolder());
        line(Bundle.LBL_Syntax(), "syntax", syntax);
        line(Bundle.LBL_Lossy(), "lossy", lossy);
        line(Bundle.LBL_Annotation(), "annotation", annotation);
        line(Bundle.LBL_Uid(), "uid", uid);
        line(Bundle.LBL_Salt(), "salt", watched(salt));
        line(Bundle.LBL_Cache(), "cache", cache);
        for (JComboBox<Choice> box : List.of(syntax, lossy, annotation, uid)) {
            box.addActionListener(event -> changed());
        }
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
        Fields.watch(field, this::changed);
        return field;
    }

    private void changed() {
        changed = true;
        onChange.run();
    }

    @Override
    public JComponent component() {
        return this;
    }

    @Override
    public boolean isChanged() {
        return changed;
    }

    @Override
    public void load() {
        paths.forEach(
                (key, field) -> field.setText(settings.chosen(key).map(Path::toString).orElse("")));
        choose(syntax, settings.transferSyntax());
        choose(lossy, settings.lossyPolicy());
        choose(annotation, settings.burnedInAnnotation());
        choose(uid, settings.uidPolicy());
        salt.setText(settings.salt());
        cache.setValue((int) (settings.cacheBytes() >> 20));
        changed = false;
    }

    @Override
    public void store() {
        Optional<Path> database = settings.chosen(Settings.DATABASE);
        paths.forEach(
                (key, field) -> {
                    Optional<Path> value =
                            Optional.of(field.getText().strip())
                                    .filter(t -> !t.isEmpty())
                                    .map(Path::of);
                    if (!key.equals(Settings.DATABASE)) {
                        settings.setPath(key, value.orElse(null));
                    } else if (!value.equals(database)) {
                        // stored only if it can be opened
                        value.ifPresentOrElse(
                                workbench::useDatabase, () -> settings.setPath(key, null));
                    }
                });
        settings.preferences().put("transferSyntax", chosen(syntax));
        settings.preferences().put("lossy", chosen(lossy));
        settings.preferences().put("burnedInAnnotation", chosen(annotation));
        settings.preferences().put("uid", chosen(uid));
        settings.preferences().put("salt", salt.getText());
        settings.preferences().putInt("cacheMegabytes", (Integer) cache.getValue());
        changed = false;
        workbench.session().refreshKept();
    }
}
