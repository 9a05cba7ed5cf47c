package org.pixelanon.ocr;

import org.pixelanon.model.TextRecognizer;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.RecognizerEngine;

/** Starts {@link TesseractRecognizer}. */
public final class TesseractService implements RecognizerEngine {

    /** The name by which users choose it. */
    public static final String NAME = TesseractRecognizer.NAME;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "finds and reads lines of text with Tesseract (English)";
    }

    @Override
    public TextRecognizer recognizer(EngineSettings settings) throws OcrException {
        return new TesseractRecognizer(OcrOptions.in(settings.cache()));
    }
}
