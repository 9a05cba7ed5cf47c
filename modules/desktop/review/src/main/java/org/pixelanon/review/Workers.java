package org.pixelanon.review;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of a session. The session's state is used only on {@link #ui()}; files are read and
 * planes drawn on {@link #files()}, or on {@link #network()} if they come over a network, so that
 * local files never wait for a slow connection; the database is used on {@link #store()}, one task
 * after the other; long tasks run on {@link #background()}.
 *
 * @param ui runs tasks on the session's thread: the event thread
 * @param store one thread
 * @param files two threads
 * @param network several threads, which serve the last request first
 * @param background one thread
 */
public record Workers(
        Executor ui,
        ExecutorService store,
        ExecutorService files,
        ExecutorService network,
        ExecutorService background)
        implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;
    private static final int CONNECTIONS = 4;

    /**
     * Starts the threads.
     *
     * @param ui runs tasks on the session's thread
     * @return the threads; the caller closes them
     */
    public static Workers start(Executor ui) {
        return new Workers(
                ui,
                named(1, "store", new LinkedBlockingQueue<>()),
                named(2, "files", new LinkedBlockingQueue<>()),
                named(CONNECTIONS, "network", new LatestFirst()),
                named(1, "background", new LinkedBlockingQueue<>()));
    }

    private static ExecutorService named(int threads, String name, BlockingQueue<Runnable> queue) {
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                queue,
                task -> {
                    Thread thread = new Thread(task, "pixelanon-" + name);
                    thread.setDaemon(true);
                    // services and native libraries of the engine are found only through its own
                    // loader
                    thread.setContextClassLoader(Workers.class.getClassLoader());
                    return thread;
                });
    }

    /**
     * Serves the last request first: on a slow connection, the current file matters, not those
     * passed by.
     */
    private static final class LatestFirst extends LinkedBlockingDeque<Runnable> {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable task) {
            return offerFirst(task);
        }
    }

    /**
     * The executor on which a file is read and drawn.
     *
     * @param path the file
     * @return {@link #network()} for files that are not in a folder
     */
    public ExecutorService reading(Path path) {
        return isRemote(path) ? network : files;
    }

    /** Whether it comes over a connection, which may be slow or fail temporarily. */
    static boolean isRemote(Path path) {
        return !path.getFileSystem().equals(FileSystems.getDefault());
    }

    /**
     * Work that may fail.
     *
     * @param <T> the result
     */
    public interface Work<T> {

        /**
         * Does the work.
         *
         * @return the result
         * @throws IOException if it fails
         */
        T run() throws IOException;
    }

    /**
     * Does work on one of the threads. Only here and in {@link Failures} is every exception caught.
     *
     * @param thread where
     * @param work what
     * @param <T> the result
     * @return completed on that thread; fails with what was thrown, or if the session ended
     */
    public static <T> CompletableFuture<T> ask(Executor thread, Work<T> work) {
        return ask(thread, work, Runnable::run);
    }

    /**
     * Does work on one of the threads for the session.
     *
     * @param thread where
     * @param work what
     * @param <T> the result
     * @return completed on the session's thread; fails with what was thrown, or if the session
     *     ended
     */
    public <T> CompletableFuture<T> answer(Executor thread, Work<T> work) {
        return ask(thread, work, ui);
    }

    private static <T> CompletableFuture<T> ask(Executor thread, Work<T> work, Executor then) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            thread.execute(
                    () -> {
                        try {
                            T done = work.run();
                            then.execute(() -> answer.complete(done));
                        } catch (IOException | RuntimeException | OutOfMemoryError e) {
                            then.execute(() -> answer.completeExceptionally(e));
                        }
                    });
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    /** Ends the threads; pending database work is finished first. */
    @Override
    public void close() {
        background.shutdown();
        files.shutdown();
        network.shutdownNow();
        store.shutdown();
        try {
            boolean ended = store.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                System.getLogger(Workers.class.getName())
                        .log(System.Logger.Level.ERROR, "the database did not answer in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
