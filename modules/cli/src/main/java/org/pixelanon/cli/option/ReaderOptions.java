package org.pixelanon.cli.option;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.ocr.TesseractService;
import org.pixelanon.pipeline.decide.RecognizerSource;
import org.pixelanon.pipeline.report.SearchWords;
import org.pixelanon.pipeline.witness.Effort;
import picocli.CommandLine.Option;

/** What finds and reads text. */
public final class ReaderOptions {

    @Option(
            names = "--ocr",
            paramLabel = "NAME",
            defaultValue = TesseractService.NAME,
            completionCandidates = FoundNames.Recognizers.class,
            description = "what reads text: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    String name = TesseractService.NAME;

    @Option(
            names = "--effort",
            paramLabel = "EFFORT",
            description =
                    "how much is done to find text: ${COMPLETION-CANDIDATES}. fast: --ocr; balanced: two neural networks beside it, and a third that reads. Default: fast")
    @Nullable Effort effort;

    @Option(
            names = "--finders",
            paramLabel = "LIST",
            split = ",",
            completionCandidates = FoundNames.Finders.class,
            description =
                    "beyond --effort fast: what finds text: ${COMPLETION-CANDIDATES}. Default: components,ppocr4,ppocr3")
    List<String> finders = List.of();

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            completionCandidates = FoundNames.Readers.class,
            description =
                    "beyond --effort fast: what reads text: ${COMPLETION-CANDIDATES}. Default: ppocr4")
    @Nullable String reader;

    private @Nullable SearchWords words;

    /**
     * Recognisers, each of which reads for one worker. Ends the command if there is none of a name,
     * or what a user asked for cannot be started. Where nobody asked and the networks cannot be
     * started, one recogniser finds and reads, and {@link #words} says so.
     *
     * @param judging the command's other engines
     */
    public RecognizerSource recognizers(JudgeOptions judging) {
        EngineOptions engines = judging.engines();
        boolean other = !name.equals(TesseractService.NAME);
        boolean chosen = !finders.isEmpty() || reader != null;
        Effort wanted = effort != null ? effort : other ? Effort.FAST : Effort.DEFAULT;
        if (wanted == Effort.FAST) {
            engines.requireUnset("--finders", String.join(",", finders), "", "balanced");
            engines.requireUnset("--reader", reader == null ? "" : reader, "", "balanced");
            return alone(engines, "");
        }
        engines.requireUnset("--ocr", name, TesseractService.NAME, "fast");
        List<FoundEngine> witnesses =
                engines.witnesses(
                        finders.isEmpty() ? Effort.FINDERS : finders,
                        reader == null ? Effort.READER : reader);
        RecognizerSource source = Effort.united(witnesses, engines::settings);
        String problem = problem(source);
        if (!problem.isEmpty()) {
            if (effort != null || chosen) {
                throw engines.refused("--effort " + label(wanted) + ": " + problem);
            }
            return alone(
                    engines,
                    "text was looked for with --effort fast instead of "
                            + label(wanted)
                            + ": "
                            + problem);
        }
        words =
                new SearchWords(
                        label(wanted), witnesses.stream().map(FoundEngine::toString).toList(), "");
        return source;
    }

    /** The first is started before the work, which must not begin with fewer than it should. */
    private static String problem(RecognizerSource source) {
        try {
            source.open().close();
            return "";
        } catch (IOException e) {
            return FailureText.reason(e);
        }
    }

    private RecognizerSource alone(EngineOptions engines, String shortfall) {
        FoundEngine engine = engines.recognizer(name);
        engines.requireAvailable(engine);
        EngineSettings settings = engines.settings(engine);
        words = new SearchWords(label(Effort.FAST), List.of(engine.toString()), shortfall);
        return () -> engine.recognizer(settings);
    }

    private static String label(Effort effort) {
        return effort.name().toLowerCase(Locale.ROOT);
    }

    /** How text is looked for; known once {@link #recognizers} was asked. */
    public SearchWords words() {
        return Objects.requireNonNull(words, "asked too early");
    }
}
