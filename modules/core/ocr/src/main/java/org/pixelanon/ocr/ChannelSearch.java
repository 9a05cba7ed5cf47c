package org.pixelanon.ocr;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The glyph-like components of one channel. It remembers the channel of the previous plane and
 * marks strokes again only where pixels changed; the result equals that of a full search. Not
 * thread-safe.
 */
final class ChannelSearch {

    private final ThinStrokes strokes;
    private final ComponentSearch search;
    private @Nullable GreyImage image;
    private @Nullable MarkImage marks;
    private List<List<Component>> components = List.of();

    ChannelSearch(ThinStrokes strokes, ComponentSearch search) {
        this.strokes = strokes;
        this.search = search;
    }

    /** Searches a channel; the image must not change afterwards. */
    void update(GreyImage next) {
        GreyImage before = image;
        MarkImage known = marks;
        if (before == null || known == null || !before.sameSize(next)) {
            known = new MarkImage(next.width(), next.height());
            search(next, known, ChangedTiles.all(next));
        } else {
            ChangedTiles changed = ChangedTiles.between(before, next);
            if (!changed.none()) {
                search(next, known, changed);
            }
        }
        image = next;
        marks = known;
    }

    /** The components of each mark, in no particular order. */
    List<List<Component>> components() {
        return components;
    }

    /** Measures the components of a mark. */
    InkMeter meter(int mark) {
        GreyImage searched = image;
        if (searched == null) {
            throw new IllegalStateException("nothing was searched yet");
        }
        return new InkMeter(searched, marks(), mark);
    }

    /** The marks of the channel searched last. */
    MarkImage marks() {
        MarkImage known = marks;
        if (known == null) {
            throw new IllegalStateException("nothing was searched yet");
        }
        return known;
    }

    private void search(GreyImage next, MarkImage known, ChangedTiles changed) {
        changed.forEachPatch(
                (left, top, right, bottom) -> strokes.mark(next, known, left, top, right, bottom));
        components =
                IntStream.range(0, StrokeSizes.MARKS)
                        .mapToObj(mark -> search.collect(known, mark))
                        .toList();
    }
}
