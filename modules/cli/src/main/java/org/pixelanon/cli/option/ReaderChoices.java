package org.pixelanon.cli.option;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.ocr.TesseractService;
import org.pixelanon.pipeline.decide.RecognizerSource;
import org.pixelanon.pipeline.witness.Effort;
import org.pixelanon.pipeline.witness.SearchChoice;
import picocli.CommandLine.Option;

/** Several recognisers, or one with several settings, to be compared. */
@HelpGroup("Finding text")
public final class ReaderChoices {

    @Option(
            names = "--ocr",
            paramLabel = "NAME[:KEY=VALUE,...]",
            completionCandidates = FoundNames.Recognizers.class,
            description =
                    "text recogniser: ${COMPLETION-CANDIDATES}, with its settings as 'pixelanon engines' lists them. Several are compared. Default: tesseract, unless --effort or --rects is given")
    List<String> names = List.of();

    @Option(
            names = "--effort",
            paramLabel = "LIST",
            split = ",",
            description =
                    "how thoroughly to search for text: ${COMPLETION-CANDIDATES}. Several are compared")
    List<Effort> efforts = List.of();

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

    /** Whether any was chosen. */
    public boolean isGiven() {
        return !names.isEmpty() || !efforts.isEmpty();
    }

    /** Whether one of them has several finders, one of which can be omitted. */
    public boolean hasSeveralFinders() {
        return efforts.stream().anyMatch(e -> e != Effort.FAST && finders(e).size() > 1);
    }

    private List<String> finders(Effort effort) {
        return finders.isEmpty() ? effort.finders() : finders;
    }

    /**
     * The recognisers by name. Ends the command if one is unknown or not available.
     *
     * @param judging the command's other engines
     */
    public Map<String, RecognizerSource> recognizers(JudgeOptions judging) {
        Map<String, RecognizerSource> sources = new LinkedHashMap<>();
        EngineOptions engines = judging.engines();
        for (String name : isGiven() ? names : List.of(TesseractService.NAME)) {
            int colon = name.indexOf(':');
            FoundEngine engine = engines.recognizer(colon < 0 ? name : name.substring(0, colon));
            List<String> more =
                    colon < 0 ? List.of() : List.of(name.substring(colon + 1).split(",", -1));
            EngineSettings settings = engines.settings(engine, more);
            engines.requireAvailable(engine, settings);
            sources.put(name, () -> engine.recognizer(settings));
        }
        for (Effort effort : efforts) {
            sources.put(label(effort), united(effort, finders(effort), engines));
        }
        return sources;
    }

    /**
     * For those with several finders, the recognisers without each finder in turn, by name. Ends
     * the command as {@link #recognizers} does.
     *
     * @param judging the command's other engines
     */
    public Map<String, RecognizerSource> recognizersWithoutEach(JudgeOptions judging) {
        Map<String, RecognizerSource> sources = new LinkedHashMap<>();
        for (Effort effort : hasSeveralFinders() ? efforts : List.<Effort>of()) {
            for (String finder : effort == Effort.FAST ? List.<String>of() : finders(effort)) {
                List<String> others = new ArrayList<>(finders(effort));
                others.remove(finder);
                sources.put(
                        label(effort) + " without " + finder,
                        united(effort, others, judging.engines()));
            }
        }
        return sources;
    }

    private RecognizerSource united(Effort effort, List<String> wanted, EngineOptions engines) {
        SearchChoice choice = new SearchChoice(effort, TesseractService.NAME, true, wanted, reader);
        try {
            return choice.ready(engines.found(), engines::settings).recognizers();
        } catch (IOException e) {
            throw engines.refused(FailureText.reason(e));
        }
    }

    private static String label(Effort effort) {
        return effort.name().toLowerCase(Locale.ROOT);
    }
}
