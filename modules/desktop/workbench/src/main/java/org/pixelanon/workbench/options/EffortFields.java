package org.pixelanon.workbench.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.engine.Engines;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.pipeline.witness.Effort;
import org.pixelanon.workbench.SearchSettings;

/** Fields for the effort, the finders, the reader, and their state. */
@Messages({
    "LBL_Effort=Effort to find text",
    "# {0} - an effort",
    "LBL_UsualEffort=default ({0})",
    "MSG_Fast=one recogniser finds and reads text",
    "MSG_Finders=several finders and a reader: finds more, takes longer",
    "LBL_Finders=Finders beyond fast",
    "LBL_Reader=Reader beyond fast",
    "LBL_Forms=Scanned forms",
    "LBL_LookForForms=detect",
    "MSG_Forms=suggests blanking the whole frame; its text is searched too",
    "MSG_NotThere=chosen, but no longer available"
})
final class EffortFields {

    private final SearchSettings settings;
    private final FieldRows rows;
    private final Runnable onChange;
    private final JComboBox<String> effort = new JComboBox<>();
    private final Saying means = new Saying();
    private final Map<String, JCheckBox> finders = new LinkedHashMap<>();
    private final JComboBox<String> reader = new JComboBox<>();
    private final Saying reads = new Saying();
    private final Map<String, String> readers = new LinkedHashMap<>();
    private final JCheckBox forms = new JCheckBox(Bundle.LBL_LookForForms());
    private Set<String> usual = Set.of();

    /**
     * @param settings the settings
     * @param rows receives the fields
     * @param onChange called when the user changes something
     */
    EffortFields(SearchSettings settings, FieldRows rows, Runnable onChange) {
        this.settings = settings;
        this.rows = rows;
        this.onChange = onChange;
        effort.setName("option-effort");
        effort.getAccessibleContext().setAccessibleName(Bundle.LBL_Effort());
        effort.addItem(Bundle.LBL_UsualEffort(label(Effort.DEFAULT)));
        for (Effort one : Effort.values()) {
            effort.addItem(label(one));
        }
        effort.addActionListener(event -> chosen());
        reader.setName("option-reader");
        reader.getAccessibleContext().setAccessibleName(Bundle.LBL_Reader());
        reader.addActionListener(event -> chosen());
        forms.setName("option-forms");
        forms.getAccessibleContext().setAccessibleDescription(Bundle.MSG_Forms());
        forms.addActionListener(event -> onChange.run());
    }

    private static String label(Effort effort) {
        return effort.name().toLowerCase(Locale.ROOT);
    }

    private void chosen() {
        boolean fast = wanted() == Effort.FAST;
        boolean asUsual = Set.copyOf(selected()).equals(usual);
        usual = Set.copyOf(wanted().finders());
        if (asUsual) {
            finders.forEach((name, box) -> box.setSelected(usual.contains(name)));
        }
        means.say(fast ? Bundle.MSG_Fast() : Bundle.MSG_Finders());
        finders.values().forEach(box -> box.setEnabled(!fast));
        reader.setEnabled(!fast);
        reads.say(readers.getOrDefault(reader(), ""));
        onChange.run();
    }

    /** Null for the default. */
    private @Nullable Effort effort() {
        int chosen = effort.getSelectedIndex() - 1;
        return chosen < 0 ? null : Effort.values()[chosen];
    }

    private Effort wanted() {
        Effort one = effort();
        return one == null ? Effort.DEFAULT : one;
    }

    private List<String> selected() {
        return finders.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
    }

    private String reader() {
        return String.valueOf(reader.getSelectedItem());
    }

    /**
     * Adds the fields.
     *
     * @param engines the available engines
     * @param says describes an engine and its state
     */
    void fill(Engines engines, Function<FoundEngine, String> says) {
        finders.clear();
        readers.clear();
        reader.removeAllItems();
        rows.line(Bundle.LBL_Effort(), effort);
        rows.below(means);
        usual = Set.copyOf(settings.effort().orElse(Effort.DEFAULT).finders());
        List<String> chosen = new ArrayList<>(settings.finders());
        String label = Bundle.LBL_Finders();
        for (FoundEngine engine : engines.finders()) {
            finder(label, engine.name(), chosen.remove(engine.name()), says.apply(engine));
            label = "";
        }
        for (String gone : chosen) {
            finder(label, gone, true, Bundle.MSG_NotThere());
            label = "";
        }
        engines.readers().forEach(engine -> readers.put(engine.name(), says.apply(engine)));
        readers.putIfAbsent(settings.reader(), Bundle.MSG_NotThere());
        readers.keySet().forEach(reader::addItem);
        reader.setSelectedItem(settings.reader());
        rows.line(Bundle.LBL_Reader(), reader);
        rows.below(reads);
        forms.setSelected(settings.looksForForms());
        rows.line(Bundle.LBL_Forms(), forms);
        rows.below(new Saying(Bundle.MSG_Forms()));
        effort.setSelectedIndex(settings.effort().map(one -> one.ordinal() + 1).orElse(0));
    }

    private void finder(String label, String name, boolean on, String says) {
        JCheckBox box = new JCheckBox(name, on);
        box.setName("finder." + name);
        box.getAccessibleContext().setAccessibleDescription(says);
        box.addActionListener(event -> onChange.run());
        finders.put(name, box);
        rows.line(label, box);
        rows.below(new Saying(says));
    }

    /** Stores the choices; without a finder, the default is stored. */
    void store() {
        List<String> names = selected();
        boolean same = names.isEmpty() || Set.copyOf(names).equals(usual);
        settings.lookForForms(forms.isSelected());
        settings.choose(effort(), same ? wanted().finders() : names, reader());
    }
}
