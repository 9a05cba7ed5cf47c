package org.pixelanon.workbench.options;

import java.awt.GridLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.pii.PiiException;
import org.pixelanon.pii.policy.Profile;
import org.pixelanon.pii.policy.ReleasePolicy;
import org.pixelanon.workbench.Settings;

/** Fields for the types of text to keep and to blank. */
@Messages({
    "LBL_Profile=Policy",
    "LBL_Keep=Types to keep",
    "LBL_Blank=Types always blanked",
    "MSG_ProfileSafe=keeps only text known to be harmless",
    "MSG_ProfileResearch=also keeps ages under 90 on otherwise harmless lines",
    "MSG_ProfileAll=keeps nothing: all text is blanked",
    "MSG_Keep=a line is kept if all its types are kept",
    "MSG_Blank=even if the allow-list matches",
    "MSG_PolicyUnknown=unknown setting; the defaults are shown"
})
final class PolicyFields {

    private static final int COLUMNS = 4;
    private static final String EVERYTHING = "all";
    private static final String NOTHING = "none";

    private final Settings settings;
    private final FieldRows rows;
    private final Runnable onChange;
    private final JComboBox<String> profile = new JComboBox<>();
    private final Saying means = new Saying();
    private final Map<String, JCheckBox> kept = new LinkedHashMap<>();
    private final Map<String, JCheckBox> blanked = new LinkedHashMap<>();
    private final JPanel keep = boxes("keep.", ReleasePolicy.keepWords(), kept);
    private final JPanel blank = boxes("blank.", ReleasePolicy.blankWords(), blanked);

    /**
     * @param settings the settings
     * @param rows receives the fields
     * @param onChange called when the user changes something
     */
    PolicyFields(Settings settings, FieldRows rows, Runnable onChange) {
        this.settings = settings;
        this.rows = rows;
        this.onChange = onChange;
        profile.setName("option-profile");
        profile.getAccessibleContext().setAccessibleName(Bundle.LBL_Profile());
        for (Profile one : Profile.values()) {
            profile.addItem(one.name().toLowerCase(Locale.ROOT));
        }
        Consumer<JCheckBox> watch = box -> box.addActionListener(event -> onChange.run());
        kept.values().forEach(watch);
        blanked.values().forEach(watch);
        profile.addActionListener(event -> chosen());
    }

    private static JPanel boxes(String names, List<String> words, Map<String, JCheckBox> boxes) {
        JPanel all = new JPanel(new GridLayout(0, COLUMNS));
        for (String word : words) {
            JCheckBox box = new JCheckBox(word);
            box.setName(names + word);
            boxes.put(word, box);
            all.add(box);
        }
        return all;
    }

    private void chosen() {
        means.say(
                switch (Profile.values()[profile.getSelectedIndex()]) {
                    case SAFE -> Bundle.MSG_ProfileSafe();
                    case RESEARCH -> Bundle.MSG_ProfileResearch();
                    case ALL -> Bundle.MSG_ProfileAll();
                });
        onChange.run();
    }

    /** Adds the fields. */
    void fill() {
        ReleasePolicy chosen = ReleasePolicy.SAFE;
        boolean known = true;
        try {
            chosen = settings.release();
        } catch (PiiException e) {
            known = false; // every search reports the reason until it is changed
        }
        profile.setSelectedIndex(chosen.profile().ordinal());
        for (Map.Entry<String, JCheckBox> box : kept.entrySet()) {
            box.getValue().setSelected(chosen.keeps(box.getKey()));
        }
        for (Map.Entry<String, JCheckBox> box : blanked.entrySet()) {
            box.getValue().setSelected(chosen.blanks(box.getKey()));
        }
        rows.line(Bundle.LBL_Profile(), profile);
        rows.below(known ? means : new Saying(Bundle.MSG_PolicyUnknown()));
        rows.line(Bundle.LBL_Keep(), keep);
        rows.below(new Saying(Bundle.MSG_Keep()));
        rows.line(Bundle.LBL_Blank(), blank);
        rows.below(new Saying(Bundle.MSG_Blank()));
    }

    private static List<String> selected(Map<String, JCheckBox> boxes) {
        List<String> words = new ArrayList<>();
        boxes.forEach(
                (word, box) -> {
                    if (box.isSelected()) {
                        words.add(word);
                    }
                });
        return words;
    }

    /** Stores the choices. */
    void store() {
        List<String> keeps = selected(kept);
        String words = keeps.isEmpty() ? NOTHING : String.join(",", keeps);
        settings.preferences().put(Settings.PROFILE, String.valueOf(profile.getSelectedItem()));
        settings.preferences().put(Settings.KEEP, keeps.size() == kept.size() ? EVERYTHING : words);
        settings.preferences().put(Settings.BLANK, String.join(",", selected(blanked)));
    }
}
