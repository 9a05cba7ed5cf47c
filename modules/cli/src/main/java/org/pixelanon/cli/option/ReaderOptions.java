package org.pixelanon.cli.option;

import java.util.List;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.ocr.TesseractService;
import org.pixelanon.pipeline.decide.RecognizerSource;
import org.pixelanon.pipeline.witness.Effort;
import picocli.CommandLine.Option;

/** What reads text. */
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
            defaultValue = "fast",
            description =
                    "how much is done to find text: ${COMPLETION-CANDIDATES}. fast: --ocr; balanced: two neural networks beside it, and a third that reads. Default: ${DEFAULT-VALUE}")
    Effort effort = Effort.FAST;

    /**
     * Recognisers, each of which reads for one worker; nothing is loaded before the first. Ends the
     * command if there is none of the name, or it is not available.
     *
     * @param judging the command's other engines
     */
    public RecognizerSource recognizers(JudgeOptions judging) {
        if (effort == Effort.BALANCED) {
            judging.engines().requireUnset("--ocr", name, TesseractService.NAME);
            List<FoundEngine> witnesses = judging.engines().witnesses();
            witnesses.forEach(judging.engines()::requireAvailable);
            return Effort.united(witnesses, judging.engines()::settings);
        }
        FoundEngine engine = judging.engines().recognizer(name);
        judging.engines().requireAvailable(engine);
        EngineSettings settings = judging.engines().settings(engine);
        return () -> engine.recognizer(settings);
    }
}
