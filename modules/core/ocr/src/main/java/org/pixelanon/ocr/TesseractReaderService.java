package org.pixelanon.ocr;

import java.io.IOException;
import java.util.List;
import org.pixelanon.model.engine.CalibratedConfidence;
import org.pixelanon.model.engine.EngineOption;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.ReaderEngine;
import org.pixelanon.model.text.TextReader;

/** Starts Tesseract as a reader of lines found by other engines. */
public final class TesseractReaderService implements ReaderEngine {

    @Override
    public String name() {
        return TesseractService.NAME;
    }

    @Override
    public String description() {
        return "reads lines with Tesseract (English)";
    }

    @Override
    public List<EngineOption> options() {
        return List.of(CalibratedConfidence.OPTION);
    }

    @Override
    public TextReader reader(EngineSettings settings) throws IOException {
        return new TesseractReader(
                OcrOptions.in(settings.cache()),
                CalibratedConfidence.of(
                        settings, TesseractRecognizer.class, TesseractRecognizer.CONFIDENCE));
    }
}
