package org.pixelanon.ocr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.Region;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.model.text.Calibration;

/**
 * Finds lines with a {@link LineDetector} and reads them with Tesseract. Every found line is
 * reported, even if it could not be read.
 *
 * <p>With {@link OcrOptions#reuse()} the recogniser remembers the pixels of the previous plane:
 * planes may come from any file in any order, callers need not say where a file begins, and the
 * result is that of a new recogniser. It is fast if the planes of a cine come one after the other.
 *
 * <p>Not thread-safe: one recogniser per worker. It owns a native engine (about 10 MB) until {@link
 * #close()}, and about 30 bytes per pixel of the plane while it is searched.
 */
public final class TesseractRecognizer implements TextRecognizer {

    /** The name of the recogniser in reports. */
    static final String NAME = "tesseract";

    /** The calibration table of its confidence. */
    static final String CONFIDENCE = "tesseract-confidence.txt";

    private final TesseractEngine engine;
    private final LineReader reader;
    private final LineDetector detector;
    private final Calibration calibration;
    private final @Nullable ReadingCache cache;

    /**
     * Unpacks the native libraries if necessary and starts an engine.
     *
     * @param options where to unpack, and whether to reuse earlier results
     * @throws OcrException if the libraries cannot be unpacked, loaded or started
     */
    public TesseractRecognizer(OcrOptions options) throws OcrException {
        calibration = calibration();
        engine = new TesseractEngine(options.cacheFolder());
        reader = new LineReader(engine);
        detector = new LineDetector(options.reuse());
        cache = options.reuse() ? new ReadingCache() : null;
    }

    private static Calibration calibration() throws OcrException {
        try {
            return Calibration.of(TesseractRecognizer.class, CONFIDENCE);
        } catch (IOException e) {
            throw new OcrException(FailureText.reason(e), e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * {@inheritDoc}
     *
     * @throws OcrException if Tesseract failed
     * @throws IllegalStateException if this recogniser is closed
     */
    @Override
    public List<RecognizedText> recognize(Plane plane, List<PlaneImage> views) throws OcrException {
        engine.requireOpen();
        List<RecognizedText> texts = new ArrayList<>();
        List<TextLine> lines = detector.detect(views);
        for (TextLine line : lines) {
            Reading reading = read(line, line.readable(lines));
            texts.add(
                    new RecognizedText(
                            new Region(plane, line.rectangle()),
                            reading.text(),
                            calibration.of(reading.confidence()),
                            name()));
        }
        return texts;
    }

    private Reading read(TextLine line, PixelRectangle box) throws OcrException {
        GreyImage crop =
                CropImages.cut(detector.channels().get(line.channel()), box, !line.bright());
        boolean vertical = line.orientation() == Orientation.VERTICAL;
        Reading known = cache == null ? null : cache.get(crop, vertical);
        if (known != null) {
            return known;
        }
        Reading reading = reader.read(crop, vertical);
        if (cache != null) {
            cache.put(crop, vertical, reading);
        }
        return reading;
    }

    @Override
    public void close() {
        engine.close();
    }
}
