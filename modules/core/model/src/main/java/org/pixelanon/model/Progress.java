package org.pixelanon.model;

/**
 * Where a long task reports its progress and learns that it must stop. Implementations are
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
     * Returns whether the task is to stop at the next safe place.
     *
     * @return true once somebody asked for it
     */
    boolean isCancelled();

    /** The task ended. */
    void end();
}
