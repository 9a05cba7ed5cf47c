package org.pixelanon.model.engine;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Printable;
import org.pixelanon.model.Reason;

/**
 * A detector of an extension. Its reasons are shown as {@link Reason.Kind#DETECTOR}, without
 * anything that repeats the text or the tags. If it throws or takes too long, the current file
 * fails.
 */
final class WatchedDetector implements PiiDetector {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST = 2;
    private static final int LONGEST_DETAIL = 60;

    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(
                    work -> {
                        Thread one = new Thread(work, "detector");
                        one.setDaemon(true); // one that hangs must not keep the program up
                        return one;
                    });

    private final PiiDetector detector;
    private final String name;
    private final TimeLimit limit;

    WatchedDetector(PiiDetector detector, String name, TimeLimit limit) {
        this.detector = detector;
        this.name = name;
        this.limit = limit;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        try {
            Optional<Opinion> opinion =
                    answer(
                            THREADS.submit(
                                    () -> Objects.requireNonNull(detector.judge(text, identity))));
            return opinion.map(o -> new Opinion(o.sensitive(), reason(o, text, identity)));
        } catch (EngineException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stop of the worker does not end the wait: nothing is judged until the answer is there. */
    private Optional<Opinion> answer(Future<Optional<Opinion>> coming) throws EngineException {
        String who = "detector " + name;
        long end = System.nanoTime() + Duration.ofSeconds(limit.seconds()).toNanos();
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
            coming.cancel(true);
            throw limit.passed(who, Duration.ofSeconds(limit.seconds()), e);
        } catch (ExecutionException e) {
            Throwable why = Objects.requireNonNullElse(e.getCause(), e);
            if (why instanceof OutOfMemoryError memory) {
                throw memory;
            }
            throw Watch.failed(who, why);
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Reason reason(Opinion opinion, String text, Identity identity) {
        String detail = Printable.of(opinion.reason().detail()).strip();
        boolean told =
                !detail.isEmpty()
                        && detail.length() <= LONGEST_DETAIL
                        && !repeats(detail, text)
                        && identity.values().stream().noneMatch(v -> repeats(detail, v.value()));
        return new Reason(Reason.Kind.DETECTOR, told ? name + ": " + detail : name);
    }

    private static boolean repeats(String detail, String text) {
        String told = detail.toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .anyMatch(word -> word.length() >= SHORTEST && told.contains(word));
    }
}
