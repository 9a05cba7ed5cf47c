package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.Progress;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.manifest.FileStamp;
import org.pixelanon.pipeline.manifest.Manifest;
import org.pixelanon.pipeline.manifest.ManifestTotals;
import org.pixelanon.pipeline.output.OutputPlaces;
import org.pixelanon.pipeline.output.PlannedPlaces;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.store.work.WorkEnd;
import org.pixelanon.store.work.WorkFile;
import org.pixelanon.store.work.WorkList;

/**
 * A run that resumes: finished files whose record still holds are not opened. Memory grows neither
 * with the number of files nor with findings.
 */
public final class ManifestRun {

    private final AnonymiseRun run;
    private final Manifest manifest;
    private final Manifest.Retry retry;

    /**
     * Creates the use case.
     *
     * @param run what is done to files; keeps outputs that exist and verify
     * @param manifest the manifest, open, with all inputs; not closed by this
     * @param retry which files are processed again
     */
    public ManifestRun(AnonymiseRun run, Manifest manifest, Manifest.Retry retry) {
        this.run = run;
        this.manifest = manifest;
        this.retry = retry;
    }

    /**
     * Works through what is left.
     *
     * @param places where outputs go
     * @param settings how the run is carried out
     * @return what became of all files of the manifest
     * @throws IOException if the recogniser cannot be started, or the manifest not be written
     */
    public ManifestTotals run(OutputPlaces places, RunSettings settings) throws IOException {
        WorkList work = manifest.work();
        Left left = new Left(settings.progress());
        long total = work.figures().mine();
        run.stream(new WritingRun.Stream(total, left, left, places), settings);
        for (String folder : work.figures().foldersWithoutDicom()) {
            Path path = manifest.paths().path(folder);
            manifest.addProblem(path, "contains no DICOM files");
        }
        return ManifestTotals.of(work.figures());
    }

    /** Hands out what is left to do, and writes down what becomes of it. */
    private final class Left implements Batch.Source, Batch.Sink {

        private final Progress progress;
        private final Map<Long, FileStamp> begun = new ConcurrentHashMap<>();
        private List<WorkFile> page = List.of();
        private String last = "";
        private int next;
        private long number;

        Left(Progress progress) {
            this.progress = progress;
        }

        @Override
        public synchronized Batch.@Nullable Numbered next() throws IOException {
            WorkList work = manifest.work();
            while (!progress.isCancelled()) {
                if (next == page.size()) {
                    page = work.inputs(last);
                    next = 0;
                    if (page.isEmpty()) {
                        return null;
                    }
                    last = page.get(page.size() - 1).key();
                }
                WorkFile file = page.get(next++);
                if (file.mine() && !isDone(work, file) && !progress.isCancelled()) {
                    InputFile input = PlannedPlaces.inputOf(file, manifest.paths());
                    begun.put(number, manifest.begin(input));
                    return new Batch.Numbered(number++, input);
                }
            }
            return null;
        }

        private boolean isDone(WorkList work, WorkFile file) throws IOException {
            Optional<WorkEnd> ended = work.ended(file.key());
            if (ended.isEmpty()) {
                return false;
            }
            try {
                if (manifest.stands(file, ended.get(), retry)) {
                    progress.step("");
                    return true;
                }
            } catch (ClosedByInterruptException e) {
                return true; // the run is stopped; the next one looks at it
            }
            work.reopen(file.key());
            return false;
        }

        /** What failed because the run was stopped is left open, as if nobody had come to it. */
        @Override
        public void take(Batch.Numbered file, @Nullable FileResult result) throws IOException {
            FileStamp before = begun.remove(file.number());
            boolean left =
                    progress.isCancelled() && result != null && result.outcome() == Outcome.FAILED;
            if (before != null && !left) {
                manifest.ended(file.file(), before, result);
            }
        }
    }
}
