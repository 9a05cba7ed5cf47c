package org.pixelanon.review.item;

import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which files are shown and stepped through.
 *
 * @param state the state they are in; null for any
 * @param words what their name or comment contains, in any case; empty for anything
 */
public record FileFilter(@Nullable FileState state, String words) implements Predicate<ReviewFile> {

    /** Shows every file. */
    public static final FileFilter ALL = new FileFilter(null, "");

    /** Folds the words once, because a list has many lines. */
    public FileFilter {
        words = words.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean test(ReviewFile file) {
        return (state == null || file.state() == state)
                && (words.isEmpty()
                        || contains(file.name(), file.nameStart())
                        || contains(file.comment(), 0));
    }

    /** Compares in place: a list of 100,000 files is searched at every letter typed. */
    private boolean contains(String text, int from) {
        char first = words.charAt(0);
        for (int i = from; i <= text.length() - words.length(); i++) {
            if (Character.toLowerCase(text.charAt(i)) == first
                    && text.regionMatches(true, i, words, 0, words.length())) {
                return true;
            }
        }
        return false;
    }
}
