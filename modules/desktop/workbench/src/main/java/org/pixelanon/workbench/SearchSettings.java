package org.pixelanon.workbench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.model.engine.EngineChoices;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.Engines;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.ocr.TesseractService;
import org.pixelanon.pipeline.decide.FormOptions;
import org.pixelanon.pipeline.witness.Effort;
import org.pixelanon.pipeline.witness.SearchChoice;

/** The user's choices for searching text, the same as on the command line. */
public final class SearchSettings {

    private static final String EFFORT = "effort";
    private static final String FINDERS = "finders";
    private static final String READER = "reader";
    private static final String FORMS = "forms";

    private final Settings settings;

    private SearchSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * The choices of a user.
     *
     * @param settings the other settings
     * @return shows later changes
     */
    public static SearchSettings of(Settings settings) {
        return new SearchSettings(settings);
    }

    /**
     * The effort, like {@code --effort}.
     *
     * @return empty for the default
     */
    public Optional<Effort> effort() {
        String chosen = settings.preferences().get(EFFORT, "");
        return Arrays.stream(Effort.values()).filter(e -> e.name().equals(chosen)).findFirst();
    }

    /**
     * The finders beyond the lowest effort, like {@code --finders}.
     *
     * @return names
     */
    public List<String> finders() {
        List<String> chosen = chosenFinders();
        return chosen.isEmpty() ? effort().orElse(Effort.DEFAULT).finders() : chosen;
    }

    /** Empty for the default. */
    private List<String> chosenFinders() {
        return Arrays.stream(settings.preferences().get(FINDERS, "").split(","))
                .filter(n -> !n.isBlank())
                .toList();
    }

    /**
     * The reader beyond the lowest effort, like {@code --reader}.
     *
     * @return a name
     */
    public String reader() {
        String chosen = settings.preferences().get(READER, "");
        return chosen.isEmpty() ? Effort.READER : chosen;
    }

    /**
     * Sets the choices. Defaults are not stored, so they follow later changes of defaults.
     *
     * @param effort the effort; null for the default
     * @param finders the finders beyond the lowest effort
     * @param reader the reader beyond the lowest effort
     */
    public void choose(@Nullable Effort effort, List<String> finders, String reader) {
        put(EFFORT, effort == null ? "" : effort.name());
        Effort wanted = effort == null ? Effort.DEFAULT : effort;
        put(FINDERS, finders.equals(wanted.finders()) ? "" : String.join(",", finders));
        put(READER, reader.equals(Effort.READER) ? "" : reader);
    }

    /**
     * Whether scanned forms are searched.
     *
     * @return false by default
     */
    public boolean looksForForms() {
        return settings.preferences().getBoolean(FORMS, false);
    }

    /**
     * Sets whether scanned forms are searched.
     *
     * @param wanted whether they are
     */
    public void lookForForms(boolean wanted) {
        settings.preferences().putBoolean(FORMS, wanted);
    }

    /**
     * The form classifier. Text of forms is searched as well, since a person decides about them.
     *
     * @return ready to start
     * @throws IOException if no form classifier is available
     */
    FormOptions forms() throws IOException {
        if (!looksForForms()) {
            return FormOptions.OFF;
        }
        Engines there = settings.engines();
        FoundEngine engine =
                there.forms().stream()
                        .findFirst()
                        .orElseThrow(() -> new EngineException("no form classifier is available"));
        EngineSettings chosen =
                Settings.choices(settings.engineOptions(), there)
                        .settings(engine, settings.cache(), Map.of());
        return new FormOptions(FormOptions.Handling.WITHHOLD, () -> engine.forms(chosen));
    }

    private void put(String key, String value) {
        if (value.isEmpty()) {
            settings.preferences().remove(key);
        } else {
            settings.preferences().put(key, value);
        }
    }

    /**
     * The recognisers, ready to start.
     *
     * @return makes recognisers and describes the search
     * @throws IOException if a chosen engine does not exist or cannot be started
     */
    public SearchChoice.Ready ready() throws IOException {
        Engines there = settings.engines();
        EngineChoices choices = Settings.choices(settings.engineOptions(), there);
        String recognizer = settings.recognizer();
        boolean usual = recognizer.equals(TesseractService.NAME);
        boolean usualReader = reader().equals(Effort.READER);
        return new SearchChoice(
                        effort().orElse(null),
                        recognizer,
                        usual,
                        chosenFinders(),
                        usualReader ? null : reader())
                .ready(there, engine -> choices.settings(engine, settings.cache(), Map.of()));
    }

    /**
     * Starts a recogniser.
     *
     * @param told receives how the search falls short of the default
     * @return a new recogniser; the caller closes it
     * @throws IOException as {@link #ready} does
     */
    TextRecognizer start(Consumer<String> told) throws IOException {
        SearchChoice.Ready ready = ready();
        String shortfall = ready.words().shortfall();
        if (!shortfall.isEmpty()) {
            told.accept(shortfall);
        }
        return ready.recognizers().open();
    }
}
