package org.pixelanon.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;

/**
 * Makes one line of the boxes that several channels, polarities and stroke sizes gave for it. Boxes
 * of one height that overlap along the line are united; a box inside another is dropped; a vertical
 * line that mostly is horizontal text is dropped.
 */
final class LineMerger {

    private static final double SAME_HEIGHT = .6;
    private static final double SHARED_ACROSS = .7;
    private static final double MOSTLY = .5;

    private static final Comparator<Entry> LARGEST_FIRST =
            Comparator.comparingLong((Entry entry) -> -entry.box.area())
                    .thenComparingInt(entry -> entry.box.y())
                    .thenComparingInt(entry -> entry.box.x())
                    .thenComparingInt(entry -> entry.box.width());

    private final PixelRectangle plane;
    private final List<Entry> horizontal = new ArrayList<>();
    private final List<Entry> vertical = new ArrayList<>();

    LineMerger(int width, int height) {
        plane = new PixelRectangle(0, 0, width, height);
    }

    void add(
            PixelRectangle box,
            Orientation orientation,
            boolean bright,
            int channel,
            LineCandidate line) {
        Optional<PixelRectangle> inside = box.intersection(plane);
        if (inside.isPresent()) {
            (orientation == Orientation.HORIZONTAL ? horizontal : vertical)
                    .add(new Entry(inside.get(), bright, channel, line.quality(), line.glyphs()));
        }
    }

    List<TextLine> lines() {
        List<TextLine> lines = new ArrayList<>();
        List<Entry> lying = merged(horizontal, false);
        for (Entry entry : lying) {
            lines.add(entry.line(Orientation.HORIZONTAL));
        }
        for (Entry entry : merged(vertical, true)) {
            long covered = 0;
            for (Entry other : lying) {
                covered += entry.box.intersection(other.box).map(PixelRectangle::area).orElse(0L);
            }
            if (covered < MOSTLY * entry.box.area()) {
                lines.add(entry.line(Orientation.VERTICAL));
            }
        }
        lines.sort(
                Comparator.comparingInt((TextLine line) -> line.rectangle().y())
                        .thenComparingInt(line -> line.rectangle().x())
                        .thenComparingInt(line -> line.rectangle().width())
                        .thenComparingInt(line -> line.rectangle().height()));
        return lines;
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
                if (other.box.contains(entry.box) || sameLine(other.box, entry.box, standing)) {
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
        int first = standing ? a.width() : a.height();
        int second = standing ? b.width() : b.height();
        int across = standing ? shared.get().width() : shared.get().height();
        int low = Math.min(first, second);
        return low >= SAME_HEIGHT * Math.max(first, second) && across >= SHARED_ACROSS * low;
    }

    private static final class Entry {
        private final PixelRectangle box;
        private final boolean bright;
        private final int channel;
        private final double quality;
        private final int glyphs;

        Entry(PixelRectangle box, boolean bright, int channel, double quality, int glyphs) {
            this.box = box;
            this.bright = bright;
            this.channel = channel;
            this.quality = quality;
            this.glyphs = glyphs;
        }

        /** Both boxes; the appearance of the one with more glyphs, or else the clearer one. */
        Entry with(Entry other) {
            boolean mine =
                    glyphs != other.glyphs ? glyphs > other.glyphs : quality >= other.quality;
            Entry better = mine ? this : other;
            return new Entry(
                    box.union(other.box),
                    better.bright,
                    better.channel,
                    better.quality,
                    better.glyphs);
        }

        TextLine line(Orientation orientation) {
            return new TextLine(box, orientation, bright, channel, quality);
        }
    }
}
