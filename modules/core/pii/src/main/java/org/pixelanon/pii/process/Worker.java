package org.pixelanon.pii.process;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.pixelanon.model.engine.EngineException;

/**
 * One running program. It is asked by one thread at a time; after a failure it is ended and not
 * asked again. Its standard error may quote text and is discarded.
 */
final class Worker {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    /** UTF-8 for Python; its libraries must not fetch models while files are processed. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PYTHONUTF8", "1", "HF_HUB_OFFLINE", "1");

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Worker::end)));
    }

    private final String who;
    private final Process process;
    private final InputStream in;
    private final OutputStream out;
    private final ExecutorService thread;
    private long id;

    private Worker(String who, Process process) {
        this.who = who;
        this.process = process;
        in = new BufferedInputStream(process.getInputStream());
        out = process.getOutputStream();
        thread =
                Executors.newSingleThreadExecutor(
                        work -> {
                            Thread one = new Thread(work, who);
                            one.setDaemon(true);
                            return one;
                        });
    }

    /**
     * Starts a program.
     *
     * @param who how messages name it
     * @param words the program and its arguments
     * @throws EngineException if there is no such program
     */
    static Worker start(String who, List<String> words) throws EngineException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(Redirect.DISCARD);
        builder.environment().putAll(ENVIRONMENT);
        try {
            Process process = builder.start();
            RUNNING.add(process);
            return new Worker(who, process);
        } catch (IOException e) {
            throw new EngineException(
                    who
                            + " cannot be started: no program "
                            + words.get(0)
                            + ", or no "
                            + "permission to run it",
                    e);
        }
    }

    /**
     * Asks and waits, also where the thread is asked to stop: nothing is judged until the answer is
     * there.
     *
     * @param text to be judged
     * @param limit how long the answer may take
     * @return the answer to this question
     * @throws WorkerDiedException if the program ended
     * @throws EngineException if it answered nothing in time, something else, or nonsense
     */
    Answer ask(String text, Duration limit) throws EngineException, WorkerDiedException {
        long question = id++;
        Future<Answer> coming = thread.submit(() -> exchange(question, text));
        boolean answered = false;
        try {
            Answer answer = await(coming, limit);
            if (answer.id() != question) {
                throw new EngineException(who + " answered out of order");
            }
            answered = true;
            return answer;
        } finally {
            if (!answered) {
                close();
            }
        }
    }

    private Answer exchange(long question, String text) throws IOException {
        byte[] line = JsonLines.question(question, text);
        try {
            out.write(line);
            out.flush();
        } catch (IOException e) {
            EOFException ended = new EOFException(); // nobody reads any more
            ended.initCause(e);
            throw ended;
        }
        return JsonLines.answer(JsonLines.line(in));
    }

    private Answer await(Future<Answer> coming, Duration limit)
            throws EngineException, WorkerDiedException {
        long end = System.nanoTime() + limit.toNanos();
        boolean stopped = false;
        try {
            while (true) {
                try {
                    return coming.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    stopped = true;
                }
            }
        } catch (TimeoutException e) {
            throw new EngineException(
                    who + " did not answer within " + limit.toSeconds() + " seconds (time-limit)",
                    e);
        } catch (ExecutionException e) {
            throw failed(Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What the program wrote is no part of the message nor its cause: it may repeat the text. */
    private EngineException failed(Throwable why) throws WorkerDiedException {
        if (why instanceof OutOfMemoryError memory) {
            throw memory;
        }
        if (why instanceof EOFException) {
            throw new WorkerDiedException();
        }
        return new EngineException(who + " gave an invalid answer");
    }

    /** Ends the program and what it started. */
    void close() {
        RUNNING.remove(process);
        end(process);
        thread.shutdownNow();
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
