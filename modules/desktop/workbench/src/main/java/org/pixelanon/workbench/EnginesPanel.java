package org.pixelanon.workbench;

import java.awt.Color;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.UIManager;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.engine.EngineChoices;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.Engines;
import org.pixelanon.model.engine.FoundEngine;

/**
 * What reads and what judges text: which of the engines there are is used, and what each says of
 * itself. An engine that was chosen and is no longer there stays in sight until it is taken back.
 */
@Messages({
    "LBL_Recognizer=What reads text",
    "LBL_Detectors=What judges text",
    "LBL_EngineOptions=Set for them (NAME.KEY=VALUE; …)",
    "MSG_EnginesSought=Looking for what reads and judges text…",
    "# {0} - why",
    "MSG_EnginesRefused=<html>No text can be searched: {0}</html>",
    "# {0} - what it does",
    "# {1} - where it is from",
    "MSG_EngineFrom={0} ({1})",
    "# {0} - why",
    "MSG_EngineUnavailable=not available: {0}",
    "MSG_EngineGone=was chosen and is not there any more"
})
final class EnginesPanel extends JPanel {

    private static final String NONE = "none";
    private static final int WIDEST_MESSAGE = 480;

    private final transient Runnable onChange;
    private final JComboBox<String> recognizer = new JComboBox<>();
    private final JLabel reads = new JLabel();
    private final JTextField options = new JTextField();
    private final Map<String, JCheckBox> detectors = new LinkedHashMap<>();
    private final transient Map<String, String> words = new LinkedHashMap<>();
    private int row;
    private boolean filled;

    /**
     * @param onChange told when a person chose something else
     */
    EnginesPanel(Runnable onChange) {
        super(new GridBagLayout());
        this.onChange = onChange;
        setName("options.engines");
        recognizer.setName("option-recognizer");
        recognizer.getAccessibleContext().setAccessibleName(Bundle.LBL_Recognizer());
        options.setName("option-engine-options");
        options.getAccessibleContext().setAccessibleName(Bundle.LBL_EngineOptions());
        recognizer.addActionListener(
                event -> {
                    reads.setText(words.getOrDefault(chosenRecognizer(), ""));
                    changed();
                });
        Fields.watch(options, this::changed);
    }

    private void changed() {
        if (filled) {
            onChange.run();
        }
    }

    /** Says that the engines are being looked for. */
    void sought() {
        message(Bundle.MSG_EnginesSought(), false);
    }

    /** Says why there are none; what was chosen stays as it is. */
    void refused(String why) {
        String plain = why.replace("&", "&amp;").replace("<", "&lt;");
        message(Bundle.MSG_EnginesRefused(plain), true);
    }

    private void message(String text, boolean wrong) {
        clear();
        JLabel label = new JLabel(text);
        label.setName("options.enginesmessage");
        if (wrong) {
            label.setForeground(errorColour());
            label.setPreferredSize(
                    new java.awt.Dimension(WIDEST_MESSAGE, 3 * label.getPreferredSize().height));
        }
        GridBagConstraints place = place(0);
        place.gridwidth = 2;
        add(label, place);
        revalidate();
        repaint();
    }

    private static Color errorColour() {
        Color named = UIManager.getColor("nb.errorForeground");
        return named == null ? new Color(0xC0392B) : named;
    }

    private void clear() {
        filled = false;
        removeAll();
        detectors.clear();
        words.clear();
        recognizer.removeAllItems();
        row = 0;
    }

    /** Shows the engines with what is chosen. */
    void fill(Engines engines, Settings settings) {
        clear();
        options.setText(settings.engineOptions());
        EngineChoices choices = choices(settings, engines);
        for (FoundEngine engine : engines.recognizers()) {
            words.put(engine.name(), words(engine, choices, settings.cache()));
            recognizer.addItem(engine.name());
        }
        if (!words.containsKey(settings.recognizer())) {
            words.put(settings.recognizer(), Bundle.MSG_EngineGone());
            recognizer.addItem(settings.recognizer());
        }
        recognizer.setSelectedItem(settings.recognizer());
        line(Bundle.LBL_Recognizer(), recognizer, reads);
        Set<String> chosen = new LinkedHashSet<>(List.of(settings.detectors().split(",")));
        String label = Bundle.LBL_Detectors();
        for (FoundEngine engine : engines.detectors()) {
            boolean on = chosen.remove(engine.name());
            detector(label, engine.name(), on, words(engine, choices, settings.cache()));
            label = "";
        }
        chosen.remove(NONE);
        for (String gone : chosen) {
            detector("", gone, true, Bundle.MSG_EngineGone());
        }
        line(Bundle.LBL_EngineOptions(), options, null);
        filled = true;
        revalidate();
        repaint();
    }

    /** What is set wrongly is told by the first search; here the defaults are looked at. */
    private static EngineChoices choices(Settings settings, Engines engines) {
        try {
            return Settings.choices(settings.engineOptions(), engines);
        } catch (EngineException e) {
            return EngineChoices.NONE;
        }
    }

    private static String words(FoundEngine engine, EngineChoices choices, Path cache) {
        Optional<String> why = engine.unavailable(choices.settings(engine, cache, Map.of()));
        if (why.isPresent()) {
            return Bundle.MSG_EngineUnavailable(why.get());
        }
        return engine.isExtension()
                ? Bundle.MSG_EngineFrom(
                        engine.description(), Path.of(engine.origin()).getFileName())
                : engine.description();
    }

    private void detector(String label, String name, boolean on, String says) {
        JCheckBox box = new JCheckBox(name, on);
        box.setName("detector." + name);
        box.getAccessibleContext().setAccessibleDescription(says);
        box.addActionListener(event -> changed());
        detectors.put(name, box);
        line(label, box, new JLabel(says));
    }

    private void line(
            String label, JComponent field, @org.jspecify.annotations.Nullable JLabel says) {
        JLabel words = new JLabel(label);
        words.setLabelFor(field);
        add(words, place(0));
        GridBagConstraints place = place(1);
        if (says == null) {
            place.gridwidth = 2;
            place.fill = GridBagConstraints.HORIZONTAL;
            place.weightx = 1;
        }
        add(field, place);
        if (says != null) {
            says.setForeground(UIManager.getColor("Label.disabledForeground"));
            GridBagConstraints rest = place(2);
            rest.weightx = 1;
            add(says, rest);
        }
        row++;
    }

    private GridBagConstraints place(int column) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = column;
        place.gridy = row;
        place.insets = new Insets(2, 4, 2, 8);
        place.anchor = GridBagConstraints.LINE_START;
        return place;
    }

    private String chosenRecognizer() {
        return String.valueOf(recognizer.getSelectedItem());
    }

    /** Takes what is shown over; nothing while the engines are not known. */
    void store(Settings settings) {
        if (!filled) {
            return;
        }
        List<String> names = new ArrayList<>();
        detectors.forEach(
                (name, box) -> {
                    if (box.isSelected()) {
                        names.add(name);
                    }
                });
        settings.preferences().put(Settings.PII, names.isEmpty() ? NONE : String.join(",", names));
        settings.preferences().put(Settings.OCR, chosenRecognizer());
        settings.preferences().put(Settings.ENGINE_OPTIONS, options.getText().strip());
    }
}
