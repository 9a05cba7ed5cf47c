package org.pixelanon.pipeline.witness;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.Engines;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.pipeline.decide.RecognizerSource;
import org.pixelanon.pipeline.report.SearchWords;

/**
 * What a user chose of how text is looked for, on the command line or in the workbench.
 *
 * @param effort how much is done; null if the user says nothing of it
 * @param recognizer the name of what finds and reads alone
 * @param usual whether that is the usual one; another one is asked alone
 * @param finders the names of what finds beside others; none for the usual ones
 * @param reader the name of what reads then; null for the usual one
 */
public record SearchChoice(
        @Nullable Effort effort,
        String recognizer,
        boolean usual,
        List<String> finders,
        @Nullable String reader) {

    /** Copies the list. */
    public SearchChoice {
        finders = List.copyOf(finders);
    }

    /**
     * What looks for text, ready to start.
     *
     * @param recognizers makes one for each worker
     * @param words how the search is told
     */
    public record Ready(RecognizerSource recognizers, SearchWords words) {}

    /**
     * How much is done.
     *
     * @return what the user says, else what follows from the rest
     */
    public Effort wanted() {
        if (effort != null) {
            return effort;
        }
        return usual ? Effort.DEFAULT : Effort.FAST;
    }

    /**
     * Gets engines ready. Networks are started once before the work, which must not begin with
     * fewer witnesses than it should: where they cannot be started, and the user asked for them,
     * that is the end; where nobody asked, one recogniser finds and reads, and the words say so.
     *
     * @param engines those that there are
     * @param settings what each is started with
     * @return what looks for text
     * @throws IOException if there is no engine of a name, it is not available, or what the user
     *     asked for cannot be started
     */
    public Ready ready(Engines engines, Function<FoundEngine, EngineSettings> settings)
            throws IOException {
        Effort wanted = wanted();
        if (wanted == Effort.FAST) {
            return alone(engines, settings, "");
        }
        List<FoundEngine> witnesses =
                Effort.witnesses(
                        engines,
                        finders.isEmpty() ? wanted.finders() : finders,
                        reader == null
                                ? List.of(Effort.READER, Effort.SECOND_READER)
                                : List.of(reader));
        RecognizerSource united = Effort.united(witnesses, settings);
        String problem = problem(united);
        if (problem.isEmpty()) {
            List<String> names = witnesses.stream().map(FoundEngine::toString).toList();
            return new Ready(united, new SearchWords(label(wanted), names, ""));
        }
        if (effort != null || !finders.isEmpty() || reader != null) {
            throw new EngineException("--effort " + label(wanted) + ": " + problem);
        }
        return alone(
                engines,
                settings,
                "text was searched with --effort fast instead of "
                        + label(wanted)
                        + ": "
                        + problem);
    }

    private static String problem(RecognizerSource source) {
        try {
            source.open().close();
            return "";
        } catch (IOException e) {
            return FailureText.reason(e);
        }
    }

    private Ready alone(
            Engines engines, Function<FoundEngine, EngineSettings> settings, String shortfall)
            throws IOException {
        FoundEngine engine = engines.recognizer(recognizer);
        EngineSettings set = settings.apply(engine);
        engine.requireAvailable(set);
        SearchWords words =
                new SearchWords(label(Effort.FAST), List.of(engine.toString()), shortfall);
        return new Ready(() -> engine.recognizer(set), words);
    }

    private static String label(Effort effort) {
        return effort.name().toLowerCase(Locale.ROOT);
    }
}
