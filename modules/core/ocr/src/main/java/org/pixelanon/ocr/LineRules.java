package org.pixelanon.ocr;

/** Decides which chains of components are text. */
final class LineRules {

    private static final double MOST_BARS = .6;
    private static final double MOST_UNEVEN = .35;
    private static final double MOST_UNEVEN_SHORT = .25;
    private static final int SHORT = 3;
    private static final double FULLEST = .92;
    private static final int LEAST_CONTRAST = 25;
    private static final double LEAST_DENSITY = .08;
    private static final double MOST_DENSITY = .85;

    private static final int LEAST_CONTRAST_ALONE = 70;
    private static final double LEAST_QUALITY_ALONE = 2.6;

    /** Least median height of glyphs of a line; smaller ones are noise. */
    private static final int LOWEST = 4;

    /** Least quality of lines by number of glyphs; the last is for all longer ones. */
    private static final double[] LEAST_QUALITY = {0, 0, 2.0, 1.4, 1.25, 1.25, 1.25, 1.25, 1.1};

    private LineRules() {}

    /** Returns whether the shape may be that of a line of text. */
    static boolean mayBeText(LineCandidate line) {
        if (line.density() <= LEAST_DENSITY || line.density() >= MOST_DENSITY) {
            return false;
        }
        if (line.glyphs() == 1) {
            return mayBeSingleGlyph(line);
        }
        return line.bars() <= MOST_BARS
                && line.fill() <= FULLEST
                && (line.height() > LOWEST || line.glyphs() > SHORT)
                && line.unevenness() <= (line.glyphs() <= SHORT ? MOST_UNEVEN_SHORT : MOST_UNEVEN);
    }

    private static boolean mayBeSingleGlyph(LineCandidate line) {
        return line.height() >= 7
                && line.density() > .15
                && line.density() < .75
                && line.right() - line.left() > .25 * line.height();
    }

    /** Returns whether a line that may be text is clear enough; a single glyph must be clearest. */
    static boolean isText(LineCandidate line, LineClarity clarity) {
        if (clarity.contrast() < LEAST_CONTRAST || clarity.stroke() > .45 * line.height() + 1) {
            return false;
        }
        if (line.glyphs() == 1) {
            return clarity.quality() > LEAST_QUALITY_ALONE
                    && clarity.contrast() > LEAST_CONTRAST_ALONE;
        }
        return clarity.quality() > LEAST_QUALITY[Math.min(line.glyphs(), LEAST_QUALITY.length - 1)];
    }

    /** Vertical text is rare, but edges and rulers are not, so more glyphs are required. */
    static boolean longEnoughForVertical(int glyphs) {
        return glyphs > SHORT;
    }

    /** Returns whether a vertical line that is long enough and may be text is clear enough. */
    static boolean isVerticalText(LineCandidate line, LineClarity clarity) {
        return clarity.quality() > 2 && isText(line, clarity);
    }
}
