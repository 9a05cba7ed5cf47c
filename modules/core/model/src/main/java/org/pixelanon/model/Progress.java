package org.pixelanon.model;

/**
 * Where a long task reports how far it is, and learns that it is to stop. Implementations are
 * thread-safe.
 */
public interface Progress {

    /**
     * Begins a task.
     *
     * @param task what is done, for people
     * @param total how many steps, or -1 if unknown
     */
    void begin(String task, long total);

    /**
     * One step is done.
     *
     * @param item what was done, for people; never patient text
     */
    void step(String item);

    /**
     * Tells whether the task is to stop at the next safe place.
     *
     * @return true once somebody asked for it
     */
    boolean isCancelled();

    /** The task ended. */
    void end();
}
