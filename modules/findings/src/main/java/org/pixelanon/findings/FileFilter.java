package org.pixelanon.findings;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.pixelanon.workbench.session.FileState;
import org.pixelanon.workbench.session.ReviewFile;

/**
 * Which files are shown and stepped through.
 *
 * @param state the state they are in; empty for any
 * @param words what their name or comment contains, in any case; empty for anything
 */
record FileFilter(Optional<FileState> state, String words) implements Predicate<ReviewFile> {

    /** Shows every file. */
    static final FileFilter ALL = new FileFilter(Optional.empty(), "");

    /** Folds the words once, because a list has many lines. */
    FileFilter {
        words = words.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean test(ReviewFile file) {
        return (state.isEmpty() || file.state() == state.get())
                && (words.isEmpty()
                        || nameOf(file).toLowerCase(Locale.ROOT).contains(words)
                        || file.comment().toLowerCase(Locale.ROOT).contains(words));
    }

    /** The last part of the file's path, cut from its text: a list asks for it 100,000 times. */
    static String nameOf(ReviewFile file) {
        String name = file.name();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
