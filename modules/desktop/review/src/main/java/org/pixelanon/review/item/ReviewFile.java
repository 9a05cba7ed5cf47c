package org.pixelanon.review.item;

import java.nio.file.Path;

/**
 * One line of the list of files. Immutable.
 *
 * @param path where it is
 * @param name its name in the database: the absolute path
 * @param state its review state
 * @param comment a curator's words; may be empty
 * @param rectangles number of rectangles to be blanked in the database
 * @param undecided number of suggestions nobody decided about
 * @param form whether a frame is known to be a scanned form
 * @param search how much is known to be searched
 * @param copy the state of its last copy
 * @param failure why it cannot be read; empty if it can be or was not tried
 */
public record ReviewFile(
        Path path,
        String name,
        FileState state,
        String comment,
        int rectangles,
        int undecided,
        boolean form,
        SearchState search,
        CopyState copy,
        String failure) {

    /**
     * A file without review data.
     *
     * @param path where it is
     * @return the line
     */
    public static ReviewFile of(Path path) {
        String name = path.toAbsolutePath().normalize().toString();
        return new ReviewFile(
                path,
                name,
                FileState.TO_REVIEW,
                "",
                0,
                0,
                false,
                SearchState.NOT,
                CopyState.NONE,
                "");
    }

    /**
     * The last part of the path, as shown in lists.
     *
     * @return the name of the file without its folders
     */
    public String fileName() {
        return name.substring(nameStart());
    }

    /**
     * The index of the last part of the path; computed from text, since long lists need it often.
     */
    int nameStart() {
        return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
    }

    /**
     * The same file in another state. In a done file everything is decided; for others, copies no
     * longer count.
     *
     * @param other the state
     * @param words the comment
     * @return the new line
     */
    public ReviewFile marked(FileState other, String words) {
        int left = other == FileState.DONE ? 0 : undecided;
        CopyState kept = other == FileState.DONE && state == FileState.DONE ? copy : CopyState.NONE;
        return new ReviewFile(
                path, name, other, words, rectangles, left, form, search, kept, failure);
    }

    /**
     * The same file with other counts.
     *
     * @param redacted number of rectangles to be blanked
     * @param open number of undecided suggestions; ignored in a done file
     * @return the new line
     */
    public ReviewFile counted(int redacted, int open) {
        int left = state == FileState.DONE ? 0 : open;
        return new ReviewFile(
                path, name, state, comment, redacted, left, form, search, copy, failure);
    }

    /**
     * The same file with the counts of another line.
     *
     * @param other a line of the same file
     * @return the new line
     */
    public ReviewFile counted(ReviewFile other) {
        return counted(other.rectangles, other.undecided)
                .withForm(other.form)
                .searched(other.search)
                .copied(other.copy);
    }

    /**
     * The same file, as a form or not.
     *
     * @param is whether a frame is a form
     * @return the new line
     */
    public ReviewFile withForm(boolean is) {
        return new ReviewFile(
                path, name, state, comment, rectangles, undecided, is, search, copy, failure);
    }

    /**
     * The same file with another search state.
     *
     * @param much how much
     * @return the new line
     */
    public ReviewFile searched(SearchState much) {
        return new ReviewFile(
                path, name, state, comment, rectangles, undecided, form, much, copy, failure);
    }

    /**
     * The same file with another state of its copy, which is ignored unless the file is done.
     *
     * @param became the state of the copy
     * @return the new line
     */
    public ReviewFile copied(CopyState became) {
        CopyState kept = state == FileState.DONE ? became : CopyState.NONE;
        return new ReviewFile(
                path, name, state, comment, rectangles, undecided, form, search, kept, failure);
    }

    /**
     * The same file, unreadable.
     *
     * @param why the reason, without patient text
     * @return the new line
     */
    public ReviewFile failed(String why) {
        return new ReviewFile(
                path,
                name,
                FileState.FAILED,
                comment,
                rectangles,
                undecided,
                form,
                search,
                copy,
                why);
    }

    /** Omits the comment, which may quote text of the image. */
    @Override
    public String toString() {
        return path + " " + state;
    }
}
