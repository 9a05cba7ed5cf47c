package org.pixelanon.review.history;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.Region;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.store.HistoryNote;

/**
 * The changes of one edit, counted, and their places. Contains no text of an image. Immutable.
 *
 * @param counts the number of each kind of change, at least 1
 */
public record Deeds(Map<Deed, Integer> counts) {

    private static final String WORDS = "org.pixelanon.review.history.Words";

    /** Copies the map. */
    public Deeds {
        counts = Map.copyOf(counts);
    }

    /**
     * The changes of an edit.
     *
     * @param edit any edit
     * @return its deeds
     */
    public static Deeds of(ReviewEdit edit) {
        Map<Deed, Integer> counts = new EnumMap<>(Deed.class);
        count(edit, counts);
        return new Deeds(counts);
    }

    private static void count(ReviewEdit edit, Map<Deed, Integer> counts) {
        if (edit instanceof ReviewEdit.Several several) {
            several.edits().forEach(part -> count(part, counts));
        } else if (edit instanceof ReviewEdit.OfItem item) {
            counts.merge(deed(item), 1, Integer::sum);
        } else if (edit instanceof ReviewEdit.OfMark mark) {
            counts.merge(deed(mark), 1, Integer::sum);
        } else if (edit instanceof ReviewEdit.OfLine line) {
            counts.merge(line.added() ? Deed.LISTED : Deed.UNLISTED, 1, Integer::sum);
        } else if (edit instanceof ReviewEdit.OfEarlier earlier) {
            parse(earlier.note().deeds())
                    .counts
                    .forEach((d, n) -> counts.merge(d, n, Integer::sum));
        }
    }

    private static Deed deed(ReviewEdit.OfItem edit) {
        ReviewItem before = edit.before();
        ReviewItem after = edit.after();
        if (before == null) {
            return Deed.DREW;
        } else if (after == null) {
            return Deed.REMOVED;
        } else if (!before.text().equals(after.text())) {
            return Deed.REREAD;
        } else if (before.verdict() != after.verdict()) {
            return of(after.verdict());
        } else if (!before.region().equals(after.region())) {
            return Deed.MOVED;
        }
        return before.given() == after.given() ? Deed.CHANGED : Deed.TYPED;
    }

    private static Deed of(Verdict verdict) {
        return switch (verdict) {
            case REDACT -> Deed.BLANKED;
            case KEEP -> Deed.KEPT;
            case UNDECIDED -> Deed.REOPENED;
        };
    }

    private static Deed deed(ReviewEdit.OfMark mark) {
        if (mark.stateBefore() == mark.stateAfter()) {
            return Deed.COMMENTED;
        }
        return switch (mark.stateAfter()) {
            case DONE -> Deed.DONE;
            case TAGGED ->
                    mark.commentAfter().equals(mark.commentBefore()) ? Deed.TAGGED : Deed.COMMENTED;
            case TO_REVIEW, FAILED -> Deed.REVIEW;
        };
    }

    /**
     * The record of an edit in the database.
     *
     * @param edit the edit
     * @param sitting the sitting that makes it
     * @param number its number in that sitting
     * @param person the account
     * @param when local time
     * @return the note
     */
    public static HistoryNote note(
            ReviewEdit edit, String sitting, long number, String person, String when) {
        List<ReviewEdit> parts = new ArrayList<>();
        flatten(edit, parts);
        Set<Object> planes = new HashSet<>();
        Region first = null;
        String file = "";
        boolean lines = false;
        for (ReviewEdit part : parts) {
            if (part instanceof ReviewEdit.OfItem item) {
                Region region = region(item);
                first = first == null ? region : first;
                file = file.isEmpty() ? item.file() : file;
                planes.add(List.of(item.file(), region.scope()));
            } else if (part instanceof ReviewEdit.OfMark mark) {
                file = file.isEmpty() ? mark.file() : file;
            }
            lines |= part instanceof ReviewEdit.OfLine;
        }
        return new HistoryNote(
                sitting,
                number,
                person,
                when,
                of(edit).text(),
                file,
                edit.files().size(),
                first == null ? null : InclusiveBox.of(first),
                planes.size(),
                !lines);
    }

    private static void flatten(ReviewEdit edit, List<ReviewEdit> out) {
        if (edit instanceof ReviewEdit.Several several) {
            several.edits().forEach(part -> flatten(part, out));
        } else {
            out.add(edit);
        }
    }

    private static Region region(ReviewEdit.OfItem edit) {
        ReviewItem after = edit.after();
        ReviewItem before = edit.before();
        return (after == null ? Optional.ofNullable(before).orElseThrow() : after).region();
    }

    /**
     * The first place changed by an edit, if it can be shown.
     *
     * @param note the record of the edit
     * @return empty for a mark and for an invalid place
     */
    public static Optional<Region> place(HistoryNote note) {
        try {
            return note.place().map(InclusiveBox::toRegion);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The form stored in the database.
     *
     * @return names and numbers
     */
    public String text() {
        List<String> parts = new ArrayList<>();
        for (Deed deed : Deed.values()) {
            if (counts.containsKey(deed)) {
                parts.add(deed.name() + "=" + counts.get(deed));
            }
        }
        return String.join(" ", parts);
    }

    /**
     * Reads the stored form; ignores kinds written by a newer version.
     *
     * @param text the output of {@link #text}
     * @return the deeds
     */
    public static Deeds parse(String text) {
        Map<Deed, Integer> counts = new EnumMap<>(Deed.class);
        for (String part : text.split(" ")) {
            String[] both = part.split("=");
            for (Deed deed : Deed.values()) {
                if (both.length == 2 && deed.name().equals(both[0]) && isNumber(both[1])) {
                    counts.merge(deed, Integer.parseInt(both[1]), Integer::sum);
                }
            }
        }
        return new Deeds(counts);
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,9}");
    }

    /**
     * In words, e.g. "Blanked 9 rectangles, marked done".
     *
     * @return never empty
     */
    public String words() {
        ResourceBundle bundle = ResourceBundle.getBundle(WORDS, Locale.getDefault());
        List<String> parts = new ArrayList<>();
        for (Deed deed : Deed.values()) {
            if (counts.containsKey(deed)) {
                MessageFormat form =
                        new MessageFormat(bundle.getString(deed.name()), Locale.getDefault());
                parts.add(form.format(new Object[] {counts.get(deed)}));
            }
        }
        String all = parts.isEmpty() ? bundle.getString("OTHER") : String.join(", ", parts);
        return all.substring(0, 1).toUpperCase(Locale.getDefault()) + all.substring(1);
    }
}
