package org.pixelanon.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Chains components that may be glyphs to lines: each to its nearest right neighbour of similar
 * height that shares its top or its base line. The answer does not depend on the order of the
 * components.
 */
final class LineChains {

    /** Height in pixels of the bands by which neighbours are looked up. */
    private static final int BAND = 16;

    /** Widest gap between two glyphs of a line, in heights. */
    private static final double GAP = 1.3;

    private static final int LEAST_GAP = 6;
    private static final double LEAST_HEIGHT_RATIO = .5;
    private static final double LEAST_OVERLAP = .6;
    private static final double MISALIGNED = .25;

    private static final Comparator<Component> LEFT_TO_RIGHT =
            Comparator.comparingInt(Component::x)
                    .thenComparingInt(Component::y)
                    .thenComparingInt(Component::seed);

    private final Component[] glyphs;
    private final int[] parent;
    private final int[][] bands;

    private LineChains(List<Component> components) {
        glyphs = components.toArray(new Component[0]);
        Arrays.sort(glyphs, LEFT_TO_RIGHT);
        parent = new int[glyphs.length];
        Arrays.setAll(parent, i -> i);
        bands = bands(glyphs);
    }

    /**
     * Chains components of one mark.
     *
     * @return the lines, each from left to right, single glyphs included
     */
    static List<List<Component>> of(List<Component> components) {
        LineChains chains = new LineChains(components);
        for (int i = 0; i < chains.glyphs.length; i++) {
            int next = chains.rightNeighbour(i);
            if (next >= 0) {
                chains.parent[chains.root(next)] = chains.root(i);
            }
        }
        return chains.groups();
    }

    private static int[][] bands(Component[] glyphs) {
        int lowest = 0;
        for (Component glyph : glyphs) {
            lowest = Math.max(lowest, middle(glyph) / BAND);
        }
        int[] counts = new int[lowest + 1];
        for (Component glyph : glyphs) {
            counts[middle(glyph) / BAND]++;
        }
        int[][] bands = new int[lowest + 1][];
        for (int band = 0; band <= lowest; band++) {
            bands[band] = new int[counts[band]];
        }
        int[] filled = new int[lowest + 1];
        for (int i = 0; i < glyphs.length; i++) {
            int band = middle(glyphs[i]) / BAND;
            bands[band][filled[band]++] = i;
        }
        return bands;
    }

    private static int middle(Component glyph) {
        return glyph.y() + glyph.height() / 2;
    }

    private int rightNeighbour(int index) {
        Component glyph = glyphs[index];
        int reach = glyph.x() + glyph.width() + (int) Math.max(GAP * glyph.height(), LEAST_GAP);
        int spread = (int) (glyph.height() * (1 + 1 / LEAST_HEIGHT_RATIO) / 2) + 1;
        int first = Math.max(0, (middle(glyph) - spread) / BAND);
        int last = Math.min(bands.length - 1, (middle(glyph) + spread) / BAND);
        int nearest = -1;
        for (int band = first; band <= last; band++) {
            int[] members = bands[band];
            int from = Arrays.binarySearch(members, index);
            for (int k = from < 0 ? -from - 1 : from + 1; k < members.length; k++) {
                int candidate = members[k];
                if (glyphs[candidate].x() > reach || (nearest >= 0 && candidate > nearest)) {
                    break;
                }
                if (follows(glyph, glyphs[candidate])) {
                    nearest = candidate;
                    break;
                }
            }
        }
        return nearest;
    }

    private static boolean follows(Component glyph, Component next) {
        int low = Math.min(glyph.height(), next.height());
        int high = Math.max(glyph.height(), next.height());
        if (low <= LEAST_HEIGHT_RATIO * high) {
            return false;
        }
        int bottom = glyph.y() + glyph.height();
        int nextBottom = next.y() + next.height();
        int shared = Math.min(bottom, nextBottom) - Math.max(glyph.y(), next.y());
        int gap = next.x() - glyph.x() - glyph.width();
        double slack = MISALIGNED * glyph.height() + 1;
        return shared > LEAST_OVERLAP * low
                && gap > -.35 * Math.min(glyph.width(), next.width()) - 1
                && (Math.abs(bottom - nextBottom) <= slack
                        || Math.abs(glyph.y() - next.y()) <= slack);
    }

    private int root(int index) {
        int root = index;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private List<List<Component>> groups() {
        List<List<Component>> lines = new ArrayList<>();
        int[] line = new int[glyphs.length];
        Arrays.fill(line, -1);
        for (int i = 0; i < glyphs.length; i++) {
            int root = root(i);
            if (line[root] < 0) {
                line[root] = lines.size();
                lines.add(new ArrayList<>());
            }
            lines.get(line[root]).add(glyphs[i]);
        }
        return lines;
    }
}
