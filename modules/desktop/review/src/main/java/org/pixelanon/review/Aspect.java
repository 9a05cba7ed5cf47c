package org.pixelanon.review;

/** What about a session changed; views ask for the rest themselves. */
public enum Aspect {
    /** The list of files as a whole, or its filter. */
    FILES,
    /** Lines of the list: states, comments, counts. */
    LINES,
    /** Another file is on screen, or it was read at last. */
    FILE,
    /** Another plane is on screen. */
    PLANE,
    /** Items of the file on screen. */
    ITEMS,
    /** Another item is selected. */
    SELECTION,
    /** Window, redacted view, layers shown. */
    DISPLAY,
    /** What can be undone or redone, and whether everything is in the database. */
    HISTORY
}
