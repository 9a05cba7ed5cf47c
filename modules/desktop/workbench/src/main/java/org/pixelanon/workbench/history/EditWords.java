package org.pixelanon.workbench.history;

import java.util.Locale;
import java.util.Optional;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.OverlayGroup;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.review.history.Deeds;
import org.pixelanon.store.HistoryNote;

/** An edit in words, without text of an image. */
@Messages({
    "# {0} - number",
    "PLACE_Frame=frame {0}",
    "# {0} - group",
    "# {1} - number",
    "PLACE_OverlayFrame=overlay {0}, frame {1}",
    "# {0} - group",
    "PLACE_Overlay=overlay {0}",
    "PLACE_All=all frames",
    "# {0} - number",
    "PLACE_Planes={0} planes",
    "# {0} - file",
    "# {1} - number",
    "PLACE_Files={0} and {1} more",
    "# {0} - what",
    "# {1} - where",
    "EDIT_At={0}: {1}"
})
public final class EditWords {

    private EditWords() {}

    /**
     * The change in words.
     *
     * @param note an edit
     * @return e.g. "Blanked 9 rectangles"
     */
    public static String what(HistoryNote note) {
        return Deeds.parse(note.deeds()).words();
    }

    /**
     * The changed files in words.
     *
     * @param note an edit
     * @return the name of the first without its folders, and how many more
     */
    public static String file(HistoryNote note) {
        String name = note.filename();
        int start = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
        String first = name.substring(start);
        return note.files() > 1
                ? Bundle.PLACE_Files(first, String.valueOf(note.files() - 1))
                : first;
    }

    /**
     * The changed planes in words.
     *
     * @param note an edit
     * @return e.g. "frame 3"; empty for a mark
     */
    public static String place(HistoryNote note) {
        if (note.planes() > 1) {
            return Bundle.PLACE_Planes(String.valueOf(note.planes()));
        }
        Optional<InclusiveBox> box = note.place().filter(b -> b.frame() >= -1 && b.overlay() >= -1);
        return box.map(b -> words(b.scope())).orElse("");
    }

    private static String words(PlaneScope scope) {
        if (scope instanceof FramePlane frame) {
            return Bundle.PLACE_Frame(String.valueOf(frame.index() + 1));
        } else if (scope instanceof OverlayPlane plane) {
            return Bundle.PLACE_OverlayFrame(hex(plane.group()), String.valueOf(plane.index() + 1));
        } else if (scope instanceof OverlayGroup overlay) {
            return Bundle.PLACE_Overlay(hex(overlay.group()));
        }
        return Bundle.PLACE_All();
    }

    private static String hex(int group) {
        return Integer.toHexString(group).toUpperCase(Locale.ROOT);
    }

    /**
     * The change and its place in one line.
     *
     * @param note an edit
     * @return e.g. "Blanked 9 rectangles: a.dcm, frame 3"
     */
    public static String line(HistoryNote note) {
        String place = place(note);
        String where = place.isEmpty() ? file(note) : file(note) + ", " + place;
        return where.isEmpty() ? what(note) : Bundle.EDIT_At(what(note), where);
    }
}
