package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomHeader;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.source.SourceObject;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.IndexTags;
import org.pixelanon.pipeline.format.NamedPaths;
import org.pixelanon.pipeline.format.PathText;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.input.InputWalk;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.sources.remote.RemotePath;
import org.pixelanon.store.index.FileIndex;
import org.pixelanon.store.index.IndexedFile;

/**
 * Updates an index: reads the headers of new or changed files, several at a time, and marks missing
 * ones. The next run continues where one was stopped or killed. Memory does not grow with the
 * number of files.
 */
public final class IndexRun {

    private final FileIndex index;
    private final NamedPaths paths;

    /**
     * Creates the use case.
     *
     * @param index the index; not closed by this
     * @param paths leads back to what the index names
     */
    public IndexRun(FileIndex index, NamedPaths paths) {
        this.index = index;
        this.paths = paths;
    }

    /**
     * What was done.
     *
     * @param met files that were met
     * @param read those whose header was read, because they were new or changed
     * @param failed those of them whose header could not be read
     * @param problems path to reason, for what could not be looked into
     * @param odd how many were met that are no files
     * @param stopped whether the scan was stopped before its end
     */
    public record Result(
            long met,
            long read,
            long failed,
            Map<Path, String> problems,
            long odd,
            boolean stopped) {

        /**
         * The exit code of a command that did it.
         *
         * @return 1 if something could not be looked into, or nothing was met
         */
        public int exitCode() {
            return problems.isEmpty() && met > 0 && !stopped ? 0 : 1;
        }
    }

    /**
     * Scans.
     *
     * @param folders folders and places, which are walked with all below them
     * @param named files that were named otherwise
     * @param settings workers and progress
     * @return what was done
     * @throws IOException if a folder cannot be listed or the index not be written
     */
    public Result run(List<Path> folders, InputFiles.Found named, RunSettings settings)
            throws IOException {
        for (Path folder : folders) {
            requireParts(folder);
        }
        for (InputFile file : named.files()) {
            requireParts(file.path());
        }
        Scan scan = new Scan(index.begin(), folders, named);
        try (scan) {
            Batch.reading(settings).stream(
                    "Index",
                    -1,
                    scan,
                    () -> new Step(scan),
                    (file, result) -> {
                        if (result != null && result.outcome() == Outcome.FAILED) {
                            scan.failed.incrementAndGet();
                        }
                    });
        }
        scan.requireWritten();
        boolean stopped = settings.progress().isCancelled();
        if (!stopped) {
            List<String> roots = folders.stream().map(PathText::of).toList();
            index.finish(scan.number, roots, this::isThere);
        }
        return new Result(
                scan.met.get(),
                scan.read.get(),
                scan.failed.get(),
                scan.problems,
                scan.odd.get(),
                stopped);
    }

    /** A header costs a header, and what did not change nothing, or it is no use. */
    private static void requireParts(Path path) throws PipelineException {
        if (path instanceof RemotePath place && !place.readsRanges()) {
            throw new PipelineException(
                    place
                            + ": indexing would download all objects of this store completely; use it as INPUT instead");
        }
    }

    /** What cannot be looked at may be there. */
    private boolean isThere(String path) {
        try {
            Files.readAttributes(
                    paths.path(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Something that is written into the index. */
    private interface Writing {
        boolean done() throws IOException;
    }

    /** Hands out what is below the folders, and then what was named. */
    private static final class Scan implements Batch.Source, AutoCloseable {

        private final long number;
        private final List<InputWalk> walks = new ArrayList<>();
        private final List<InputFile> named;
        private final Map<Path, String> problems = new TreeMap<>();
        private final AtomicLong odd = new AtomicLong();
        private final AtomicLong met = new AtomicLong();
        private final AtomicLong read = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();
        private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
        private int walk;
        private int next;

        Scan(long number, List<Path> folders, InputFiles.Found named) {
            this.number = number;
            this.named = named.files();
            problems.putAll(named.problems());
            odd.set(named.odd().size());
            for (Path folder : folders) {
                walks.add(InputWalk.of(folder, problems::put, path -> odd.incrementAndGet()));
            }
        }

        /** An index that cannot be written ends the run, whatever file was at hand. */
        boolean written(Writing writing) throws IOException {
            try {
                return writing.done();
            } catch (IOException e) {
                failure.compareAndSet(null, e);
                throw e;
            }
        }

        void requireWritten() throws IOException {
            IOException first = failure.get();
            if (first != null) {
                throw first;
            }
        }

        @Override
        public synchronized Batch.@Nullable Numbered next() throws IOException {
            requireWritten();
            while (walk < walks.size()) {
                InputFile file = walks.get(walk).next();
                if (file != null) {
                    return new Batch.Numbered(met.getAndIncrement(), file);
                }
                walk++;
            }
            return next < named.size()
                    ? new Batch.Numbered(met.getAndIncrement(), named.get(next++))
                    : null;
        }

        @Override
        public void close() throws IOException {
            for (InputWalk open : walks) {
                open.close();
            }
        }
    }

    private final class Step implements Batch.FileStep {

        private final Scan scan;

        Step(Scan scan) {
            this.scan = scan;
        }

        @Override
        public Optional<FileResult> work(InputFile input) throws IOException {
            String path = PathText.of(input.path());
            String root = PathText.of(input.folder());
            IndexedFile.Stamp stamp = stamp(input.path());
            if (scan.written(() -> index.isKnown(scan.number, path, root, stamp))) {
                return Optional.empty();
            }
            IndexedFile file = read(input, path, root, stamp);
            scan.written(
                    () -> {
                        index.put(scan.number, file);
                        return true;
                    });
            scan.read.incrementAndGet();
            return file.state() == IndexedFile.State.UNREADABLE
                    ? Optional.of(FileResult.failed(input.path(), file.reason()))
                    : Optional.empty();
        }

        /** By its listing, if it has one: it costs no request of its own. */
        private static IndexedFile.Stamp stamp(Path path) throws IOException {
            Optional<SourceObject> listed =
                    path instanceof RemotePath remote ? remote.listed() : Optional.empty();
            if (listed.isPresent()) {
                FileTime changed = FileTime.from(listed.get().changed());
                return new IndexedFile.Stamp(listed.get().size(), changed.to(TimeUnit.NANOSECONDS));
            }
            BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
            return new IndexedFile.Stamp(is.size(), is.lastModifiedTime().to(TimeUnit.NANOSECONDS));
        }

        /** Whatever a header does to its reader becomes the reason why it is not read. */
        @SuppressWarnings("CatchingUnchecked")
        private static IndexedFile read(
                InputFile input, String path, String root, IndexedFile.Stamp stamp) {
            try (DicomHeader header = DicomHeader.open(input.path())) {
                List<String> tags = IndexTags.of(header);
                return new IndexedFile(path, root, stamp, IndexedFile.State.DICOM, "", tags);
            } catch (DicomException e) {
                boolean other = e.isNotDicom() && stamp.size() > 0;
                return other
                        ? new IndexedFile(path, root, stamp, IndexedFile.State.OTHER, "", List.of())
                        : unreadable(path, root, stamp, e);
            } catch (Exception | OutOfMemoryError | StackOverflowError e) {
                return unreadable(path, root, stamp, e);
            }
        }

        private static IndexedFile unreadable(
                String path, String root, IndexedFile.Stamp stamp, Throwable why) {
            return new IndexedFile(
                    path,
                    root,
                    stamp,
                    IndexedFile.State.UNREADABLE,
                    FailureText.reason(why),
                    List.of());
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
