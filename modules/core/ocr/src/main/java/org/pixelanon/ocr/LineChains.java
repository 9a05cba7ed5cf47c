package org.pixelanon.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chains components that may be glyphs to lines: each to its nearest right neighbour of similar
 * height that shares its top or its base line. The result does not depend on the order of the
 * components.
 */
final class LineChains {

    /** Height in pixels of the bands by which neighbours are looked up. */
    private static final int BAND = 16;

    /**
     * Widest gap between two glyphs of a line, in heights of the taller: blanks are proportional to
     * capitals.
     */
    private static final double GAP = 1.3;

    private static final int LEAST_GAP = 6;
    private static final double LEAST_HEIGHT_RATIO = .5;
    private static final double LEAST_OVERLAP = .6;
    private static final double MISALIGNED = .25;

    private final Component[] glyphs;
    private final int[] parent;
    private final int[][] bands;

    /** For each band, how many glyphs are not after the one whose neighbour is sought. */
    private final int[] passed;

    private LineChains(List<Component> components) {
        glyphs = sorted(components);
        parent = new int[glyphs.length];
        bands = bands();
        passed = new int[bands.length];
    }

    /**
     * Chains components of one mark.
     *
     * @return the lines, each from left to right, single glyphs included
     */
    static List<List<Component>> of(List<Component> components) {
        LineChains chains = new LineChains(components);
        for (int i = 0; i < chains.glyphs.length; i++) {
            chains.passed[middle(chains.glyphs[i]) / BAND]++;
            int next = chains.rightNeighbour(i);
            if (next >= 0) {
                chains.parent[chains.root(next)] = chains.root(i);
            }
        }
        return chains.groups();
    }

    /** From left to right, then from top to bottom, then by seed; few share a column. */
    private static Component[] sorted(List<Component> components) {
        int widest = 0;
        for (Component component : components) {
            widest = Math.max(widest, component.x());
        }
        int[] starts = new int[widest + 2];
        for (Component component : components) {
            starts[component.x() + 1]++;
        }
        for (int column = 0; column < widest; column++) {
            starts[column + 1] += starts[column];
        }
        int[] filled = new int[widest + 1];
        Component[] sorted = new Component[components.size()];
        for (Component component : components) {
            int start = starts[component.x()];
            int place = start + filled[component.x()]++;
            while (place > start && before(component, sorted[place - 1])) {
                sorted[place] = sorted[place - 1];
                place--;
            }
            sorted[place] = component;
        }
        return sorted;
    }

    private static boolean before(Component a, Component b) {
        return a.y() != b.y() ? a.y() < b.y() : a.seed() < b.seed();
    }

    private int[][] bands() {
        int lowest = 0;
        for (Component glyph : glyphs) {
            lowest = Math.max(lowest, middle(glyph) / BAND);
        }
        int[] counts = new int[lowest + 1];
        for (int i = 0; i < glyphs.length; i++) {
            parent[i] = i;
            counts[middle(glyphs[i]) / BAND]++;
        }
        int[][] members = new int[lowest + 1][];
        for (int band = 0; band <= lowest; band++) {
            members[band] = new int[counts[band]];
        }
        int[] filled = new int[lowest + 1];
        for (int i = 0; i < glyphs.length; i++) {
            int band = middle(glyphs[i]) / BAND;
            members[band][filled[band]++] = i;
        }
        return members;
    }

    private static int middle(Component glyph) {
        return glyph.y() + glyph.height() / 2;
    }

    private int rightNeighbour(int index) {
        Component glyph = glyphs[index];
        int reach = glyph.x() + glyph.width() + gap((int) (glyph.height() / LEAST_HEIGHT_RATIO));
        int spread = (int) (glyph.height() * (1 + 1 / LEAST_HEIGHT_RATIO) / 2) + 1;
        int first = Math.max(0, (middle(glyph) - spread) / BAND);
        int last = Math.min(bands.length - 1, (middle(glyph) + spread) / BAND);
        int nearest = -1;
        for (int band = first; band <= last; band++) {
            int[] members = bands[band];
            for (int k = passed[band]; k < members.length; k++) {
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

    /** Widest gap beside a glyph of a height. */
    private static int gap(int height) {
        return (int) Math.max(GAP * height, LEAST_GAP);
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
        return gap <= gap(high)
                && shared > LEAST_OVERLAP * low
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
                lines.add(new ArrayList<>(2));
            }
            lines.get(line[root]).add(glyphs[i]);
        }
        return lines;
    }
}
