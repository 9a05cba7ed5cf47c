package org.pixelanon.review.group;

/** Why a member of a group has to be looked at by itself. */
public enum Doubt {
    /** It cannot be read, or not to its end. */
    UNREADABLE("cannot be read"),
    /** Text was found that no rectangle covers. */
    TEXT("text outside the rectangles"),
    /** Around a rectangle it looks unlike all other members. */
    BORDER("differs around a rectangle"),
    /** It lacks a rectangle of the group. */
    NOT_APPLIED("lacks a rectangle of the group"),
    /** Its text could not be searched. */
    NOT_SEARCHED("text was not searched"),
    /** There is no other member to compare it with. */
    ALONE("no other file to compare with"),
    /** Somebody tagged it, who wants to look again. */
    TAGGED("tagged before"),
    /** Something about it changed since it was checked. */
    CHANGED("changed since the check");

    private final String words;

    Doubt(String words) {
        this.words = words;
    }

    /**
     * What is written into the comment of the file, without patient text.
     *
     * @return the same for everybody who shares the database
     */
    public String words() {
        return words;
    }
}
