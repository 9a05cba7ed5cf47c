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

/** An edit that can be undone: the states before and after. */
public sealed interface ReviewEdit {

    /**
     * The inverse edit.
     *
     * @return with before and after exchanged
     */
    ReviewEdit inverse();

    /**
     * The changed files.
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

        /** Checks that both are the same item. */
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
         * @param after the new item, with the same id
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
     * @param open the open questions when the file is marked done; null to keep those recorded with
     *     the earlier mark, for undo and redo
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
     * A line of a list of expressions, added or removed again. A line that was already there is
     * neither.
     *
     * @param kind which of the user's lists
     * @param list the file
     * @param line one expression
     * @param added true if it is added
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

        /** Omits the line, which is text of an image. */
        @Override
        public String toString() {
            return (added ? "a line more in " : "a line less in ") + list;
        }
    }

    /**
     * Undo or redo of an edit of an earlier sitting, whose rows are known only to the database.
     *
     * @param note its entry in the history
     * @param files the names of the changed files in the database
     * @param undone true for undo
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
     * Several edits that are one step for undo.
     *
     * @param edits in order
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
