package org.pixelanon.workbench.options;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.engine.EngineChoices;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.Engines;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.review.Failures;
import org.pixelanon.review.Workers;
import org.pixelanon.workbench.SearchSettings;
import org.pixelanon.workbench.Settings;

/**
 * Chooses engines and shows their descriptions and state. A chosen engine that no longer exists
 * stays visible until it is deselected.
 */
@Messages({
    "LBL_Recognizer=Recogniser (fast)",
    "LBL_Detectors=Detectors",
    "LBL_EngineOptions=Engine settings",
    "HINT_EngineOptions=NAME.KEY=VALUE; …",
    "MSG_EnginesSought=Looking for engines…",
    "# {0} - why",
    "MSG_EnginesRefused=<html>Text search is not possible: {0}</html>",
    "# {0} - what it does",
    "# {1} - where it is from",
    "MSG_EngineFrom={0} ({1})",
    "# {0} - what it does",
    "# {1} - models and libraries",
    "MSG_EngineWorks={0}\nready: {1}",
    "# {0} - why",
    "MSG_EngineUnavailable=not available: {0}",
    "MSG_EngineGone=chosen, but no longer available"
})
final class EnginesPanel implements PanelController.Panel {

    private static final String NONE = "none";

    private final Settings settings;
    private final Workers workers;
    private final Runnable onChange;
    private final Runnable onStore;
    private final FieldRows all = new FieldRows();
    private final JScrollPane component = new JScrollPane(all.component());
    private final JComboBox<String> recognizer = new JComboBox<>();
    private final Saying reads = new Saying();
    private final JTextField options = new JTextField();
    private final Map<String, JCheckBox> detectors = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private final EffortFields effort;
    private final PolicyFields policy;
    private boolean filled;
    private boolean changed;

    /**
     * @param settings the settings
     * @param workers search the engines
     * @param onChange called when the user changes something
     * @param onStore called when the choices were stored
     */
    EnginesPanel(Settings settings, Workers workers, Runnable onChange, Runnable onStore) {
        this.settings = settings;
        this.workers = workers;
        this.onChange = onChange;
        this.onStore = onStore;
        this.effort = new EffortFields(SearchSettings.of(settings), all, this::changed);
        this.policy = new PolicyFields(settings, all, this::changed);
        component.setBorder(BorderFactory.createEmptyBorder());
        recognizer.setName("option-recognizer");
        recognizer.getAccessibleContext().setAccessibleName(Bundle.LBL_Recognizer());
        options.setName("option-engine-options");
        options.getAccessibleContext().setAccessibleName(Bundle.LBL_EngineOptions());
        options.putClientProperty("JTextField.placeholderText", Bundle.HINT_EngineOptions());
        recognizer.addActionListener(
                event -> {
                    reads.say(words.getOrDefault(chosenRecognizer(), ""));
                    changed();
                });
        Fields.watch(options, this::changed);
    }

    @Override
    public JComponent component() {
        return component;
    }

    private void changed() {
        if (filled) {
            changed = true;
            onChange.run();
        }
    }

    @Override
    public boolean isChanged() {
        return changed;
    }

    /** Searching the engines takes a while, so not on the event thread. */
    @Override
    public void load() {
        changed = false;
        clear();
        message(Bundle.MSG_EnginesSought());
        workers.answer(workers.files(), this::found)
                .whenComplete(
                        (found, problem) -> {
                            clear();
                            if (problem == null) {
                                fill(found);
                            } else {
                                String why = Failures.why(problem);
                                String plain = why.replace("&", "&amp;").replace("<", "&lt;");
                                message(Bundle.MSG_EnginesRefused(plain));
                            }
                            all.show();
                        });
    }

    /** The engines and their descriptions, by kind and name. */
    private record Found(Engines engines, Map<FoundEngine, String> words) {}

    private Found found() throws EngineException {
        Engines engines = settings.engines();
        EngineChoices choices = choices(engines);
        Map<FoundEngine, String> said = new LinkedHashMap<>();
        for (FoundEngine engine : engines.all()) {
            said.put(engine, words(engine, choices));
        }
        return new Found(engines, said);
    }

    /** Wrong settings are reported by the first search; here only defaults are used. */
    private EngineChoices choices(Engines engines) {
        try {
            return Settings.choices(settings.engineOptions(), engines);
        } catch (EngineException e) {
            return EngineChoices.NONE;
        }
    }

    private String words(FoundEngine engine, EngineChoices choices) {
        Optional<String> why =
                engine.unavailable(choices.settings(engine, settings.cache(), Map.of()));
        String does =
                engine.isExtension()
                        ? Bundle.MSG_EngineFrom(
                                engine.description(), Path.of(engine.origin()).getFileName())
                        : engine.description();
        Optional<String> parts = engine.parts();
        String works = parts.isEmpty() ? does : Bundle.MSG_EngineWorks(does, parts.get());
        return why.map(Bundle::MSG_EngineUnavailable).orElse(works);
    }

    /** The possible settings with their defaults. */
    private static String keys(Engines engines) {
        return engines.all().stream()
                .flatMap(
                        e ->
                                e.options().stream()
                                        .map(
                                                o ->
                                                        e.name()
                                                                + "."
                                                                + o.name()
                                                                + "="
                                                                + o.defaultValue()))
                .collect(Collectors.joining("; "));
    }

    private void clear() {
        filled = false;
        all.clear();
        detectors.clear();
        words.clear();
        recognizer.removeAllItems();
    }

    /** Shows only a message; the choices do not change. */
    private void message(String text) {
        JLabel label = new JLabel(text);
        label.setName("options.enginesmessage");
        all.whole(label);
        all.end();
    }

    private void fill(Found found) {
        options.setText(settings.engineOptions());
        for (FoundEngine engine : found.engines().recognizers()) {
            words.put(engine.name(), said(found, engine));
            recognizer.addItem(engine.name());
        }
        if (!words.containsKey(settings.recognizer())) {
            words.put(settings.recognizer(), Bundle.MSG_EngineGone());
            recognizer.addItem(settings.recognizer());
        }
        recognizer.setSelectedItem(settings.recognizer());
        effort.fill(found.engines(), engine -> said(found, engine));
        all.line(Bundle.LBL_Recognizer(), recognizer);
        all.below(reads);
        Set<String> chosen = new LinkedHashSet<>(List.of(settings.detectors().split(",")));
        String label = Bundle.LBL_Detectors();
        for (FoundEngine engine : found.engines().detectors()) {
            detector(label, engine.name(), chosen.remove(engine.name()), said(found, engine));
            label = "";
        }
        chosen.remove(NONE);
        for (String gone : chosen) {
            detector("", gone, true, Bundle.MSG_EngineGone());
        }
        policy.fill();
        all.wide(Bundle.LBL_EngineOptions(), options);
        all.below(new Saying(keys(found.engines())));
        all.end();
        filled = true;
    }

    private static String said(Found found, FoundEngine engine) {
        return found.words().getOrDefault(engine, "");
    }

    private void detector(String label, String name, boolean on, String says) {
        JCheckBox box = new JCheckBox(name, on);
        box.setName("detector." + name);
        box.getAccessibleContext().setAccessibleDescription(says);
        box.addActionListener(event -> changed());
        detectors.put(name, box);
        all.line(label, box);
        all.below(new Saying(says));
    }

    private String chosenRecognizer() {
        return String.valueOf(recognizer.getSelectedItem());
    }

    @Override
    public void store() {
        changed = false;
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
        effort.store();
        policy.store();
        settings.preferences().put(Settings.ENGINE_OPTIONS, options.getText().strip());
        onStore.run();
    }
}
