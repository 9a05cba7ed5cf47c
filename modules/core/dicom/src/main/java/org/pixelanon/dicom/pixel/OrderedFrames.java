package org.pixelanon.dicom.pixel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Processes frames in parallel and returns the results in order, few at a time. */
public final class OrderedFrames {

    private static final int MOST_THREADS = 4;

    /** Frames above this size are processed one by one, so that memory stays bounded. */
    private static final long LARGE = 12L << 20;

    private OrderedFrames() {}

    /** What is done with a frame; called by several threads. */
    public interface Work<T> {
        /**
         * Works on a frame.
         *
         * @param index of the frame, 0-based
         * @return what comes of it
         * @throws IOException if it failed
         */
        T of(int index) throws IOException;
    }

    /** Takes the results in order. */
    public interface Sink<T> {
        /**
         * Takes the next result.
         *
         * @param index of the frame, 0-based, one more than the time before
         * @param result what came of it
         * @throws IOException if it cannot be taken
         */
        void take(int index, T result) throws IOException;
    }

    /**
     * Does work on all frames and hands the results on in order.
     *
     * @param bytesPerFrame what a frame takes in memory; large ones come one by one
     */
    public static <T> void inOrder(int count, long bytesPerFrame, Work<T> work, Sink<T> sink)
            throws IOException {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        if (count == 1 || threads == 1 || bytesPerFrame > LARGE) {
            for (int i = 0; i < count; i++) {
                sink.take(i, work.of(i));
            }
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            ArrayDeque<Future<T>> ahead = new ArrayDeque<>();
            int next = 0;
            for (int i = 0; i < count; i++) {
                while (next < count && ahead.size() < threads + 1) {
                    int index = next++;
                    ahead.add(pool.submit(() -> work.of(index)));
                }
                sink.take(i, result(ahead.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IOException(cause);
        }
    }
}
