package org.pixelanon.review.item;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.FileSummary;

/** Converts the data of a file in the database to a line of the list. Pure. */
public final class StoredLine {

    private StoredLine() {}

    /**
     * A line.
     *
     * @param summary the counts and the mark of a file
     * @return the line of the file
     */
    public static ReviewFile of(FileSummary summary) {
        Optional<FileMark> mark = summary.mark();
        FileState state = stateOf(mark.orElse(null));
        int open = state == FileState.DONE ? 0 : summary.toHide();
        return ReviewFile.of(Path.of(summary.filename()))
                .marked(state, mark.map(FileMark::comment).orElse(""))
                .counted(summary.toHide(), open)
                .withForm(summary.form())
                .searched(searchOf(summary.searches()))
                .copied(CopyState.of(summary.outcome()));
    }

    private static SearchState searchOf(FileSummary.Searches searches) {
        return switch (searches) {
            case NONE -> SearchState.NOT;
            case SOME -> SearchState.PARTLY;
            case WHOLE -> SearchState.WHOLE;
        };
    }

    /**
     * The state for a mark.
     *
     * @param mark the mark; null if the file has none
     * @return the state; to be reviewed if there is no mark
     */
    public static FileState stateOf(@Nullable FileMark mark) {
        if (mark == null) {
            return FileState.TO_REVIEW;
        }
        return mark.tagged() ? FileState.TAGGED : FileState.DONE;
    }
}
