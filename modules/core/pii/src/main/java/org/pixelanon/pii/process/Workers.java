package org.pixelanon.pii.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Printable;
import org.pixelanon.model.engine.EngineException;

/**
 * Several instances of one program. A question waits for a free one, so there are never more open
 * questions than programs. A program that exited is restarted; after some failures without an
 * answer in between it is not asked again. Thread-safe.
 */
final class Workers implements AutoCloseable {

    private static final int MOST_FAILURES = 3;
    private static final int LONGEST_ERROR = 200;

    private final String who;
    private final List<String> words;
    private final Duration limit;
    private final Semaphore free;
    private final Deque<Worker> idle = new ArrayDeque<>();
    private int failures;
    private boolean closed;

    /**
     * Starts nothing yet.
     *
     * @param who how messages name the programs
     * @param words the program and its arguments
     * @param most how many may run at a time
     * @param limit how long a start or an answer may take
     */
    Workers(String who, List<String> words, int most, Duration limit) {
        this.who = who;
        this.words = List.copyOf(words);
        this.limit = limit;
        free = new Semaphore(most, true);
    }

    /**
     * Starts one, to see whether it can be.
     *
     * @throws EngineException if not
     */
    void tryOut() throws EngineException {
        free.acquireUninterruptibly();
        try {
            release(started());
        } catch (WorkerDiedException e) {
            throw new EngineException(who + " exited at start", e);
        } finally {
            free.release();
        }
    }

    /**
     * Asks the first that is free.
     *
     * @param text to be judged
     * @return the answer
     * @throws EngineException if there is none, in words that say nothing of the text
     */
    Answer ask(String text) throws EngineException {
        free.acquireUninterruptibly();
        try {
            requireHope();
            Answer answer;
            try {
                answer = askOnce(text);
            } catch (WorkerDiedException e) {
                answer = askOnce(text);
            }
            succeeded();
            return answer;
        } catch (WorkerDiedException e) {
            failed();
            throw new EngineException(
                    who + " exited during a request, and so did the next " + "process", e);
        } catch (EngineException e) {
            failed();
            throw e;
        } finally {
            free.release();
        }
    }

    private Answer askOnce(String text) throws EngineException, WorkerDiedException {
        Worker known = taken();
        Worker worker = known == null ? started() : known;
        Answer answer = worker.ask(text, limit);
        if (!answer.error().isEmpty()) {
            worker.close();
            throw new EngineException(who + " answered with an error");
        }
        release(worker);
        return answer;
    }

    /** One that has answered to a line without a word; only then may it say why it cannot work. */
    private Worker started() throws EngineException, WorkerDiedException {
        Worker worker = Worker.start(who, words);
        Answer answer = worker.ask("", limit);
        if (!answer.error().isEmpty()) {
            worker.close();
            String error = Printable.of(answer.error()).strip();
            throw new EngineException(
                    who
                            + " cannot work: "
                            + error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
        }
        return worker;
    }

    private synchronized @Nullable Worker taken() {
        return idle.poll();
    }

    private synchronized void release(Worker worker) {
        if (closed) {
            worker.close();
        } else {
            idle.push(worker);
        }
    }

    private synchronized void requireHope() throws EngineException {
        if (failures >= MOST_FAILURES) {
            throw new EngineException(
                    who + " failed " + MOST_FAILURES + " times and is not asked again");
        }
    }

    private synchronized void succeeded() {
        failures = 0;
    }

    private synchronized void failed() {
        failures++;
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(Worker::close);
        idle.clear();
    }
}
