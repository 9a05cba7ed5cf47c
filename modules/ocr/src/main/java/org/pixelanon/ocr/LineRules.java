package org.pixelanon.ocr;

/** Which chains of components are taken for text. */
final class LineRules {

    private static final double MOST_BARS = .6;
    private static final double MOST_UNEVEN = .35;
    private static final double MOST_UNEVEN_SHORT = .25;
    private static final int SHORT = 3;
    private static final double FULLEST = .92;
    private static final int LEAST_CONTRAST = 25;
    private static final double LEAST_DENSITY = .08;
    private static final double MOST_DENSITY = .85;

    private static final double LEAST_QUALITY_ALONE = 2.6;

    /** Median height of glyphs of which a line may be made; smaller ones are noise. */
    private static final int LOWEST = 4;

    /** Least contrast to noise of lines with 2, 3, 4 and more glyphs; single ones are stricter. */
    private static final double[] LEAST_QUALITY = {0, 3.2, 2.0, 1.3, 1.0};

    private LineRules() {}

    static boolean isText(LineCandidate line) {
        if (line.contrast() < LEAST_CONTRAST
                || line.density() <= LEAST_DENSITY
                || line.density() >= MOST_DENSITY
                || line.stroke() > .45 * line.height() + 1) {
            return false;
        }
        if (line.glyphs() == 1) {
            return isSingleGlyph(line);
        }
        return line.bars() <= MOST_BARS
                && line.fill() <= FULLEST
                && (line.height() > LOWEST || line.glyphs() > SHORT)
                && line.unevenness() <= (line.glyphs() <= SHORT ? MOST_UNEVEN_SHORT : MOST_UNEVEN)
                && line.quality()
                        > LEAST_QUALITY[Math.min(line.glyphs(), LEAST_QUALITY.length - 1)];
    }

    /** One glyph alone must stand out of quiet surroundings and look like neither bar nor blob. */
    private static boolean isSingleGlyph(LineCandidate line) {
        int width = line.right() - line.left();
        return line.quality() > LEAST_QUALITY_ALONE
                && line.contrast() > 70
                && line.height() >= 7
                && line.density() > .15
                && line.density() < .75
                && width > .25 * line.height();
    }

    /** Vertical text is rare, edges and rulers are not: more glyphs, less doubt. */
    static boolean isVerticalText(LineCandidate line) {
        return line.glyphs() > SHORT && line.quality() > 2 && isText(line);
    }
}
