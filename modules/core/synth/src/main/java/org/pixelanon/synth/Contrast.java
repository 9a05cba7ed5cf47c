package org.pixelanon.synth;

import org.pixelanon.model.PixelRectangle;

/** The darkest and brightest levels of a part of a picture, 0 to 255, ignoring grain. */
record Contrast(int darkest, int brightest, int mean) {

    static Contrast of(Canvas canvas, PixelRectangle where) {
        int[] histogram = new int[256];
        int count = 0;
        long sum = 0;
        for (int y = where.y() - 1; y <= where.bottom(); y++) {
            for (int x = where.x() - 1; x <= where.right(); x++) {
                if (x >= 0 && y >= 0 && x < canvas.width && y < canvas.height) {
                    int light = canvas.light(x, y);
                    histogram[light]++;
                    sum += light;
                    count++;
                }
            }
        }
        int few = count * 2 / 100;
        int low = 0;
        for (int seen = histogram[0]; seen <= few; seen += histogram[low]) {
            low++;
        }
        int high = 255;
        for (int seen = histogram[255]; seen <= few; seen += histogram[high]) {
            high--;
        }
        return new Contrast(low, high, (int) (sum / count));
    }

    boolean black() {
        return brightest < 24;
    }

    /** The wanted style if it is legible there, else one that is; empty if none is. */
    String style(String wanted, int size) {
        if (readable(wanted, size)) {
            return wanted;
        }
        for (String style : new String[] {"white", "dark", "outlined"}) {
            if (readable(style, size)) {
                return style;
            }
        }
        return "";
    }

    private boolean readable(String style, int size) {
        return switch (style) {
            case "white" -> brightest <= 160;
            case "grey", "colour" -> brightest <= 80;
            case "dark" -> darkest >= 120;
            // a rim would fill the holes of smaller letters
            case "outlined" -> size >= 11 && mean >= 30 && brightest <= 230;
            default -> false;
        };
    }

    static int colour(String style, Chance chance) {
        return switch (style) {
            case "white", "outlined" -> 0xFFFFFF;
            case "grey" -> 0x010101 * chance.between(165, 215);
            case "dark" -> 0x010101 * chance.below(25);
            default -> chance.of(0xFFFF00, 0x00FFFF, 0x40FF40, 0xFFB000);
        };
    }
}
