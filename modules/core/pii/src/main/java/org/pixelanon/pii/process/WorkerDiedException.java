package org.pixelanon.pii.process;

/** A program exited while it was asked. It may be restarted once. */
final class WorkerDiedException extends Exception {

    private static final long serialVersionUID = 1L;
}
