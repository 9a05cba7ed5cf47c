package org.pixelanon.review.history;

import java.util.concurrent.CompletableFuture;

/**
 * An edit that is taken back or done again.
 *
 * @param step the edit
 * @param undone whether it is taken back
 * @param written true when the database has it; false if it refused, because somebody changed what
 *     it is about meanwhile. Completed on the database's thread
 */
public record Turn(Step step, boolean undone, CompletableFuture<Boolean> written) {}
