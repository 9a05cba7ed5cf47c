package org.pixelanon.pipeline.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.FileIdentity;
import org.pixelanon.model.Decision;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.report.FileResult;

/**
 * Turns the decisions about a file into its verified output, or into the reason why there is none.
 * Thread-safe.
 */
public final class OutputWriter {

    /**
     * Told of a proven copy before it is published, and once more, with outcome Failed, if it could
     * not be.
     */
    @FunctionalInterface
    public interface Record {

        /**
         * Writes down how the work on a file ends.
         *
         * @param result the result
         * @throws IOException if it cannot be written; then the copy is not published
         */
        void write(FileResult result) throws IOException;
    }

    private static final int MAX_LOOKS = 10;

    private final OutputLayout layout;
    private final boolean resume;
    private final OutputPlaces assigned;
    private final OutputFolders folders;
    private final Draft.Setting setting;

    /** What stood in the place of an output when the work on its input began. */
    private final Map<InputFile, FileIdentity> standing = new ConcurrentHashMap<>();

    /**
     * Prepares the outputs of a run.
     *
     * @param options what is written
     * @param inputs all inputs of the run
     * @param done says which files a person marked done
     * @param hash whether inputs and outputs are hashed
     */
    public OutputWriter(
            WritingOptions options, List<InputFile> inputs, DoneMarks done, boolean hash) {
        this(options, inputs, done, hash, Disk.of(options.layout().flushed()));
    }

    /**
     * Prepares the outputs of a run whose places are known.
     *
     * @param options what is written
     * @param places where outputs go
     * @param done says which files a person marked done
     * @param hash whether inputs and outputs are hashed
     */
    public OutputWriter(WritingOptions options, OutputPlaces places, DoneMarks done, boolean hash) {
        this(options, places, done, hash, Disk.of(options.layout().flushed()));
    }

    OutputWriter(
            WritingOptions options,
            List<InputFile> inputs,
            DoneMarks done,
            boolean hash,
            Disk disk) {
        this(options, options.layout().assign(inputs), done, hash, disk);
    }

    private OutputWriter(
            WritingOptions options, OutputPlaces places, DoneMarks done, boolean hash, Disk disk) {
        this.layout = options.layout();
        this.resume = options.resume();
        this.folders = OutputFolders.of(layout, disk);
        this.assigned = places;
        this.setting =
                new Draft.Setting(
                        options.redaction(), options.acceptUnprocessed(), done, folders, hash);
    }

    /**
     * Why an input can have no output, asked before any work is done on it.
     *
     * @param input the input
     * @return the reason; empty if it may have one
     * @throws IOException if the file system does not answer
     */
    public Optional<String> refusal(InputFile input) throws IOException {
        String problem = assigned.problem(input);
        if (problem != null) {
            return Optional.of(problem);
        }
        Path target = targetOf(input);
        Optional<String> refusal = layout.refusal(input, target, resume);
        if (refusal.isEmpty()) {
            OutputFolders.standing(target).ifPresent(is -> standing.put(input, is));
        }
        return refusal;
    }

    /**
     * Removes what killed runs left where this one is to write.
     *
     * @throws IOException if the places cannot be read
     */
    public void sweep() throws IOException {
        assigned.each(folders::sweep);
    }

    /** Forgets an input that nothing is written of any more. */
    public void leave(InputFile input) {
        standing.remove(input);
    }

    private Path targetOf(InputFile input) throws IOException {
        Path target = assigned.target(input);
        if (target == null) {
            throw new PipelineException(input.path() + ": has no output");
        }
        return target;
    }

    /**
     * What is to become of a file, short of writing: used by dry runs.
     *
     * @param input the input
     * @param file it, open
     * @param decisions what was decided about it
     * @return a result without output
     * @throws IOException if the file cannot be read, or is another by now
     */
    public FileResult planned(InputFile input, DicomFile file, List<Decision> decisions)
            throws IOException {
        file.requireUnchanged();
        Draft draft = new Draft(setting, input, file, decisions);
        Optional<FileResult> review = draft.review();
        return review.isPresent() ? review.get() : draft.planned();
    }

    /**
     * Writes, proves, looks again and publishes.
     *
     * @param input the input
     * @param file it, open
     * @param decided what was decided about it
     * @param look looks at the copy before it is published
     * @param record told of the proven copy before it is published
     * @return what became of the file
     * @throws IOException if it cannot be read, or the copy not be written, proven or published
     */
    public FileResult write(
            InputFile input, DicomFile file, List<Decision> decided, SecondLook look, Record record)
            throws IOException {
        Path target = targetOf(input);
        FileIdentity before = standing.remove(input);
        List<Decision> decisions = new ArrayList<>(decided);
        for (int round = 1; round <= MAX_LOOKS; round++) {
            file.requireUnchanged(); // whatever is said now would be said of another file
            Draft draft = new Draft(setting, input, file, decisions);
            Optional<FileResult> review = draft.review();
            if (review.isPresent()) {
                return review.get();
            }
            Optional<FileResult> kept =
                    resume ? draft.keepExisting(target, look) : Optional.empty();
            if (kept.isPresent()) {
                folders.keep(target);
                folders.force(target); // the run that made it may have been killed before
                file.requireUnchanged();
                record.write(kept.get());
                return named(kept.get(), target);
            }
            try (VerifiedOutput output = draft.make(target)) {
                List<Decision> more = draft.lookAgain(look, output.part());
                if (more.isEmpty()) {
                    return named(
                            published(
                                    draft.published(target, output), file, output, before, record),
                            target);
                }
                decisions.addAll(more);
            }
        }
        return new Draft(setting, input, file, decisions)
                .toReview("text is still found after " + MAX_LOOKS + " rounds of redaction");
    }

    /**
     * Bytes, then rows, then the name, each on the disk before the next: whenever an output exists,
     * it is whole and its rectangles and its proof are in the database. The input is looked at once
     * more immediately before the name is given; what is put in its place within the microseconds
     * between is not seen, and in place it is lost.
     */
    private FileResult published(
            FileResult proven,
            DicomFile file,
            VerifiedOutput output,
            @Nullable FileIdentity before,
            Record record)
            throws IOException {
        output.force();
        file.requireUnchanged(); // rows of what was found must not be those of another file
        record.write(proven);
        boolean done = false;
        try {
            file.requireUnchanged();
            give(output, before);
            done = true;
        } finally {
            if (!done) {
                record.write(FileResult.failed(proven.input(), "could not be moved into place"));
            }
        }
        return layout.overwrite() && before != null
                ? proven.noting("replaced an output that existed (--overwrite)")
                : proven;
    }

    private void give(VerifiedOutput output, @Nullable FileIdentity before) throws IOException {
        if (layout.inPlace() || layout.overwrite()) {
            output.replace();
        } else if (resume && before != null) {
            output.replace(before);
        } else {
            output.create();
        }
    }

    /** The last step before a file is said to be written. */
    private FileResult named(FileResult result, Path target) {
        try {
            folders.forceName(target);
            return result;
        } catch (IOException e) {
            // it is there and proven; the disk does not promise that it will be after a power
            // failure
            return result.noting("its folder could not be flushed to the disk");
        }
    }
}
