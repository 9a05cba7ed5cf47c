package org.pixelanon.synth.composite;

import org.pixelanon.model.PixelRectangle;

/** Paints letters and their rims, lines and panels. */
final class Paint {
    private static final int[] COLOURS = {
        0xFFFF00, 0x00FFFF, 0x40FF40, 0xFFB000, 0xFF60FF, 0xFF5050, 0x80A0FF, 0x30C060
    };
    private static final int[] PANELS = {0x1040C0, 0x006060, 0x802020, 0x404040, 0x305020};
    private static final double NARROWEST = 0.55;

    private final Sheet sheet;

    Paint(Sheet sheet) {
        this.sheet = sheet;
    }

    /** The extent of a text with its rim, line or panel. */
    PixelRectangle extent(PixelRectangle box, Look look) {
        int by =
                switch (look.style()) {
                    case OUTLINE -> rim(look) + 1;
                    case BOXED -> gap(look) + line(look);
                    case INVERSE -> gap(look);
                    default -> Lettering.FRINGE;
                };
        return Sheet.grown(box, by);
    }

    private static int rim(Look look) {
        return Math.max(1, look.capital() / 14);
    }

    private static int gap(Look look) {
        return 2 + (int) (look.strength() * look.capital() / 3);
    }

    private static int line(Look look) {
        return look.capital() > 20 ? 2 : 1;
    }

    /**
     * Paints a text in any style except faint; returns false and paints nothing if it does not fit.
     */
    boolean text(Look look, Lettering text, PixelRectangle box, Ground ground) {
        int left = box.x() - text.left();
        int top = box.y() - text.top();
        switch (look.style()) {
            case OUTLINE -> outlined(look, text, left, top, ground);
            case INVERSE -> inverse(look, text, box, ground);
            case BOXED -> {
                int colour = ground.mean() < 128 ? light(look, ground) : dark(look, ground);
                if (tooBusy(ground, colour)) {
                    return false;
                }
                sheet.frame(extent(box, look), line(look), colour * 0x010101);
                letters(text, left, top, colour * 0x010101);
            }
            case COLOURED -> {
                int rgb = COLOURS[(int) (look.hue() * COLOURS.length)];
                if (sheet.channels < 3 || tooBusy(ground, brightest(rgb)) || ground.mean() > 150) {
                    return false;
                }
                letters(text, left, top, rgb);
            }
            default -> {
                boolean dark = look.style() == Style.DARK;
                int colour = dark ? dark(look, ground) : light(look, ground);
                if (tooBusy(ground, colour) || dark && ground.mean() < 100) {
                    return false;
                }
                letters(text, left, top, colour * 0x010101);
            }
        }
        return true;
    }

    private static int light(Look look, Ground ground) {
        double least = Math.min(255, ground.mean() + 85);
        return (int) (least + (255 - least) * Math.min(1, look.strength() * 1.4));
    }

    private static int dark(Look look, Ground ground) {
        double most = Math.max(0, ground.mean() - 80);
        return (int) (most * (1 - Math.min(1, look.strength() * 1.6)));
    }

    private static boolean tooBusy(Ground ground, int colour) {
        double contrast = Math.abs(colour - ground.mean());
        return contrast < 50 || ground.deviation() > contrast * NARROWEST;
    }

    private static int brightest(int rgb) {
        return Math.max(rgb >> 16, Math.max(rgb >> 8 & 0xFF, rgb & 0xFF));
    }

    /** Paints the letters in one colour. */
    void letters(Lettering text, int left, int top, int rgb) {
        for (int i = 0; i < text.cover().length; i++) {
            if (text.cover()[i] > 0) {
                sheet.blend(left + i % text.width(), top + i / text.width(), rgb, text.cover()[i]);
            }
        }
    }

    private void outlined(Look look, Lettering text, int left, int top, Ground ground) {
        boolean darkLetters = look.hue() > 0.75 || ground.mean() > 200;
        int ink = darkLetters ? 0x060606 : 0xFFFFFF;
        int around = darkLetters ? 0xF4F4F4 : 0x060606;
        int rim = rim(look);
        for (int y = text.top() - rim; y < text.bottom() + rim; y++) {
            for (int x = text.left() - rim; x < text.right() + rim; x++) {
                if (nearInk(text, x, y, rim)) {
                    sheet.blend(left + x, top + y, around, 255);
                }
            }
        }
        letters(text, left, top, ink);
    }

    private static boolean nearInk(Lettering text, int x, int y, int rim) {
        for (int dy = -rim; dy <= rim; dy++) {
            for (int dx = -rim; dx <= rim; dx++) {
                if (dx * dx + dy * dy <= rim * rim + 1 && text.isInk(x + dx, y + dy)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void inverse(Look look, Lettering text, PixelRectangle box, Ground ground) {
        boolean darkPanel = ground.mean() > 120;
        int panel =
                0x010101 * (int) (darkPanel ? look.strength() * 50 : 255 - look.strength() * 80);
        int ink = darkPanel ? 0xF0F0F0 : 0x101010;
        if (sheet.channels == 3 && look.hue() > 0.5) {
            panel = PANELS[(int) ((look.hue() - 0.5) * 2 * PANELS.length)];
            ink = 0xFFFFFF;
        }
        sheet.fill(extent(box, look), panel, 255);
        letters(text, box.x() - text.left(), box.y() - text.top(), ink);
    }
}
