package org.pixelanon.review.history;

import java.util.concurrent.CompletableFuture;

/**
 * An undo or redo of an edit.
 *
 * @param step the edit
 * @param undone true for undo
 * @param written true when the database has it; false if it was refused, because the data were
 *     changed by others meanwhile. Completed on the database's thread
 */
public record Turn(Step step, boolean undone, CompletableFuture<Boolean> written) {}
