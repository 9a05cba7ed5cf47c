package org.pixelanon.ocr;

import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.Calibration;
import org.pixelanon.model.text.Otsu;
import org.pixelanon.model.text.TextReader;

/** Reads lines found by other engines with Tesseract. Not thread-safe; it owns a native engine. */
final class TesseractReader implements TextReader {

    private final TesseractEngine engine;
    private final LineReader reader;
    private final Calibration calibration;

    TesseractReader(OcrOptions options, Calibration calibration) throws OcrException {
        this.engine = new TesseractEngine(options.cacheFolder());
        this.reader = new LineReader(engine);
        this.calibration = calibration;
    }

    @Override
    public String name() {
        return TesseractService.NAME;
    }

    @Override
    public Reading read(PlaneImage line) throws OcrException {
        engine.requireOpen();
        org.pixelanon.ocr.Reading reading = reader.read(brightText(line), false);
        return new Reading(reading.text(), calibration.of(reading.confidence()));
    }

    /** The brightest channel of each pixel, inverted if the letters are darker. */
    private static GreyImage brightText(PlaneImage line) {
        int[] levels = Otsu.brightest(line);
        boolean[] ink = Otsu.smallerClass(levels);
        long letters = 0;
        long ground = 0;
        int count = 0;
        for (int i = 0; i < levels.length; i++) {
            if (ink[i]) {
                letters += levels[i];
                count++;
            } else {
                ground += levels[i];
            }
        }
        boolean bright = letters * (levels.length - count) >= ground * count;
        byte[] samples = new byte[levels.length];
        for (int i = 0; i < levels.length; i++) {
            samples[i] = (byte) (bright ? levels[i] : ~levels[i]);
        }
        return new GreyImage(line.width(), line.height(), samples);
    }

    @Override
    public void close() {
        engine.close();
    }
}
