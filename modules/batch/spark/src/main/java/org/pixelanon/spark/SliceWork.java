package org.pixelanon.spark;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.VoidFunction;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.batch.BatchJob;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.Progress;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.PathText;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.run.RunSettings;

/**
 * The work of a task: processes its files one by one and stores a row for each. It may run several
 * times, even at once: existing outputs are verified and kept, and rows have the same name.
 */
final class SliceWork implements VoidFunction<FileSlice> {

    private static final long serialVersionUID = 1L;

    private final List<String> words;
    private final String fingerprint;
    private final RowStore rows;
    private final Counts counts;

    SliceWork(List<String> words, String fingerprint, RowStore rows, Counts counts) {
        this.words = List.copyOf(words);
        this.fingerprint = fingerprint;
        this.rows = rows;
        this.counts = counts;
    }

    @Override
    public void call(FileSlice slice) throws IOException {
        BatchJob job = SharedJobs.of(words);
        if (!job.fingerprint().equals(fingerprint)) {
            throw new PipelineException(
                    "the options have another effect on this machine: files they name, SMI_ROOT or engines differ from the driver's ("
                            + job.search()
                            + ")");
        }
        TaskContext task = TaskContext.get();
        List<String> lines = new Pass(job, slice, task).lines();
        if (task.isInterrupted()) {
            throw new TaskKilledException("stopped");
        }
        rows.write(slice.key(), task.taskAttemptId(), lines);
    }

    /** One attempt at a slice. Results come one at a time: a task has one worker. */
    private final class Pass {

        private final BatchJob job;
        private final TaskContext task;
        private final SlicePlaces places;
        private final Map<InputFile, ResultRow.Stamp> before = new HashMap<>();
        private final Map<InputFile, String> names = new HashMap<>();
        private final List<InputFile> files = new ArrayList<>();
        private final List<InputFile> again = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();

        Pass(BatchJob job, FileSlice slice, TaskContext task) throws IOException {
            this.job = job;
            this.task = task;
            this.places = new SlicePlaces(slice, job.paths());
            for (FileItem item : slice.items()) {
                InputFile input = item.input(job.paths());
                files.add(input);
                names.put(input, item.path());
                before.put(input, stamp(input));
            }
        }

        List<String> lines() throws IOException {
            RunSettings settings = new RunSettings(1, new TaskProgress(task), r -> {}, true);
            job.each(files, places, settings, this::first);
            if (!again.isEmpty()) {
                job.each(List.copyOf(again), places, settings, this::keep);
            }
            return lines;
        }

        /**
         * Another attempt may have published the output while this one wrote it. Then it is
         * verified and kept like an existing one.
         */
        private void first(InputFile input, @Nullable FileResult result) throws IOException {
            Path target = places.target(input);
            if (result != null
                    && result.outcome() == Outcome.FAILED
                    && target != null
                    && Files.exists(target)) {
                again.add(input);
            } else {
                keep(input, result);
            }
        }

        private void keep(InputFile input, @Nullable FileResult result) throws IOException {
            ResultRow.Stamp stamp = before.getOrDefault(input, ResultRow.Stamp.NONE);
            String name = names.getOrDefault(input, PathText.of(input.path()));
            lines.add(ResultRow.line(input, name, stamp, result));
            counts.add(result, stamp.size());
        }

        /** An inaccessible file fails when it is opened, and its result says why. */
        private static ResultRow.Stamp stamp(InputFile input) throws IOException {
            try {
                return ResultRow.Stamp.of(input.path());
            } catch (FileSystemException e) {
                return ResultRow.Stamp.NONE;
            }
        }
    }

    /** Spark asks to stop when a task is no longer wanted. */
    private record TaskProgress(TaskContext task) implements Progress {

        @Override
        public void begin(String name, long total) {
            // Spark shows tasks
        }

        @Override
        public void step(String item) {
            // accumulators count files
        }

        @Override
        public boolean isCancelled() {
            return task.isInterrupted();
        }

        @Override
        public void end() {
            // Spark shows tasks
        }
    }
}
