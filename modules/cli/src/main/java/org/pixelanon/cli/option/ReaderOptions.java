package org.pixelanon.cli.option;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.model.FailureText;
import org.pixelanon.ocr.TesseractService;
import org.pixelanon.pipeline.decide.RecognizerSource;
import org.pixelanon.pipeline.report.SearchWords;
import org.pixelanon.pipeline.witness.Effort;
import org.pixelanon.pipeline.witness.SearchChoice;
import picocli.CommandLine.Option;

/** Options for finding and reading text. */
@HelpGroup("Finding text")
public final class ReaderOptions {

    @Option(
            names = "--ocr",
            paramLabel = "NAME",
            defaultValue = TesseractService.NAME,
            completionCandidates = FoundNames.Recognizers.class,
            description = "text recogniser: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    String name = TesseractService.NAME;

    @Option(
            names = "--effort",
            paramLabel = "EFFORT",
            description =
                    "how thoroughly to search for text: ${COMPLETION-CANDIDATES}. fast: strokes and --ocr; balanced: two neural networks as well, and a third that reads; thorough: also small letters. Default: balanced")
    @Nullable Effort effort;

    @Option(
            names = "--finders",
            paramLabel = "LIST",
            split = ",",
            completionCandidates = FoundNames.Finders.class,
            description =
                    "text finders for efforts beyond fast: ${COMPLETION-CANDIDATES}. Default: components,lines1,lines1-dots,barcodes,ppocr4, and with thorough ppocr3-fine")
    List<String> finders = List.of();

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            completionCandidates = FoundNames.Readers.class,
            description =
                    "text reader for efforts beyond fast: ${COMPLETION-CANDIDATES}. Default: ppocr4, and tesseract where it is uncertain")
    @Nullable String reader;

    private @Nullable SearchWords words;

    /**
     * Recognisers, each for one worker. Ends the command if one is unknown, or if the chosen one
     * cannot be started. If none was chosen and the networks cannot be started, one recogniser
     * finds and reads, and {@link #words} says so.
     *
     * @param judging the command's other engines
     */
    public RecognizerSource recognizers(JudgeOptions judging) {
        EngineOptions engines = judging.engines();
        boolean usual = name.equals(TesseractService.NAME);
        SearchChoice choice = new SearchChoice(effort, name, usual, finders, reader);
        if (choice.wanted() == Effort.FAST) {
            engines.requireUnset("--finders", String.join(",", finders), "", "balanced");
            engines.requireUnset("--reader", reader == null ? "" : reader, "", "balanced");
        } else {
            engines.requireUnset("--ocr", name, TesseractService.NAME, "fast");
        }
        try {
            SearchChoice.Ready ready = choice.ready(engines.found(), engines::settings);
            words = ready.words();
            return ready.recognizers();
        } catch (IOException e) {
            throw engines.refused(FailureText.reason(e));
        }
    }

    /** How text is searched; known after {@link #recognizers} was called. */
    public SearchWords words() {
        return Objects.requireNonNull(words, "asked too early");
    }
}
