package org.pixelanon.synth.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.synth.face.Face;

/**
 * Writes legible, non-overlapping texts on a plane and records the truth. Texts that do not fit, or
 * would not stand out, are not written.
 */
final class Pen {
    private static final int EDGE = 2;
    private static final int LEAST_CONTRAST = 30;
    private static final int LEAST_CONTRAST_IN_GREY = 20;
    private static final int FAINTEST = 45;
    private static final int STRONGEST_FAINT = 75;

    private final Sheet sheet;
    private final Paint paint;
    private final List<PixelRectangle> taken = new ArrayList<>();
    private final List<TrueBox> written = new ArrayList<>();

    Pen(Sheet sheet) {
        this.sheet = sheet;
        this.paint = new Paint(sheet);
    }

    List<TrueBox> written() {
        return List.copyOf(written);
    }

    /** The drawn text; empty if the face lacks a letter. */
    static Optional<Lettering> letter(Phrase phrase, Look look) {
        Face face = look.face();
        String spelled = face.spell(phrase.text());
        return face.draws(spelled) && !spelled.isBlank()
                ? Optional.of(Lettering.of(face.draw(spelled), look.turn()))
                : Optional.empty();
    }

    /**
     * Writes a text.
     *
     * @param x column of the first ink
     * @param y row of the first ink
     * @return false if nothing was changed
     */
    boolean write(Phrase phrase, Look look, Lettering text, int x, int y) {
        PixelRectangle box =
                new PixelRectangle(x, y, text.right() - text.left(), text.bottom() - text.top());
        PixelRectangle extent = paint.extent(box, look);
        PixelRectangle clear = Sheet.grown(extent, Math.max(3, look.capital() / 3));
        if (!sheet.holds(Sheet.grown(box, EDGE))
                || !sheet.holds(extent)
                || taken.stream().anyMatch(t -> Sheet.meet(t, clear))) {
            return false;
        }
        Thing over = look.style() == Style.INVERSE ? Thing.NONE : sheet.under(box);
        Sheet before = sheet.copy();
        Optional<Integer> contrast = paint(look, text, box, over);
        if (contrast.isEmpty()) {
            sheet.restore(before, Sheet.grown(extent, 4));
            return false;
        }
        taken.add(extent);
        Face face = look.face();
        written.add(
                new TrueBox(
                        box,
                        new Phrase(phrase.kind(), face.spell(phrase.text())),
                        look.style(),
                        Typeface.height(face),
                        Math.floorMod(look.turn(), 360),
                        contrast.get(),
                        look.typeface().id(),
                        look.typeface().kind(),
                        over,
                        text.runs()));
        return true;
    }

    /** Paints and returns the contrast; empty if it is not that of the style. */
    private Optional<Integer> paint(Look look, Lettering text, PixelRectangle box, Thing over) {
        Ground ground = Ground.of(sheet, Sheet.grown(box, 2));
        int left = box.x() - text.left();
        int top = box.y() - text.top();
        if (look.style() == Style.FAINT) {
            return faint(look, text, left, top, ground);
        }
        Sheet before = sheet.copy();
        if (!paint.text(look, text, box, ground)) {
            return Optional.empty();
        }
        int contrast = (int) Math.rint(Ground.contrast(sheet, text, left, top));
        boolean own = look.style() == Style.OUTLINE || look.style() == Style.INVERSE;
        boolean clear =
                own
                        || standsOut(
                                before,
                                text,
                                left,
                                top,
                                over == Thing.NONE ? 8 : 3,
                                look.capital());
        boolean inGrey =
                Math.abs(Ground.contrastInGrey(sheet, text, left, top)) >= LEAST_CONTRAST_IN_GREY;
        return Math.abs(contrast) >= LEAST_CONTRAST && inGrey && clear
                ? Optional.of(contrast)
                : Optional.empty();
    }

    /**
     * Returns whether nearly all ink differs from what was there before, and most of it in every
     * part as large as a letter.
     */
    private boolean standsOut(
            Sheet before, Lettering text, int left, int top, int oneIn, int piece) {
        int columns = text.width() / piece + 1;
        int[] lost = new int[columns * (text.height() / piece + 1)];
        int[] all = new int[lost.length];
        for (int y = text.top(); y < text.bottom(); y++) {
            for (int x = text.left(); x < text.right(); x++) {
                if (text.isInk(x, y)) {
                    int change = sheet.light(left + x, top + y) - before.light(left + x, top + y);
                    int at = y / piece * columns + x / piece;
                    all[at]++;
                    lost[at] += Math.abs(change) < LEAST_CONTRAST ? 1 : 0;
                }
            }
        }
        for (int i = 0; i < all.length; i++) {
            if (lost[i] * 2 > all[i]) {
                return false;
            }
        }
        return Arrays.stream(lost).sum() * oneIn <= Arrays.stream(all).sum();
    }

    /** Adjusts the colour until the measured contrast is the wanted one. */
    private Optional<Integer> faint(Look look, Lettering text, int left, int top, Ground ground) {
        double wanted = FAINTEST + 2 + look.strength() * (STRONGEST_FAINT - FAINTEST - 4);
        boolean darker = ground.mean() > 140 || ground.mean() > wanted + 20 && look.hue() > 0.7;
        if (ground.deviation() > wanted / 3) {
            return Optional.empty();
        }
        double step = darker ? -wanted : wanted;
        Sheet before = sheet.copy();
        for (int i = 0; i < 5; i++) {
            sheet.restore(before, new PixelRectangle(left, top, text.width(), text.height()));
            int level = (int) Math.rint(Math.min(255, Math.max(0, ground.mean() + step)));
            paint.letters(text, left, top, level * 0x010101);
            double contrast = Ground.contrast(sheet, text, left, top);
            double error = (darker ? -wanted : wanted) - contrast;
            if (Math.abs(error) <= 1.5 && standsOut(before, text, left, top, 8, look.capital())) {
                return Optional.of((int) Math.rint(contrast));
            }
            step += error;
        }
        return Optional.empty();
    }

    /** Draws light paper for dark letters, unless there is a text. */
    boolean lay(PixelRectangle paper, int level) {
        if (taken.stream().anyMatch(t -> Sheet.meet(t, paper))) {
            return false;
        }
        sheet.fill(paper, level * 0x010101, 255);
        sheet.forget(paper);
        return true;
    }
}
