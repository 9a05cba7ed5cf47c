package org.pixelanon.pipeline.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.PlainFile;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.sources.remote.RemotePath;
import org.pixelanon.store.DatabaseFiles;

/**
 * The lists and reports that a command writes besides its copies, and what they must not overwrite:
 * anything else that the command reads or writes, under whatever path, and any DICOM file or
 * database. Checked before the work begins. Not thread-safe.
 */
public final class SideOutputs {

    private static final int PREAMBLE = 128;
    private static final byte[] DICOM = "DICM".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** Many paths, one at a time. */
    @FunctionalInterface
    public interface Many {

        /**
         * Hands them on.
         *
         * @param taker takes each
         * @throws IOException if they cannot be read
         */
        void each(OutputPlaces.Taker taker) throws IOException;
    }

    /** A question about a path. */
    private interface Question {
        boolean ask(Path path) throws IOException;
    }

    private static boolean any(List<Many> of, Question question) throws IOException {
        boolean[] found = new boolean[1];
        for (Many many : of) {
            many.each(path -> found[0] = found[0] || question.ask(path));
        }
        return found[0];
    }

    /** A file and what it is. */
    private record Named(String what, Path path) {}

    private final List<Named> written = new ArrayList<>();
    private final List<Named> kept = new ArrayList<>();
    private final List<Many> inputs = new ArrayList<>();
    private final List<Many> targets = new ArrayList<>();
    private final List<Path> made = new ArrayList<>();

    /**
     * Adds a file that is written.
     *
     * @param option what names it, as {@code --report}
     * @param path the file; null if there is none
     * @return this
     */
    public SideOutputs writes(String option, @Nullable Path path) {
        if (path != null) {
            written.add(new Named(option, path));
        }
        return this;
    }

    /**
     * Adds a file that is read.
     *
     * @param what what it is, as "the list that is read"
     * @param path the file, or a folder whose files are read; null if there is none
     * @return this
     */
    public SideOutputs keeps(String what, @Nullable Path path) {
        if (path != null) {
            kept.add(new Named(what, path));
        }
        return this;
    }

    /**
     * Adds a database and the files that SQLite keeps beside it.
     *
     * @param folderOrFile as it is opened
     * @return this
     */
    public SideOutputs keepsDatabase(Path folderOrFile) {
        DatabaseFiles.of(folderOrFile).forEach(file -> keeps("the database", file));
        return this;
    }

    /**
     * Adds the inputs of a run and the lists that name them.
     *
     * @param found the inputs
     * @return this
     */
    public SideOutputs keeps(InputFiles.Found found) {
        inputs.add(
                taker -> {
                    for (InputFile file : found.files()) {
                        if (!RemotePath.is(file.path())) {
                            taker.place(file.path());
                        }
                    }
                });
        found.lists().forEach(list -> keeps("a list of inputs", list));
        return this;
    }

    /**
     * Adds the outputs of a run.
     *
     * @param layout where they go
     * @param found the inputs
     * @return this
     */
    public SideOutputs keepsTargets(OutputLayout layout, InputFiles.Found found) {
        if (!layout.inPlace()) {
            made.add(layout.folder().toAbsolutePath().normalize());
        }
        OutputPlaces local = layout.assign(found.files());
        targets.add(
                taker ->
                        local.each(
                                place -> {
                                    if (!RemotePath.is(place)) {
                                        taker.place(place);
                                    }
                                }));
        return this;
    }

    /**
     * Adds the inputs and outputs of a run that holds none of them in memory.
     *
     * @param layout where outputs go
     * @param of the inputs
     * @param places their outputs
     * @return this
     */
    public SideOutputs keepsAll(OutputLayout layout, Many of, OutputPlaces places) {
        made.add(layout.folder().toAbsolutePath().normalize());
        inputs.add(of);
        targets.add(places::each);
        return this;
    }

    /**
     * Looks at all files that are to be written.
     *
     * @return why the first of them must not be; empty if all may
     * @throws PipelineException if one of them cannot be written or a file cannot be examined
     */
    public Optional<String> problem() throws PipelineException {
        for (int i = 0; i < written.size(); i++) {
            Named file = written.get(i);
            try {
                Optional<String> problem = problem(file.path());
                if (problem.isPresent()) {
                    return Optional.of(file.what() + ": " + file.path() + ": " + problem.get());
                }
                for (Named other : written.subList(0, i)) {
                    if (isSame(file.path(), other.path())) {
                        return Optional.of(
                                file.what() + " and " + other.what() + " name the same file");
                    }
                }
            } catch (PipelineException e) {
                throw e;
            } catch (IOException e) {
                throw new PipelineException(file.path() + ": cannot be examined", e);
            }
        }
        return Optional.empty();
    }

    private Optional<String> problem(Path file) throws IOException {
        Optional<String> place = misplaced(file);
        if (place.isPresent()) {
            return place;
        }
        for (Named other : kept) {
            boolean below = Files.isDirectory(other.path()) && isIn(other.path(), file);
            if (below || isSame(file, other.path())) {
                return Optional.of("is " + other.what());
            }
        }
        if (any(targets, t -> isAtOrAbove(file, t) || (isNamedAlike(file, t) && isSame(file, t)))) {
            return Optional.of("is an output of this run");
        }
        requireWritable(file);
        return Files.exists(file) ? problemOfReplacing(file) : Optional.empty();
    }

    /** Said now and not when all the work is done. */
    private void requireWritable(Path file) throws PipelineException {
        Path folder = OutputFolders.folderOf(file).normalize();
        boolean later = !Files.exists(folder) && made.stream().anyMatch(folder::startsWith);
        if (!later && !(Files.isDirectory(folder) && Files.isWritable(folder))) {
            throw new PipelineException(file + ": cannot be written");
        }
    }

    /** Why no file can be made there, whatever is read. */
    private static Optional<String> misplaced(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            return Optional.of("is a folder");
        }
        return PlainFile.refusal(file);
    }

    private Optional<String> problemOfReplacing(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        if (any(inputs, i -> key == null ? isSame(file, i) : key.equals(key(i)))) {
            return Optional.of("is an input");
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(PREAMBLE + DICOM.length);
        }
        if (holds(head, PREAMBLE, DICOM)) {
            return Optional.of("is a DICOM file and is not overwritten by lists or reports");
        }
        return holds(head, 0, SQLITE)
                ? Optional.of("is a database and is not overwritten by lists or reports")
                : Optional.empty();
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAttributes(file, BasicFileAttributes.class).fileKey()
                : null;
    }

    private static boolean holds(byte[] head, int at, byte[] wanted) {
        return head.length >= at + wanted.length
                && Arrays.equals(head, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static boolean isIn(Path folder, Path file) throws IOException {
        return Files.exists(file) && place(file).startsWith(place(folder));
    }

    private static boolean isAtOrAbove(Path file, Path target) {
        return target.toAbsolutePath().normalize().startsWith(file.toAbsolutePath().normalize());
    }

    private static boolean isNamedAlike(Path a, Path b) {
        return String.valueOf(a.getFileName()).equalsIgnoreCase(String.valueOf(b.getFileName()));
    }

    private static boolean isSame(Path a, Path b) throws IOException {
        if (Files.exists(a) && Files.exists(b)) {
            return Files.isSameFile(a, b);
        }
        return place(a).equals(place(b));
    }

    /** Where a file is or would be, with all links on the way there followed. */
    private static Path place(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        for (Path known = absolute; known != null; known = known.getParent()) {
            if (Files.exists(known)) {
                return known.toRealPath().resolve(known.relativize(absolute)).normalize();
            }
        }
        return absolute;
    }
}
