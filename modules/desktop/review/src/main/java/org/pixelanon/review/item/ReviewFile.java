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
 * @param failure why it cannot be read; empty if it can or was not tried
 */
public record ReviewFile(
        Path path,
        String name,
        FileState state,
        String comment,
        int rectangles,
        int undecided,
        String failure) {

    /**
     * A file nobody looked at yet.
     *
     * @param path where it is
     * @return the line
     */
    public static ReviewFile of(Path path) {
        String name = path.toAbsolutePath().normalize().toString();
        return new ReviewFile(path, name, FileState.TO_REVIEW, "", 0, 0, "");
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
     * The same file in another state. In a file that is done everything is decided.
     *
     * @param other the state
     * @param words the comment
     * @return the new line
     */
    public ReviewFile marked(FileState other, String words) {
        int left = other == FileState.DONE ? 0 : undecided;
        return new ReviewFile(path, name, other, words, rectangles, left, failure);
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
        return new ReviewFile(path, name, state, comment, redacted, left, failure);
    }

    /**
     * The same file, unreadable.
     *
     * @param why the reason, without patient text
     * @return the new line
     */
    public ReviewFile failed(String why) {
        return new ReviewFile(path, name, FileState.FAILED, comment, rectangles, undecided, why);
    }

    /** Leaves the comment out: it may quote what is on the image. */
    @Override
    public String toString() {
        return path + " " + state;
    }
}
