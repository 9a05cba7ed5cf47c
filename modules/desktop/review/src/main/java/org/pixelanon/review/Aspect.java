package org.pixelanon.review;

/** The parts of a session that can change; views fetch the details themselves. */
public enum Aspect {
    /** The list of files as a whole, or its filter. */
    FILES,
    /** Lines of the list: states, comments, counts. */
    LINES,
    /** The file on screen, or it was just read. */
    FILE,
    /** The plane on screen. */
    PLANE,
    /** The items of the file on screen. */
    ITEMS,
    /** The selected item. */
    SELECTION,
    /** Window, redacted view, visible layers. */
    DISPLAY,
    /** What can be undone or redone, and whether everything is saved. */
    HISTORY
}
