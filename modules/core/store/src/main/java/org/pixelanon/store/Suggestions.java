package org.pixelanon.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pixelanon.model.InclusiveBox;

/** Unites rectangles that mean the same place. Pure. */
final class Suggestions {

    private Suggestions() {}

    /**
     * Rectangles whose edges all lie within 4 px of those of a more frequent one join it, as do
     * those inside it. Compared is with the frequent one, not with what it grew to: otherwise a
     * chain of small differences would cover the image.
     */
    static List<Suggestion> merged(List<Suggestion> rows) {
        List<Suggestion> centres = new ArrayList<>(rows);
        centres.sort(
                Comparator.comparingInt(Suggestion::support)
                        .reversed()
                        .thenComparing(s -> s.box().frame())
                        .thenComparing(s -> s.box().overlay())
                        .thenComparing(s -> s.box().top())
                        .thenComparing(s -> s.box().left())
                        .thenComparing(s -> s.box().bottom())
                        .thenComparing(s -> s.box().right()));
        List<InclusiveBox> cores = new ArrayList<>();
        List<Suggestion> groups = new ArrayList<>();
        for (Suggestion row : centres) {
            int place = placeOf(row.box(), cores);
            if (place < 0) {
                cores.add(row.box());
                groups.add(row);
            } else {
                Suggestion group = groups.get(place);
                groups.set(
                        place,
                        new Suggestion(
                                union(group.box(), row.box()),
                                Math.min(group.files(), group.support() + row.support()),
                                group.files()));
            }
        }
        return groups;
    }

    private static int placeOf(InclusiveBox box, List<InclusiveBox> cores) {
        for (int i = 0; i < cores.size(); i++) {
            InclusiveBox core = cores.get(i);
            if (NearBoxes.samePlane(box, core)
                    && (NearBoxes.near(box, core, NearBoxes.PIXELS) || inside(box, core))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean inside(InclusiveBox inner, InclusiveBox outer) {
        return inner.left() >= outer.left()
                && inner.top() >= outer.top()
                && inner.right() <= outer.right()
                && inner.bottom() <= outer.bottom();
    }

    private static InclusiveBox union(InclusiveBox a, InclusiveBox b) {
        return new InclusiveBox(
                Math.min(a.left(), b.left()),
                Math.min(a.top(), b.top()),
                Math.max(a.right(), b.right()),
                Math.max(a.bottom(), b.bottom()),
                a.frame(),
                a.overlay());
    }
}
