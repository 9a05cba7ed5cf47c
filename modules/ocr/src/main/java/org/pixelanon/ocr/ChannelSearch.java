package org.pixelanon.ocr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The glyph-like components of one channel. It remembers the channel of the plane before and
 * searches again only where pixels changed, and what hangs together with it; the answer is the same
 * as that of a search everywhere. Not thread-safe.
 */
final class ChannelSearch {

    private final ThinStrokes strokes;
    private final ComponentSearch search;
    private @Nullable GreyImage image;
    private @Nullable MarkImage marks;
    private List<List<Component>> components = ComponentSearch.emptyLists();

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
            components = ComponentSearch.emptyLists();
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
        List<List<Component>> found = ComponentSearch.emptyLists();
        search.start(known);
        changed.forEachPatch(
                (left, top, right, bottom) ->
                        search.collect(
                                known,
                                Math.max(0, left - 1),
                                Math.max(0, top - 1),
                                Math.min(known.width(), right + 1),
                                Math.min(known.height(), bottom + 1),
                                found));
        for (int mark = 0; mark < ThinStrokes.MARKS; mark++) {
            List<Component> kept = new ArrayList<>();
            for (Component old : components.get(mark)) {
                if (changed.touch(
                        old.x(), old.y(), old.x() + old.width(), old.y() + old.height())) {
                    search.collect(known, old.seed(), mark, found.get(mark));
                } else {
                    kept.add(old);
                }
            }
            kept.addAll(found.get(mark));
            found.set(mark, kept);
        }
        components = found;
    }
}
