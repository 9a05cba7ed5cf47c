package org.pixelanon.review.item;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pixelanon.model.OpenQuestions;

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
     * @param before the item before
     * @param after the item after, of the same id
     */
    record OfItem(String file, Optional<ReviewItem> before, Optional<ReviewItem> after)
            implements ReviewEdit {

        /** Checks that it is one item. */
        public OfItem {
            if (before.isEmpty() && after.isEmpty()) {
                throw new IllegalArgumentException("an edit of nothing");
            }
            if (before.isPresent() && after.isPresent() && before.get().id() != after.get().id()) {
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
            return new OfItem(file, Optional.empty(), Optional.of(item));
        }

        /**
         * An item is removed.
         *
         * @param file name of the file in the database
         * @param item the item
         * @return the edit
         */
        public static OfItem removed(String file, ReviewItem item) {
            return new OfItem(file, Optional.of(item), Optional.empty());
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
            return new OfItem(file, Optional.of(before), Optional.of(after));
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
     * @param open what is open as the file is marked done; empty if that is as it was when the file
     *     was marked done before, so that undo and redo say no more than the mark did
     */
    record OfMark(
            String file,
            FileState stateBefore,
            String commentBefore,
            FileState stateAfter,
            String commentAfter,
            Optional<OpenQuestions> open)
            implements ReviewEdit {

        @Override
        public Set<String> files() {
            return Set.of(file);
        }

        @Override
        public OfMark inverse() {
            return new OfMark(
                    file, stateAfter, commentAfter, stateBefore, commentBefore, Optional.empty());
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
