package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.Progress;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.decide.TextScan;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.RunResult;
import org.pixelanon.pipeline.report.RunResult.Told;

/**
 * Processes files with several workers. This is the per-file boundary: whatever happens to one file
 * ends in its result; the others continue.
 */
final class Batch {

    private static final System.Logger LOG = System.getLogger(Batch.class.getName());

    private static final long STOP_CHECK_MILLISECONDS = 100;

    /** What is done to one file. One step per worker; closed when the worker ends. */
    interface FileStep extends AutoCloseable {

        /**
         * Works on one file.
         *
         * @return the result; empty if the file was met in a folder and is not DICOM
         */
        Optional<FileResult> work(InputFile file) throws IOException;

        @Override
        void close();
    }

    /** Makes the step of a new worker. */
    interface StepSource {
        FileStep open() throws IOException;
    }

    private final int jobs;
    private final Progress progress;
    private final Consumer<FileResult> listener;
    private final Told told;

    Batch(int jobs, Progress progress, Consumer<FileResult> listener) {
        this(jobs, progress, listener, Told.OUTCOME);
    }

    private Batch(int jobs, Progress progress, Consumer<FileResult> listener, Told told) {
        this.jobs = jobs;
        this.progress = progress;
        this.listener = listener;
        this.told = told;
    }

    /**
     * A batch that only reads files: that one ends well is told as "read", because Clean would say
     * something of what it holds.
     */
    static Batch reading(RunSettings settings) {
        return new Batch(settings.jobs(), settings.progress(), settings.listener(), Told.READ);
    }

    /** A batch that searches files and writes none: people are told what was found. */
    static Batch searching(RunSettings settings) {
        return new Batch(settings.jobs(), settings.progress(), settings.listener(), Told.FOUND);
    }

    /** A file with its place among the others, from 0. */
    record Numbered(long number, InputFile file) {}

    /** Hands out files, one after the other, to any worker. Thread-safe. */
    interface Source {
        /** The next file; null behind the last. */
        @Nullable Numbered next() throws IOException;
    }

    /**
     * Takes what became of a file: null if it was met in a folder and is not DICOM. Thread-safe.
     */
    interface Sink {
        void take(Numbered file, @Nullable FileResult result) throws IOException;
    }

    /**
     * Works through all files; results come in the order of the files whatever the workers' order
     * was.
     */
    RunResult run(String task, InputFiles.Found found, StepSource steps) throws IOException {
        List<InputFile> files = found.files();
        FileResult[] results = new FileResult[files.size()];
        boolean[] ignored = new boolean[files.size()];
        stream(
                task,
                files.size(),
                listed(files),
                steps,
                (file, result) -> {
                    int i = (int) file.number();
                    ignored[i] = result == null;
                    if (result != null) {
                        results[i] = result;
                    }
                });
        return collect(found, files, results, ignored);
    }

    /** Hands out the files of a list. */
    static Source listed(List<InputFile> files) {
        AtomicInteger next = new AtomicInteger();
        return () -> {
            int i = next.getAndIncrement();
            return i < files.size() ? new Numbered(i, files.get(i)) : null;
        };
    }

    /**
     * Works through files as they are handed out, and hands on what becomes of each. Holds no more
     * than one file per worker.
     *
     * @param total how many files there are, for the progress; -1 if that is not known
     */
    void stream(String task, long total, Source source, StepSource steps, Sink sink)
            throws IOException {
        int workers = total < 0 ? jobs : (int) Math.max(1, Math.min(jobs, total));
        progress.begin(task, total);
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                all.add(
                        pool.submit(
                                () -> {
                                    drain(source, steps, sink);
                                    return null;
                                }));
            }
            for (Future<?> worker : all) {
                join(worker, pool);
            }
        } finally {
            pool.shutdownNow();
            progress.end();
        }
    }

    /** A step is opened for the first file only: recognisers take a while to start. */
    private void drain(Source source, StepSource steps, Sink sink) throws IOException {
        Numbered first = source.next();
        if (first == null) {
            return;
        }
        try (FileStep step = steps.open()) {
            for (Numbered at = first; at != null && !progress.isCancelled(); at = source.next()) {
                Optional<FileResult> result = one(step, at.file());
                sink.take(at, result.orElse(null));
                if (result.isEmpty()) {
                    progress.step("not DICOM " + at.file().path());
                } else {
                    listener.accept(result.get());
                    progress.step(word(result.get()) + " " + at.file().path());
                }
            }
        }
    }

    private String word(FileResult result) {
        return switch (told) {
            case FOUND -> result.search().words() + ":";
            case READ -> result.outcome() == Outcome.CLEAN ? "read" : result.outcome().label();
            case OUTCOME -> result.outcome().label();
        };
    }

    @SuppressWarnings(
            "CatchingUnchecked") // the per-file boundary: one bad file must not end the run
    private static Optional<FileResult> one(FileStep step, InputFile file) {
        long start = System.nanoTime();
        Optional<FileResult> result;
        try {
            result = step.work(file);
        } catch (IOException e) {
            String reason =
                    Thread.currentThread().isInterrupted()
                            ? TextScan.STOPPED
                            : FailureText.reason(e);
            result = Optional.of(FileResult.failed(file.path(), reason));
        } catch (Exception | OutOfMemoryError | StackOverflowError e) {
            LOG.log(System.Logger.Level.DEBUG, "unexpected failure", e);
            result = Optional.of(FileResult.failed(file.path(), FailureText.reason(e)));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return result.map(r -> r.after(seconds));
    }

    /**
     * Waits for a worker. Once a stop is asked for, all workers are interrupted, so that they leave
     * the files at hand; a file then has no output and no part file.
     */
    private void join(Future<?> worker, ExecutorService pool) throws IOException {
        try {
            while (true) {
                try {
                    worker.get(STOP_CHECK_MILLISECONDS, TimeUnit.MILLISECONDS);
                    return;
                } catch (TimeoutException e) {
                    if (progress.isCancelled()) {
                        pool.shutdownNow();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PipelineException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io
                    ? io
                    : new PipelineException("a worker ended", e.getCause());
        }
    }

    private RunResult collect(
            InputFiles.Found found,
            List<InputFile> files,
            FileResult[] results,
            boolean[] ignored) {
        List<FileResult> out = new ArrayList<>();
        List<Path> passedOver = new ArrayList<>();
        for (Map.Entry<Path, String> problem : found.problems().entrySet()) {
            out.add(FileResult.failed(problem.getKey(), problem.getValue()));
        }
        for (int i = 0; i < results.length; i++) {
            if (ignored[i]) {
                passedOver.add(files.get(i).path());
            } else if (results[i] == null) {
                out.add(FileResult.notReached(files.get(i).path()));
            } else {
                out.add(results[i]);
            }
        }
        for (Path folder : foldersWithoutDicom(files, ignored)) {
            out.add(FileResult.failed(folder, "contains no DICOM files"));
        }
        return new RunResult(out, passedOver, found.odd(), told);
    }

    /** INPUT folders in which every file was skipped: most likely a mistyped path. */
    private static List<Path> foldersWithoutDicom(List<InputFile> files, boolean[] ignored) {
        Map<Path, Boolean> empty = new LinkedHashMap<>();
        for (int i = 0; i < ignored.length; i++) {
            InputFile file = files.get(i);
            if (!file.explicit()) {
                empty.merge(file.folder(), ignored[i], Boolean::logicalAnd);
            }
        }
        return empty.keySet().stream().filter(empty::get).toList();
    }
}
