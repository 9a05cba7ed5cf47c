package org.pixelanon.synth.composite;

import java.util.ArrayList;
import java.util.List;
import org.pixelanon.synth.Chance;

/** Draws rulers, callipers, traces and logos on a plane. */
final class Things {

    /**
     * A position for a text beside a thing or on it.
     *
     * @param thing the thing
     * @param x column of the position
     * @param y row of the middle of the text
     * @param side -1 the text ends there, 0 its middle is there, 1 it begins there
     */
    record Anchor(Thing thing, int x, int y, int side) {}

    private final Sheet sheet;
    private final Chance chance;

    Things(Sheet sheet, Chance chance) {
        this.sheet = sheet;
        this.chance = chance;
    }

    private int colour() {
        int grey = 0x010101 * chance.between(170, 255);
        return sheet.channels == 3 && chance.oneIn(2)
                ? chance.of(0xFFFF00, 0x40FF40, 0x00E0E0, 0xFFA000)
                : grey;
    }

    /** Draws a ruler at an edge; the positions are beside its long ticks and on its line. */
    List<Anchor> ruler() {
        int colour = colour();
        boolean right = chance.oneIn(2);
        int x = right ? sheet.width - chance.between(4, 60) : chance.between(4, 60);
        int inward = right ? -1 : 1;
        int step = Math.max(6, sheet.height / chance.between(24, 48));
        int top = sheet.height / chance.between(4, 10);
        int ticks = (sheet.height - 2 * top) / step / 5 * 5;
        int longTick = chance.between(7, 14);
        List<Anchor> anchors = new ArrayList<>();
        if (chance.oneIn(2)) {
            sheet.line(x, top, x, top + ticks * step, 1, colour, Thing.RULER);
        }
        for (int i = 0; i <= ticks; i++) {
            int length = i % 5 == 0 ? longTick : longTick / 2;
            int y = top + i * step;
            sheet.line(x, y, x + inward * length, y, 1, colour, Thing.RULER);
            if (i % 5 == 0) {
                boolean on = !chance.oneIn(3);
                int away = on ? -longTick / 3 : longTick + 5;
                anchors.add(new Anchor(Thing.RULER, x + inward * away, y, inward));
            }
        }
        return anchors;
    }

    /** Draws two marks with a dotted line; the positions are beside a mark and on the line. */
    List<Anchor> calliper() {
        int colour = colour();
        int x0 = chance.between(sheet.width / 5, sheet.width * 4 / 5);
        int y0 = chance.between(sheet.height / 5, sheet.height * 4 / 5);
        double angle = chance.between(0, 6.28);
        double length = chance.between(40.0, Math.min(sheet.width, sheet.height) * 0.5);
        double dx = StrictMath.cos(angle) * length;
        double dy = StrictMath.sin(angle) * length * 0.6;
        int arm = chance.between(4, 9);
        boolean cross = chance.oneIn(2);
        for (int end = 0; end < 2; end++) {
            mark(x0 + dx * end, y0 + dy * end, arm, cross, colour);
        }
        int dots = (int) (length / 6);
        for (int i = 1; i < dots; i++) {
            double x = x0 + dx * i / dots;
            double y = y0 + dy * i / dots;
            sheet.line(x, y, x, y, 1.2, colour, Thing.CALLIPER);
        }
        int middleX = (int) (x0 + dx / 2);
        int middleY = (int) (y0 + dy / 2);
        return List.of(
                new Anchor(Thing.CALLIPER, middleX, middleY, 0),
                new Anchor(Thing.CALLIPER, (int) (x0 + dx) - arm, (int) (y0 + dy), 1),
                new Anchor(Thing.CALLIPER, x0 + arm + 3, y0, 1));
    }

    private void mark(double x, double y, int arm, boolean cross, int colour) {
        double slant = cross ? arm * 0.7 : 0;
        double straight = cross ? arm * 0.7 : arm;
        sheet.line(x - straight, y - slant, x + straight, y + slant, 1, colour, Thing.CALLIPER);
        sheet.line(x + slant, y - straight, x - slant, y + straight, 1, colour, Thing.CALLIPER);
    }

    /** Draws an ECG trace along the lower or upper edge; the positions are on it. */
    List<Anchor> ecg() {
        int colour = colour();
        int high = Math.max(20, sheet.height / chance.between(9, 16));
        int base = chance.oneIn(4) ? high * 2 : sheet.height - high / 2 - chance.between(6, 40);
        int beat = chance.between(sheet.width / 9, sheet.width / 4);
        double lastX = 0;
        double lastY = base;
        for (int x = 0; x < sheet.width; x += 2) {
            double y = base - high * wave((x % beat) / (double) beat);
            sheet.line(lastX, lastY, x, y, 1, colour, Thing.ECG);
            lastX = x;
            lastY = y;
        }
        List<Anchor> anchors = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int x = chance.between(sheet.width / 10, sheet.width * 8 / 10);
            anchors.add(new Anchor(Thing.ECG, x, base - chance.below(high / 3 + 1), 0));
        }
        return anchors;
    }

    /** Height of the trace at a phase of a beat, with its three waves. */
    private static double wave(double t) {
        double small = 0.14 * bump(t, 0.18, 0.04) + 0.24 * bump(t, 0.62, 0.06);
        return small + bump(t, 0.34, 0.012) - 0.22 * bump(t, 0.375, 0.012);
    }

    private static double bump(double t, double at, double wide) {
        return StrictMath.exp(-(t - at) * (t - at) / (2 * wide * wide));
    }

    /** Draws an emblem of rings and bars in a corner; the positions are beside it and on it. */
    List<Anchor> logo() {
        int colour = colour();
        int radius = Math.max(10, Math.min(sheet.width, sheet.height) / chance.between(14, 26));
        int x = chance.oneIn(2) ? radius + 8 : sheet.width - radius - 8;
        int y = chance.oneIn(2) ? radius + 8 : sheet.height - radius - 8;
        int shape = chance.below(3);
        double thick = Math.max(1.5, radius / 7.0);
        double lastX = x + radius;
        double lastY = y;
        int corners = shape == 0 ? 40 : shape == 1 ? 6 : 3;
        for (int i = 1; i <= corners; i++) {
            double angle = StrictMath.PI * 2 * i / corners;
            double nextX = x + radius * StrictMath.cos(angle);
            double nextY = y + radius * StrictMath.sin(angle);
            sheet.line(lastX, lastY, nextX, nextY, thick, colour, Thing.LOGO);
            lastX = nextX;
            lastY = nextY;
        }
        for (int i = -1; i <= 1; i++) {
            double part = radius * 0.4;
            double tall = radius * (0.5 - 0.15 * i);
            double at = x + i * part;
            sheet.line(at, y + tall / 2, at, y - tall / 2, thick, colour, Thing.LOGO);
        }
        boolean left = x < sheet.width / 2;
        int side = left ? 1 : -1;
        return List.of(
                new Anchor(Thing.LOGO, x + side * (radius / 2), y, side),
                new Anchor(Thing.LOGO, x, y + (y < sheet.height / 2 ? radius : -radius), side),
                new Anchor(Thing.LOGO, x - side * (radius / 2), y, side));
    }
}
