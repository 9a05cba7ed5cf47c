package org.pixelanon.ocr;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Reads crops of single lines: several preparations of the crop are given to Tesseract, and the
 * reading with the highest confidence is kept. Stops early when a reading is good, or when the
 * first ones are so poor that the crop is hardly Latin text; illegible lines keep the best guess.
 * Not thread-safe.
 */
final class LineReader {

    private static final double GOOD = .9;

    /**
     * Confidence up to which further attempts after {@link #POOR_AFTER} readings do not pay off.
     */
    private static final double POOR = .35;

    private static final int POOR_AFTER = 2;

    /** Height in pixels to which glyphs are scaled. */
    private static final int GLYPH_HEIGHT = 32;

    private static final int LARGEST_FACTOR = 3;

    /** Longest side of an image that is given to Tesseract; its own limit is 32767. */
    private static final int LONGEST = 8000;

    private static final int BORDER = 12;
    private static final int DOTS_PER_INCH = 70;
    private static final int HAT_RADIUS = 3;

    private final TesseractEngine engine;

    LineReader(TesseractEngine engine) {
        this.engine = engine;
    }

    /**
     * Reads a crop of bright text.
     *
     * @param vertical true if the text runs upwards or downwards
     */
    Reading read(GreyImage crop, boolean vertical) throws OcrException {
        if (!vertical) {
            return read(crop);
        }
        Reading up = read(CropImages.turned(crop, true));
        if (up.confidence() > GOOD) {
            return up;
        }
        Reading down = read(CropImages.turned(crop, false));
        return down.confidence() > up.confidence() ? down : up;
    }

    private Reading read(GreyImage crop) throws OcrException {
        int glyphs = Math.max(5, crop.height() - 6) * 4 / 5;
        GreyImage fitting =
                CropImages.reduced(
                        crop,
                        Math.max(
                                Math.max(1, glyphs / (2 * GLYPH_HEIGHT)),
                                (Math.max(crop.width(), crop.height()) + LONGEST - 1) / LONGEST));
        int factor = Math.max(1, Math.min(LARGEST_FACTOR, GLYPH_HEIGHT / glyphs));
        while (factor > 1 && Math.max(fitting.width(), fitting.height()) * factor > LONGEST) {
            factor--;
        }
        GreyImage line = CropImages.stretched(fitting);
        Reading best = Reading.NOTHING;
        int tried = 0;
        for (UnaryOperator<GreyImage> preparation : preparations(factor)) {
            GreyImage page = CropImages.page(preparation.apply(line), BORDER);
            Reading reading = engine.read(page, DOTS_PER_INCH * factor);
            tried++;
            if (reading.confidence() > best.confidence()) {
                best = reading;
            }
            if (best.confidence() > GOOD || (tried >= POOR_AFTER && best.confidence() <= POOR)) {
                break;
            }
        }
        return best;
    }

    /**
     * The preparations of a crop. The second differs most from the first, so that a crop that is
     * illegible in both is hardly text. Softer and bolder letters resemble the print on which the
     * recogniser was trained more than the even strokes of screen fonts do.
     */
    private static List<UnaryOperator<GreyImage>> preparations(int factor) {
        return List.of(
                line -> CropImages.enlarged(line, factor),
                line -> CropImages.enlarged(CropImages.relative(line, .85), factor),
                line -> CropImages.blurred(CropImages.enlarged(line, factor)),
                line -> CropImages.bolder(CropImages.enlarged(line, factor)),
                line ->
                        CropImages.enlarged(
                                CropImages.relative(CropImages.topHat(line, HAT_RADIUS), .6),
                                factor),
                line -> CropImages.relative(CropImages.enlarged(line, factor), .5));
    }
}
