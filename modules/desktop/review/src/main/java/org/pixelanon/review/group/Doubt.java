package org.pixelanon.review.group;

/** Why a member of a group needs a look of its own. */
public enum Doubt {
    /** It cannot be read, or not to its end. */
    UNREADABLE("cannot be read"),
    /** It has text that no rectangle covers. */
    TEXT("text outside the rectangles"),
    /** It differs from all other members around a rectangle. */
    BORDER("differs around a rectangle"),
    /** It lacks a rectangle of the group. */
    NOT_APPLIED("lacks a rectangle of the group"),
    /** Its text could not be searched. */
    NOT_SEARCHED("text was not searched"),
    /** There is no other member to compare it with. */
    ALONE("no other file to compare with"),
    /** Somebody tagged it. */
    TAGGED("tagged before"),
    /** It changed since it was checked. */
    CHANGED("changed since the check");

    private final String words;

    Doubt(String words) {
        this.words = words;
    }

    /**
     * The text for the comment of the file, without patient text.
     *
     * @return the same for all users of the database
     */
    public String words() {
        return words;
    }
}
