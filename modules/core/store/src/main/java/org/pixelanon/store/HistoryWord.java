package org.pixelanon.store;

/** What the history takes down together with the rows that an edit changes. */
public sealed interface HistoryWord permits HistoryNote, HistoryWord.Turn {

    /**
     * An edit was taken back, or done again.
     *
     * @param sitting the sitting that made it
     * @param number its number in that sitting
     * @param undone whether it is taken back from now on
     */
    record Turn(String sitting, long number, boolean undone) implements HistoryWord {}
}
