package org.pixelanon.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the 8-connected components of marked pixels that may be upright or rotated glyphs: row
 * by row, runs of marked pixels that touch a run of the row above get its label, and labels that
 * meet are merged (Rosenfeld and Pfaltz 1966, on runs). Not thread-safe: it owns its buffers.
 */
final class ComponentSearch {

    /** Ints of a label: the label it was merged with, its bounds, area and first pixel. */
    private static final int FIELDS = 6;

    private static final int LEFT = 1;
    private static final int RIGHT = 2;
    private static final int BOTTOM = 3;
    private static final int AREA = 4;
    private static final int FIRST = 5;

    /** Ints of a run: first column, column after the last, label. */
    private static final int RUN = 3;

    private int[] labels = new int[1024 * FIELDS];
    private int used;
    private int[] above = new int[0];
    private int[] runs = new int[0];

    /** All components of a mark, in the order of their first pixels. */
    List<Component> collect(MarkImage marks, int mark) {
        int longest = (marks.width() + 1) / 2 * RUN;
        if (runs.length < longest) {
            above = new int[longest];
            runs = new int[longest];
        }
        used = 0;
        int countAbove = 0;
        for (int y = 0; y < marks.height(); y++) {
            int count = findRuns(marks, mark, y);
            connect(marks.index(0, y), y, count, countAbove);
            int[] free = above;
            above = runs;
            runs = free;
            countAbove = count;
        }
        return glyphs(marks, ThinStrokes.size(mark));
    }

    /** Records the runs of a row; returns how many ints they take. */
    private int findRuns(MarkImage marks, int mark, int y) {
        long[] plane = marks.plane(mark);
        int origin = marks.index(0, y);
        int lastWord = origin + marks.width() - 1 >> 6;
        int word = origin >> 6;
        int count = 0;
        long bits = plane[word];
        while (word <= lastWord) {
            if (bits == 0) {
                bits = plane[++word];
                continue;
            }
            int from = (word << 6) + Long.numberOfTrailingZeros(bits);
            // adding one at the lowest bit carries to the end of the run
            long rest = ~(bits | bits - 1);
            while (rest == 0) {
                rest = ~plane[++word]; // an unmarked column ends the row
                bits = plane[word];
            }
            int end = (word << 6) + Long.numberOfTrailingZeros(rest);
            bits &= -1L << end;
            runs[count] = from - origin;
            runs[count + 1] = end - origin;
            count += RUN;
        }
        return count; // bits of the next word belong to the next row
    }

    /** Labels each run of a row like those it touches. */
    private void connect(int origin, int y, int count, int countAbove) {
        int behind = 0;
        for (int run = 0; run < count; run += RUN) {
            int from = runs[run];
            int end = runs[run + 1];
            while (behind < countAbove && above[behind + 1] < from) {
                behind += RUN;
            }
            int label = -1;
            for (int next = behind; next < countAbove && above[next] <= end; next += RUN) {
                int other = root(above[next + 2]);
                label = label < 0 ? other : united(label, other);
            }
            if (label < 0) {
                label = newLabel(origin + from);
            }
            labels[label + LEFT] = Math.min(labels[label + LEFT], from);
            labels[label + RIGHT] = Math.max(labels[label + RIGHT], end);
            labels[label + BOTTOM] = y;
            labels[label + AREA] += end - from;
            runs[run + 2] = label;
        }
    }

    private int newLabel(int first) {
        if (used == labels.length) {
            labels = Arrays.copyOf(labels, 2 * labels.length);
        }
        int label = used;
        used += FIELDS;
        labels[label] = label;
        labels[label + LEFT] = Integer.MAX_VALUE;
        labels[label + RIGHT] = 0;
        labels[label + AREA] = 0;
        labels[label + FIRST] = first;
        return label;
    }

    private int root(int label) {
        int root = label;
        while (labels[root] != root) {
            labels[root] = labels[labels[root]];
            root = labels[root];
        }
        return root;
    }

    /** Merges two roots; the earlier one stays, as it has the first pixel. */
    private int united(int a, int b) {
        if (a == b) {
            return a;
        }
        int root = Math.min(a, b);
        int other = Math.max(a, b);
        labels[other] = root;
        labels[root + LEFT] = Math.min(labels[root + LEFT], labels[other + LEFT]);
        labels[root + RIGHT] = Math.max(labels[root + RIGHT], labels[other + RIGHT]);
        labels[root + AREA] += labels[other + AREA];
        return root;
    }

    private List<Component> glyphs(MarkImage marks, int size) {
        List<Component> glyphs = new ArrayList<>();
        for (int label = 0; label < used; label += FIELDS) {
            if (labels[label] != label) {
                continue;
            }
            int first = labels[label + FIRST];
            int left = labels[label + LEFT];
            int top = marks.y(first);
            int width = labels[label + RIGHT] - left;
            int height = labels[label + BOTTOM] - top + 1;
            int area = labels[label + AREA];
            if (Component.fitsGlyph(width, height, area, size)
                    || Component.fitsGlyph(height, width, area, size)) {
                glyphs.add(new Component(left, top, width, height, area, first));
            }
        }
        return glyphs;
    }
}
