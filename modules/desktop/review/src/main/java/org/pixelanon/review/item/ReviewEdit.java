package org.pixelanon.review.item;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.store.HistoryNote;

/** Something a curator did that can be undone: what was before and what is after. */
public sealed interface ReviewEdit {

    /**
     * The edit that takes this one back.
     *
     * @return what was before comes after
     */
    ReviewEdit inverse();

    /**
     * The files that are changed.
     *
     * @return their names in the database
     */
    Set<String> files();

    /**
     * An item of a file was added (nothing before), removed (nothing after) or changed.
     *
     * @param file name of the file in the database
     * @param before the item before; null if it was added
     * @param after the item after, of the same id; null if it was removed
     */
    record OfItem(String file, @Nullable ReviewItem before, @Nullable ReviewItem after)
            implements ReviewEdit {

        /** Checks that it is one item. */
        public OfItem {
            if (before == null && after == null) {
                throw new IllegalArgumentException("an edit of nothing");
            }
            if (before != null && after != null && before.id() != after.id()) {
                throw new IllegalArgumentException("an edit of two items");
            }
        }

        /**
         * An item is added.
         *
         * @param file name of the file in the database
         * @param item the item
         * @return the edit
         */
        public static OfItem added(String file, ReviewItem item) {
            return new OfItem(file, null, item);
        }

        /**
         * An item is removed.
         *
         * @param file name of the file in the database
         * @param item the item
         * @return the edit
         */
        public static OfItem removed(String file, ReviewItem item) {
            return new OfItem(file, item, null);
        }

        /**
         * An item is changed.
         *
         * @param file name of the file in the database
         * @param before the item as it is
         * @param after the item as it shall be, of the same id
         * @return the edit
         */
        public static OfItem changed(String file, ReviewItem before, ReviewItem after) {
            return new OfItem(file, before, after);
        }

        /**
         * The item.
         *
         * @return its id
         */
        public long id() {
            ReviewItem item = after == null ? before : after;
            return Objects.requireNonNull(item, "an edit of nothing").id();
        }

        @Override
        public Set<String> files() {
            return Set.of(file);
        }

        @Override
        public OfItem inverse() {
            return new OfItem(file, after, before);
        }
    }

    /**
     * A file was marked done, tagged, commented on, or put back to review.
     *
     * @param file name of the file in the database
     * @param stateBefore the state before
     * @param commentBefore the comment before
     * @param stateAfter the state after
     * @param commentAfter the comment after
     * @param open what is open as the file is marked done; null if that is as it was when the file
     *     was marked done before, so that undo and redo say no more than the mark did
     */
    record OfMark(
            String file,
            FileState stateBefore,
            String commentBefore,
            FileState stateAfter,
            String commentAfter,
            @Nullable OpenQuestions open)
            implements ReviewEdit {

        @Override
        public Set<String> files() {
            return Set.of(file);
        }

        @Override
        public OfMark inverse() {
            return new OfMark(file, stateAfter, commentAfter, stateBefore, commentBefore, null);
        }
    }

    /**
     * A line of a list of expressions, added or taken away again. A line that was there before is
     * neither.
     *
     * @param kind which of the user's lists
     * @param list the file
     * @param line one expression
     * @param added whether it is there after
     */
    record OfLine(ListKind kind, Path list, String line, boolean added) implements ReviewEdit {

        @Override
        public OfLine inverse() {
            return new OfLine(kind, list, line, !added);
        }

        @Override
        public Set<String> files() {
            return Set.of();
        }

        /** Leaves the line out: it is text of an image. */
        @Override
        public String toString() {
            return (added ? "a line more in " : "a line less in ") + list;
        }
    }

    /**
     * An edit of an earlier sitting, of which only the database knows the rows, is taken back or
     * done again.
     *
     * @param note what the history says of it
     * @param files the names of the files that it changes, in the database
     * @param undone whether it is taken back
     */
    record OfEarlier(HistoryNote note, Set<String> files, boolean undone) implements ReviewEdit {

        /** Copies the set. */
        public OfEarlier {
            files = Set.copyOf(files);
        }

        @Override
        public OfEarlier inverse() {
            return new OfEarlier(note, files, !undone);
        }
    }

    /**
     * Several edits that a person meant as one.
     *
     * @param edits in the order they are done
     */
    record Several(List<ReviewEdit> edits) implements ReviewEdit {

        /** Copies the list. */
        public Several {
            edits = List.copyOf(edits);
        }

        @Override
        public Set<String> files() {
            return edits.stream().flatMap(e -> e.files().stream()).collect(Collectors.toSet());
        }

        @Override
        public Several inverse() {
            List<ReviewEdit> back = new ArrayList<>();
            edits.forEach(e -> back.add(e.inverse()));
            Collections.reverse(back);
            return new Several(back);
        }
    }
}
