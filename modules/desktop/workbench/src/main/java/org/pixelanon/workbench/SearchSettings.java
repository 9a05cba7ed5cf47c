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

/** How the user lets text be looked for: the same choices as on the command line. */
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
     * Those of a user.
     *
     * @param settings what else the user chose
     * @return shows later changes
     */
    public static SearchSettings of(Settings settings) {
        return new SearchSettings(settings);
    }

    /**
     * How much is done to find text, as the command line's {@code --effort}.
     *
     * @return empty for what is usual
     */
    public Optional<Effort> effort() {
        String chosen = settings.preferences().get(EFFORT, "");
        return Arrays.stream(Effort.values()).filter(e -> e.name().equals(chosen)).findFirst();
    }

    /**
     * What finds text beyond the least effort, as the command line's {@code --finders}.
     *
     * @return names
     */
    public List<String> finders() {
        List<String> chosen = chosenFinders();
        return chosen.isEmpty() ? effort().orElse(Effort.DEFAULT).finders() : chosen;
    }

    /** None for the usual ones. */
    private List<String> chosenFinders() {
        return Arrays.stream(settings.preferences().get(FINDERS, "").split(","))
                .filter(n -> !n.isBlank())
                .toList();
    }

    /**
     * What reads lines beyond the least effort, as the command line's {@code --reader}.
     *
     * @return a name
     */
    public String reader() {
        String chosen = settings.preferences().get(READER, "");
        return chosen.isEmpty() ? Effort.READER : chosen;
    }

    /**
     * Chooses. What is as usual follows later changes of what is usual.
     *
     * @param effort how much is done; null for what is usual
     * @param finders what finds text beyond the least effort
     * @param reader what reads it then
     */
    public void choose(@Nullable Effort effort, List<String> finders, String reader) {
        put(EFFORT, effort == null ? "" : effort.name());
        Effort wanted = effort == null ? Effort.DEFAULT : effort;
        put(FINDERS, finders.equals(wanted.finders()) ? "" : String.join(",", finders));
        put(READER, reader.equals(Effort.READER) ? "" : reader);
    }

    /**
     * Whether scanned forms are looked for.
     *
     * @return false unless the user wants it
     */
    public boolean looksForForms() {
        return settings.preferences().getBoolean(FORMS, false);
    }

    /**
     * Chooses whether scanned forms are looked for.
     *
     * @param wanted whether they are
     */
    public void lookForForms(boolean wanted) {
        settings.preferences().putBoolean(FORMS, wanted);
    }

    /**
     * What tells scanned forms. Their text is searched as well: a person decides what they are.
     *
     * @return ready to start
     * @throws IOException if nothing here can tell them
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
     * What looks for text, ready to start.
     *
     * @return what makes recognisers, and how the search is told
     * @throws IOException if there is no engine of a name that was chosen, or it cannot be started
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
     * Starts what looks for text.
     *
     * @param told told how the search falls short of what is usual
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
