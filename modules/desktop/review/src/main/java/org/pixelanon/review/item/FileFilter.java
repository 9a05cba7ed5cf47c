package org.pixelanon.review.item;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which files are shown and stepped through.
 *
 * @param state the state they are in; null for any
 * @param forms whether only files with a scanned form are
 * @param signs the signs they have; empty for any
 * @param words what their name or comment contains, in any case; with a slash, what their path
 *     contains, so that {@code ct/} means a folder and all within; empty for anything
 */
public record FileFilter(
        @Nullable FileState state, boolean forms, Set<FileSign> signs, String words)
        implements Predicate<ReviewFile> {

    /** Passes every file. */
    public static final FileFilter ALL = new FileFilter(null, false, Set.of(), "");

    /** Normalises the words once, because a list has many lines. */
    public FileFilter {
        words = words.strip().toLowerCase(Locale.ROOT).replace('\\', '/');
        signs = Set.copyOf(signs);
    }

    @Override
    public boolean test(ReviewFile file) {
        return (state == null || file.state() == state)
                && (!forms || file.form())
                && (signs.isEmpty() || signs.contains(FileSign.of(file)))
                && (words.isEmpty()
                        || contains(file.name(), words.indexOf('/') < 0 ? file.nameStart() : 0)
                        || contains(file.comment(), 0));
    }

    /**
     * Passes the files in a state.
     *
     * @param state null for any
     * @param words what their name or comment contains
     */
    public FileFilter(@Nullable FileState state, String words) {
        this(state, false, Set.of(), words);
    }

    /**
     * Compares without copying, since a list of 100,000 files is searched at every letter typed.
     */
    private boolean contains(String text, int from) {
        char first = words.charAt(0);
        for (int i = from; i <= text.length() - words.length(); i++) {
            if (folded(text.charAt(i)) == first && matches(text, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(String text, int at) {
        for (int i = 1; i < words.length(); i++) {
            if (folded(text.charAt(at + i)) != words.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Uses one path separator, whatever the system's. */
    private static char folded(char c) {
        return c == '\\' ? '/' : Character.toLowerCase(c);
    }
}
