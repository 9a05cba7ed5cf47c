package org.pixelanon.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;

/**
 * Merges the boxes that several channels, polarities and stroke sizes gave for one line. Boxes of
 * equal height that overlap along the line are united; a box inside another is dropped; a vertical
 * line that is mostly horizontal text is dropped, and a letter of a vertical line is added to it.
 */
final class LineMerger {

    private static final double SAME_HEIGHT = .6;
    private static final double SHARED_ACROSS = .7;
    private static final double MOST_GROWTH = 1.35;
    private static final double CLEARER = 1.5;
    private static final double UNCLEAR = 2;
    private static final double MUCH_CLEARER = 2.5;
    private static final double SEVERAL_LINES = 1.6;
    private static final double MOSTLY = .5;

    /** Share of a piece of background covered by its lines; the rest is between them. */
    private static final double EXPLAINED = .4;

    /** Number of pieces into which a letter may break. */
    private static final int PIECES = 3;

    private static final Comparator<Entry> LARGEST_FIRST =
            Comparator.comparingLong((Entry entry) -> -entry.core.area())
                    .thenComparingInt(entry -> entry.box.y())
                    .thenComparingInt(entry -> entry.box.x())
                    .thenComparingInt(entry -> entry.box.width());

    private final PixelRectangle plane;
    private final List<Entry> horizontal = new ArrayList<>();
    private final List<Entry> vertical = new ArrayList<>();

    LineMerger(int width, int height) {
        plane = new PixelRectangle(0, 0, width, height);
    }

    /**
     * Adds a line; its core decides which lines are merged, its padded box goes into the result.
     */
    void add(
            LineCandidate line,
            LineClarity clarity,
            LinePadding padding,
            boolean bright,
            int channel) {
        PixelRectangle core = padding.core(line);
        Optional<PixelRectangle> inside = padding.padded(core, line).intersection(plane);
        if (inside.isPresent()) {
            (padding.vertical() ? vertical : horizontal)
                    .add(
                            new Entry(
                                    core,
                                    inside.get(),
                                    bright,
                                    channel,
                                    clarity.quality(),
                                    line.glyphs()));
        }
    }

    List<TextLine> lines() {
        List<TextLine> lines = new ArrayList<>();
        List<Entry> lying = merged(withoutGround(horizontal, false), false);
        List<Entry> standing = new ArrayList<>();
        for (Entry entry : merged(withoutGround(vertical, true), true)) {
            long covered = 0;
            for (Entry other : lying) {
                covered += other.glyphs > 1 ? overlap(entry.box, other.box) : 0;
            }
            if (covered < MOSTLY * entry.box.area()) {
                standing.add(entry);
            }
        }
        for (Entry entry : lying) {
            if (!joined(standing, entry)) {
                lines.add(entry.line(Orientation.HORIZONTAL));
            }
        }
        for (Entry entry : standing) {
            lines.add(entry.line(Orientation.VERTICAL));
        }
        lines.sort(
                Comparator.comparingInt((TextLine line) -> line.rectangle().y())
                        .thenComparingInt(line -> line.rectangle().x())
                        .thenComparingInt(line -> line.rectangle().width())
                        .thenComparingInt(line -> line.rectangle().height()));
        return lines;
    }

    /** Joins an entry that is a rotated letter of a vertical line with that line. */
    private static boolean joined(List<Entry> standing, Entry entry) {
        for (int i = 0; entry.glyphs <= PIECES && i < standing.size(); i++) {
            Entry line = standing.get(i);
            if (overlap(line.box, entry.core) > MOSTLY * entry.core.area()) {
                standing.set(i, line.with(entry));
                return true;
            }
        }
        return false;
    }

    /**
     * Removes background that is thin only because lines are close together or end near the edge of
     * the plane. There is nothing to read between the lines, and a rectangle around all of them
     * would be illegible.
     */
    private static List<Entry> withoutGround(List<Entry> entries, boolean standing) {
        List<Entry> bright = lines(entries, true, standing);
        List<Entry> dark = lines(entries, false, standing);
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : entries) {
            if (!isGround(entry, entry.bright ? dark : bright, standing)) {
                kept.add(entry);
            }
        }
        return kept;
    }

    private static List<Entry> lines(List<Entry> entries, boolean bright, boolean standing) {
        List<Entry> some = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.bright == bright && entry.glyphs > 1) {
                some.add(entry);
            }
        }
        return merged(some, standing);
    }

    /**
     * Returns whether an entry is explained by clearer lines of the opposite polarity with more
     * glyphs: several that are much lower, or lines that make up most of it.
     */
    private static boolean isGround(Entry entry, List<Entry> opposite, boolean standing) {
        double muchClearer = (entry.quality > UNCLEAR ? MUCH_CLEARER : CLEARER) * entry.quality;
        long explained = 0;
        int lines = 0;
        int glyphs = 0;
        for (Entry line : opposite) {
            long shared = overlap(entry.core, line.core);
            if (shared == 0 || line.quality < CLEARER * entry.quality) {
                continue;
            }
            glyphs += line.glyphs;
            if (line.quality >= muchClearer) {
                explained += shared;
            }
            if (shared > MOSTLY * line.core.area()
                    && across(entry.core, standing)
                            >= SEVERAL_LINES * across(line.core, standing)) {
                lines++;
            }
        }
        return glyphs >= entry.glyphs && (lines > 1 || explained >= EXPLAINED * entry.core.area());
    }

    private static int across(PixelRectangle box, boolean standing) {
        return standing ? box.width() : box.height();
    }

    private static long overlap(PixelRectangle a, PixelRectangle b) {
        return a.intersection(b).map(PixelRectangle::area).orElse(0L);
    }

    private static List<Entry> merged(List<Entry> entries, boolean standing) {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(
                LARGEST_FIRST
                        .thenComparingInt(entry -> entry.channel)
                        .thenComparing(entry -> entry.bright));
        List<Entry> kept = new ArrayList<>();
        for (Entry next : sorted) {
            Entry entry = next;
            for (int i = 0; i < kept.size(); i++) {
                Entry other = kept.get(i);
                if (other.core.contains(entry.core)
                        || other.box.contains(entry.box)
                        || sameLine(other.core, entry.core, standing)) {
                    entry = other.with(entry);
                    kept.remove(i);
                    i = -1;
                }
            }
            kept.add(entry);
        }
        return kept;
    }

    private static boolean sameLine(PixelRectangle a, PixelRectangle b, boolean standing) {
        Optional<PixelRectangle> shared = a.intersection(b);
        if (shared.isEmpty()) {
            return false;
        }
        int first = across(a, standing);
        int second = across(b, standing);
        int across = across(shared.get(), standing);
        int low = Math.min(first, second);
        int united = across(a.union(b), standing);
        return low >= SAME_HEIGHT * Math.max(first, second)
                && across >= SHARED_ACROSS * low
                && united <= MOST_GROWTH * Math.max(first, second);
    }

    private static final class Entry {
        private final PixelRectangle core;
        private final PixelRectangle box;
        private final boolean bright;
        private final int channel;
        private final double quality;
        private final int glyphs;

        Entry(
                PixelRectangle core,
                PixelRectangle box,
                boolean bright,
                int channel,
                double quality,
                int glyphs) {
            this.core = core;
            this.box = box;
            this.bright = bright;
            this.channel = channel;
            this.quality = quality;
            this.glyphs = glyphs;
        }

        /** The union of both boxes with the appearance of the one that shows the text. */
        Entry with(Entry other) {
            Entry better = shows(other) ? this : other;
            return new Entry(
                    core.union(other.core),
                    box.union(other.box),
                    better.bright,
                    better.channel,
                    better.quality,
                    better.glyphs);
        }

        /**
         * Returns whether this rather than the other shows the text: it is much clearer and hardly
         * broken, or else has more glyphs, or else is clearer. Background breaks into many pieces.
         */
        private boolean shows(Entry other) {
            if (bright != other.bright) {
                if (quality >= CLEARER * other.quality && 2 * glyphs >= other.glyphs) {
                    return true;
                }
                if (other.quality >= CLEARER * quality && 2 * other.glyphs >= glyphs) {
                    return false;
                }
            }
            return glyphs != other.glyphs ? glyphs > other.glyphs : quality >= other.quality;
        }

        TextLine line(Orientation orientation) {
            return new TextLine(box, orientation, bright, channel, quality);
        }
    }
}
