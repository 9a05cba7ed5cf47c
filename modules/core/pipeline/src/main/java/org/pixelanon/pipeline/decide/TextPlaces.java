package org.pixelanon.pipeline.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RecognizedText;

/** The relative positions of texts on a plane: on one line, next to each other, below. */
final class TextPlaces {

    /** Initials belong to a name that is so many line heights away at most. */
    private static final int NEAR = 3;

    private TextPlaces() {}

    /** True if the right text stands where the line of the left one goes on. */
    static boolean isContinued(RecognizedText left, RecognizedText right) {
        int gap = gap(left, right);
        int low = Math.min(height(left), height(right));
        return areOnOneLine(left, right)
                && 2L * gap > -low
                && gap <= Math.max(height(left), height(right));
    }

    /** True if two texts stand on one line, in whatever order, a few line heights apart. */
    static boolean areNear(RecognizedText a, RecognizedText b) {
        int gap = Math.max(gap(a, b), gap(b, a));
        return areOnOneLine(a, b) && gap >= 0 && gap <= NEAR * Math.max(height(a), height(b));
    }

    /**
     * What a label announces: the next text of its line, however far, with what continues it; and
     * the text right below it with what continues that.
     */
    static List<Integer> announced(List<RecognizedText> texts, int label) {
        List<Integer> out = new ArrayList<>();
        RecognizedText name = texts.get(label);
        texts.stream()
                .filter(t -> t != name && areOnOneLine(name, t) && gap(name, t) > -height(name))
                .filter(t -> left(t) > left(name))
                .min(Comparator.comparingInt(t -> gap(name, t)))
                .ifPresent(first -> addLine(texts, first, out));
        texts.stream()
                .filter(t -> t != name && isBelow(name, t))
                .forEach(first -> addLine(texts, first, out));
        return out;
    }

    private static void addLine(
            List<RecognizedText> texts, RecognizedText first, List<Integer> out) {
        int at = texts.indexOf(first);
        if (out.contains(at)) {
            return;
        }
        out.add(at);
        for (RecognizedText next : texts) {
            if (next != first && isContinued(first, next)) {
                addLine(texts, next, out);
            }
        }
    }

    /** The text at once above or below one, begun at the same column; empty if there is none. */
    static Optional<RecognizedText> inColumn(
            List<RecognizedText> texts, RecognizedText text, boolean above) {
        return texts.stream()
                .filter(t -> t != text && (above ? isStacked(t, text) : isStacked(text, t)))
                .min(Comparator.comparingInt(t -> Math.abs(top(t) - top(text))));
    }

    /** True if the lower text stands in the line behind the upper one and begins where it does. */
    private static boolean isStacked(RecognizedText upper, RecognizedText lower) {
        PixelRectangle a = upper.region().rectangle();
        PixelRectangle b = lower.region().rectangle();
        int low = Math.min(a.height(), b.height());
        int gap = b.y() - a.bottom();
        return isOnSamePlane(upper, lower)
                && 2 * Math.abs(a.x() - b.x()) <= low
                && Math.max(a.height(), b.height()) <= 2 * low
                && 2 * gap > -low
                && gap <= low;
    }

    private static boolean isBelow(RecognizedText upper, RecognizedText lower) {
        PixelRectangle a = upper.region().rectangle();
        PixelRectangle b = lower.region().rectangle();
        int gap = b.y() - a.bottom();
        boolean overlap = b.x() < a.right() + a.height() && b.right() > a.x() - a.height();
        return isOnSamePlane(upper, lower)
                && overlap
                && 2L * gap > -a.height()
                && 2L * gap <= 3L * a.height();
    }

    private static boolean areOnOneLine(RecognizedText a, RecognizedText b) {
        PixelRectangle p = a.region().rectangle();
        PixelRectangle q = b.region().rectangle();
        int low = Math.min(p.height(), q.height());
        int high = Math.max(p.height(), q.height());
        int shared = Math.min(p.bottom(), q.bottom()) - Math.max(p.y(), q.y());
        return isOnSamePlane(a, b) && 2L * shared > low && high <= 2L * low;
    }

    private static boolean isOnSamePlane(RecognizedText a, RecognizedText b) {
        return a.region().scope().equals(b.region().scope());
    }

    private static int gap(RecognizedText left, RecognizedText right) {
        return left(right) - left.region().rectangle().right();
    }

    private static int left(RecognizedText text) {
        return text.region().rectangle().x();
    }

    private static int top(RecognizedText text) {
        return text.region().rectangle().y();
    }

    private static int height(RecognizedText text) {
        return text.region().rectangle().height();
    }
}
