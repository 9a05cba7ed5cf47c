package org.pixelanon.review.item;

import java.nio.file.Path;

/**
 * One line of the list of files. Immutable.
 *
 * @param path where it is
 * @param name what the database calls it: the absolute path
 * @param state where it stands in its review
 * @param comment a curator's words; may be empty
 * @param rectangles number of rectangles to be blanked that the database has of it
 * @param undecided number of suggestions nobody decided about
 * @param form whether a frame of it is a scanned form, as far as is known
 * @param search how much of it was searched, as far as is known
 * @param copy what became of its last copy
 * @param failure why it cannot be read; empty if it can or was not tried
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
     * A file nobody looked at yet.
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
     * The last part of the path, as lists show it.
     *
     * @return the name of the file without its folders
     */
    public String fileName() {
        return name.substring(nameStart());
    }

    /** Where the last part of the path begins, cut from text: long lists ask for it often. */
    int nameStart() {
        return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
    }

    /**
     * The same file in another state. In a file that is done everything is decided; of one that is
     * not, no copy counts any more.
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
     * @param open number of suggestions nobody decided about; none counts in a file that is done
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
     * The same file, told whether it is a form.
     *
     * @param is whether a frame of it is one
     * @return the new line
     */
    public ReviewFile withForm(boolean is) {
        return new ReviewFile(
                path, name, state, comment, rectangles, undecided, is, search, copy, failure);
    }

    /**
     * The same file, told how much of it was searched.
     *
     * @param much how much
     * @return the new line
     */
    public ReviewFile searched(SearchState much) {
        return new ReviewFile(
                path, name, state, comment, rectangles, undecided, form, much, copy, failure);
    }

    /**
     * The same file, told what became of its copy. Of a file that is not done no copy counts.
     *
     * @param became what became of it
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

    /** Leaves the comment out: it may quote what is on the image. */
    @Override
    public String toString() {
        return path + " " + state;
    }
}
