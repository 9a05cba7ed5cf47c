package org.pixelanon.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayGroup;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.Witnesses;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;

/** The words of these views for decisions and planes. */
@Messages({
    "WORD_ToDecide=to decide",
    "WORD_Harmless=harmless",
    "WORD_Redact=blank",
    "WORD_Keep=keep",
    "# {0} - number of planes",
    "WORD_OnPlanes=on {0} planes",
    "# {0} - number of planes",
    "WORD_OnFrames=on {0} frames",
    "# {0} - number of planes",
    "WORD_Otherwise=decided differently on {0}",
    "WORD_AllPlanes=all planes",
    "WORD_AllFrames=all frames",
    "# {0} - number of the frame",
    "WORD_Frame=frame {0}",
    "# {0} - group of the overlay",
    "WORD_Overlay=overlay {0}",
    "# {0} - group of the overlay",
    "# {1} - number of the frame",
    "WORD_OverlayFrame=overlay {0}, frame {1}",
    "# {0} - names of what saw it",
    "# {1} - name of what read it",
    "WORD_Witnesses=seen by {0}; read by {1}",
    "# {0} - names of what saw it",
    "# {1} - name of what could not read it",
    "WORD_Unread=seen by {0}; not read by {1}"
})
final class Words {

    private Words() {}

    /** The decision on an item, or the proposal. */
    static String decision(ReviewItem item) {
        if (item.verdict() == Verdict.UNDECIDED) {
            return item.sensitive() ? Bundle.WORD_ToDecide() : Bundle.WORD_Harmless();
        }
        return item.verdict() == Verdict.REDACT ? Bundle.WORD_Redact() : Bundle.WORD_Keep();
    }

    /** The reason, and on how many planes the text is the same. */
    static String why(ItemRow.Entry entry) {
        List<String> parts = new ArrayList<>();
        int planes = entry.alike().size();
        if (planes > 1) {
            boolean frames =
                    entry.alike().stream().allMatch(i -> i.region().scope() instanceof FramePlane);
            parts.add(frames ? Bundle.WORD_OnFrames(planes) : Bundle.WORD_OnPlanes(planes));
        }
        if (entry.otherwise() > 0) {
            parts.add(Bundle.WORD_Otherwise(entry.otherwise()));
        }
        if (!entry.item().why().isEmpty()) {
            parts.add(entry.item().why());
        }
        return String.join(" \u00b7 ", parts);
    }

    /** The finders of a text, and after an arrow the reader; empty if unknown. */
    static String names(ReviewItem item) {
        Witnesses witnesses = item.witnesses();
        return witnesses.finders().isEmpty()
                ? ""
                : String.join(", ", witnesses.finders()) + " \u2192 " + witnesses.reader();
    }

    /** The witnesses of a text; empty if unknown. */
    static String witnesses(ReviewItem item) {
        Witnesses witnesses = item.witnesses();
        if (witnesses.finders().isEmpty()) {
            return "";
        }
        String finders = String.join(", ", witnesses.finders());
        return item.text().isBlank()
                ? Bundle.WORD_Unread(finders, witnesses.reader())
                : Bundle.WORD_Witnesses(finders, witnesses.reader());
    }

    /** The name of planes; frames are counted from 1. */
    static String of(PlaneScope scope) {
        if (scope instanceof FramePlane frame) {
            return Bundle.WORD_Frame(frame.index() + 1);
        } else if (scope instanceof OverlayPlane overlay) {
            return Bundle.WORD_OverlayFrame(group(overlay.group()), overlay.index() + 1);
        } else if (scope instanceof OverlayGroup overlay) {
            return Bundle.WORD_Overlay(group(overlay.group()));
        }
        return scope instanceof AllFrames ? Bundle.WORD_AllFrames() : Bundle.WORD_AllPlanes();
    }

    private static String group(int group) {
        return String.format(Locale.ROOT, "%04X", group);
    }
}
