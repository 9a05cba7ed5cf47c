package org.pixelanon.synth.composite;

import java.util.List;
import org.pixelanon.synth.Chance;

/** Chooses the look of texts so that no style and no size is rare. */
final class Looks {
    /** First and last height of capitals in each size class, and its weight. */
    private static final int[][] SIZES = {
        {6, 7, 16}, {8, 9, 17}, {10, 12, 20}, {13, 17, 18}, {18, 25, 13}, {26, 40, 8}, {41, 60, 8}
    };

    private static final List<Style> STYLES =
            List.of(
                    Style.PLAIN,
                    Style.PLAIN,
                    Style.PLAIN,
                    Style.OUTLINE,
                    Style.OUTLINE,
                    Style.BOXED,
                    Style.BOXED,
                    Style.INVERSE,
                    Style.INVERSE,
                    Style.FAINT,
                    Style.FAINT,
                    Style.COLOURED,
                    Style.COLOURED,
                    Style.COLOURED,
                    Style.DARK,
                    Style.DARK,
                    Style.DARK);

    private final Typefaces typefaces;
    private final boolean colour;
    private final Chance chance;

    Looks(Typefaces typefaces, boolean colour, Chance chance) {
        this.typefaces = typefaces;
        this.colour = colour;
        this.chance = chance;
    }

    /** A random look with capitals up to a height. */
    Look pick(int highest) {
        Style style = chance.pick(STYLES);
        while (style == Style.COLOURED && !colour) {
            style = chance.pick(STYLES);
        }
        return of(style, size(highest));
    }

    /** A look with large letters. */
    Look large(int highest) {
        int size = chance.oneIn(4) ? chance.between(26, 40) : chance.between(41, 60);
        return pick(60).size(
                        typefaces.pick(Math.min(highest, size), chance), Math.min(highest, size));
    }

    private Look of(Style style, int wanted) {
        // a rim or line would fill smaller letters
        int size = style == Style.OUTLINE ? Math.max(8, wanted) : wanted;
        return new Look(
                typefaces.pick(size, chance),
                size,
                !chance.oneIn(3),
                style,
                chance.unit(),
                chance.unit(),
                0);
    }

    private int size(int highest) {
        int sum = 0;
        for (int[] size : SIZES) {
            sum += size[0] <= highest ? size[2] : 0;
        }
        int at = chance.below(sum);
        for (int[] size : SIZES) {
            at -= size[2];
            if (at < 0) {
                return Math.min(highest, chance.between(size[0], size[1]));
            }
        }
        return SIZES[0][0];
    }

    /** The same look with another font, for a text with letters that the first lacks. */
    Look other(Look look) {
        return look.size(typefaces.pick(look.capital(), chance), look.capital());
    }

    /** The same look in smaller letters. */
    Look smaller(Look look) {
        int size = Math.max(6, look.capital() * 4 / 5);
        boolean fits = look.typeface().smallest() <= size;
        return look.size(fits ? look.typeface() : typefaces.pick(size, chance), size);
    }
}
