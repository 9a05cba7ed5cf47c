package org.pixelanon.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.ocr.TesseractService;
import org.pixelanon.pipeline.decide.RecognizerSource;
import picocli.CommandLine.Option;

/** Several things that read text, or one in several ways, side by side. */
public final class ReaderChoices {

    @Option(
            names = "--ocr",
            paramLabel = "NAME[:KEY=VALUE,...]",
            completionCandidates = FoundNames.Recognizers.class,
            description =
                    "what reads text: ${COMPLETION-CANDIDATES}; its options as 'pixelanon engines' lists them. Several stand side by side. Default: tesseract, unless --rects is given")
    List<String> names = List.of();

    /** Whether any was named. */
    public boolean isGiven() {
        return !names.isEmpty();
    }

    /**
     * Recognisers by what they are called. Ends the command if there is none of a name, or it is
     * not available.
     *
     * @param judging the command's other engines
     */
    public Map<String, RecognizerSource> recognizers(JudgeOptions judging) {
        Map<String, RecognizerSource> sources = new LinkedHashMap<>();
        EngineOptions engines = judging.engines();
        for (String name : names.isEmpty() ? List.of(TesseractService.NAME) : names) {
            int colon = name.indexOf(':');
            FoundEngine engine = engines.recognizer(colon < 0 ? name : name.substring(0, colon));
            List<String> more =
                    colon < 0 ? List.of() : List.of(name.substring(colon + 1).split(",", -1));
            EngineSettings settings = engines.settings(engine, more);
            engines.requireAvailable(engine, settings);
            sources.put(name, () -> engine.recognizer(settings));
        }
        return sources;
    }
}
