package org.pixelanon.synth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.synth.face.Face;
import org.pixelanon.synth.face.Mask;

/** Finds places for lines of text on a plane: inside it, clear of each other, and legible. */
final class Layout {
    /** Corners in which blocks of lines grow towards the middle. */
    enum Corner {
        TOP_LEFT,
        TOP_RIGHT,
        BOTTOM_LEFT,
        BOTTOM_RIGHT
    }

    private static final List<Integer> SIZES = List.of(8, 9, 10, 11, 12, 14, 16, 18, 20, 24);
    private static final int EDGE = 2;

    private final Canvas canvas;
    private final String texture;
    private final int frames;
    private final boolean bitmap;
    private final Fonts fonts;
    private final Chance chance;
    private final int margin;
    private final List<PixelRectangle> taken = new ArrayList<>();
    private final List<PlacedText> placed = new ArrayList<>();
    private final Map<Corner, Integer> used = new EnumMap<>(Corner.class);

    /**
     * Creates a layout on a canvas with the picture before text is drawn; bitmap planes have no
     * shades.
     */
    Layout(Canvas canvas, String texture, int frames, boolean bitmap, Fonts fonts, Chance chance) {
        this.canvas = canvas;
        this.texture = texture;
        this.frames = frames;
        this.bitmap = bitmap;
        this.fonts = fonts;
        this.chance = chance;
        this.margin = chance.between(4, 14);
    }

    List<PlacedText> placed() {
        return List.copyOf(placed);
    }

    void keepClear(PixelRectangle rectangle) {
        taken.add(rectangle);
    }

    /**
     * Places a block of lines with one look; lines that do not fit become smaller or are omitted.
     */
    void block(Corner corner, List<Caption> lines) {
        Look look = look();
        for (Caption line : lines) {
            inCorner(corner, List.of(line), look);
        }
    }

    /** Places a line that changes on later frames; the frames are divided evenly. */
    void changing(Corner corner, List<Caption> steps) {
        inCorner(corner, steps, look());
    }

    /** Places a line somewhere on the picture. */
    void anywhere(Caption line) {
        Look look = look();
        for (int i = 0; i < 40; i++) {
            List<Mask> masks = masks(List.of(line), look);
            int spareX = canvas.width - masks.get(0).width() - 2 * EDGE;
            int spareY = canvas.height - masks.get(0).height() - 2 * EDGE;
            if (spareX > 0 && spareY > 0) {
                int x = EDGE + chance.below(spareX);
                int y = EDGE + chance.below(spareY);
                if (!isDark(x, y, masks.get(0)) && put(List.of(line), masks, look, x, y, false)) {
                    return;
                }
            }
        }
    }

    private Look look() {
        int largest = Math.min(canvas.width, canvas.height) < 400 ? 14 : 24;
        int size = chance.pick(SIZES.stream().filter(s -> s <= largest).toList());
        String style =
                chance.of(
                        "white",
                        "white",
                        "grey",
                        "outlined",
                        "dark",
                        canvas.channels == 3 ? "colour" : "white");
        return new Look(
                fonts.pick(size, bitmap, chance),
                size,
                bitmap ? "white" : style,
                Contrast.colour(style, chance));
    }

    private void inCorner(Corner corner, List<Caption> steps, Look first) {
        Look look = first;
        boolean right = corner == Corner.TOP_RIGHT || corner == Corner.BOTTOM_RIGHT;
        boolean low = corner == Corner.BOTTOM_LEFT || corner == Corner.BOTTOM_RIGHT;
        while (true) {
            List<Mask> masks = masks(steps, look);
            int width = masks.stream().mapToInt(Mask::width).max().orElseThrow();
            int height = masks.stream().mapToInt(Mask::height).max().orElseThrow();
            int from = used.getOrDefault(corner, margin);
            int x = right ? canvas.width - margin - width : margin;
            int y = low ? canvas.height - from - height : from;
            if (width < canvas.width * 0.48 && put(steps, masks, look, x, y, right)) {
                used.put(corner, from + height + Math.max(4, look.size() * 2 / 5));
                return;
            }
            int smaller = SIZES.indexOf(look.size()) - 1;
            if (smaller < 0) {
                return;
            }
            int size = SIZES.get(smaller);
            look = new Look(fonts.pick(size, bitmap, chance), size, look.style(), look.rgb());
        }
    }

    private List<Mask> masks(List<Caption> lines, Look look) {
        return lines.stream().map(l -> look.face().draw(look.face().spell(l.text()))).toList();
    }

    private boolean put(
            List<Caption> lines, List<Mask> masks, Look look, int x, int y, boolean right) {
        int width = masks.stream().mapToInt(Mask::width).max().orElseThrow();
        int height = masks.stream().mapToInt(Mask::height).max().orElseThrow();
        PixelRectangle slot = new PixelRectangle(x, y, width, height);
        if (x < EDGE
                || y < EDGE
                || slot.right() > canvas.width - EDGE
                || slot.bottom() > canvas.height - EDGE
                || taken.stream().anyMatch(other -> near(slot, other, look.size()))) {
            return false;
        }
        Contrast contrast = Contrast.of(canvas, slot);
        String style = bitmap ? "white" : contrast.style(look.style(), look.size());
        if (style.isEmpty()) {
            return false;
        }
        int rgb = style.equals(look.style()) ? look.rgb() : Contrast.colour(style, chance);
        boolean outlined = style.equals("outlined");
        taken.add(slot);
        for (int i = 0; i < lines.size(); i++) {
            Caption line = lines.get(i);
            Mask mask = outlined ? masks.get(i).outlined() : masks.get(i);
            BitSet shown = new BitSet();
            shown.set(frames * i / lines.size(), frames * (i + 1) / lines.size());
            placed.add(
                    new PlacedText(
                            new Caption(
                                    look.face().spell(line.text()), line.sensitive(), line.why()),
                            mask,
                            (right ? slot.right() - masks.get(i).width() : x) - (outlined ? 1 : 0),
                            y - (outlined ? 1 : 0),
                            rgb,
                            look.size(),
                            style,
                            contrast.black() ? "black" : texture,
                            shown));
        }
        return true;
    }

    private boolean isDark(int x, int y, Mask mask) {
        return Contrast.of(canvas, new PixelRectangle(x, y, mask.width(), mask.height())).black();
    }

    /** Lines of one block are close; texts side by side are not, so that they read as two texts. */
    private static boolean near(PixelRectangle a, PixelRectangle b, int size) {
        int sideways = 3 * size;
        int upright = 4;
        return a.x() < b.right() + sideways
                && b.x() < a.right() + sideways
                && a.y() < b.bottom() + upright
                && b.y() < a.bottom() + upright;
    }

    /** The look of a block. */
    private record Look(Face face, int size, String style, int rgb) {}
}
