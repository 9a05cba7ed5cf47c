package org.pixelanon.pipeline.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.Sha256;
import org.pixelanon.model.FileHashes;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.NamedPaths;
import org.pixelanon.pipeline.format.PathText;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.sources.remote.RemotePath;
import org.pixelanon.store.work.WorkEnd;
import org.pixelanon.store.work.WorkFile;
import org.pixelanon.store.work.WorkList;

/**
 * The progress of a job, recorded file by file, so that it can be stopped or killed and resumed at
 * any time. The manifest is an append-only journal; during a run a work list made from it lies
 * beside it. Both contain paths and are readable by their owner only. Thread-safe.
 */
public final class Manifest implements Closeable {

    private static final String WORK = "-work";
    private static final int SALT_BYTES = 16;

    /** Which files of a manifest are processed again. */
    public enum Retry {
        /** None. */
        NONE,
        /** Those that failed. */
        FAILED,
        /** Those that failed or need review. */
        ALL
    }

    /**
     * A job.
     *
     * @param file the manifest
     * @param command what it does
     * @param version of the program
     * @param shard which share of the inputs
     * @param settings all that decides what becomes of a file
     * @param flushed whether the disk is waited for
     * @param readers who may read the manifest, if it is new
     * @param paths leads back to the inputs
     */
    public record Job(
            Path file,
            String command,
            String version,
            Shard shard,
            List<RunSetting> settings,
            boolean flushed,
            ReadAccess readers,
            NamedPaths paths) {

        /** Copies the list. */
        public Job {
            settings = List.copyOf(settings);
        }
    }

    private final Job job;
    private final Journal journal;
    private final WorkList work;
    private final long damaged;

    private Manifest(Job job, Journal journal, WorkList work, long damaged) {
        this.job = job;
        this.journal = journal;
        this.work = work;
        this.damaged = damaged;
    }

    /**
     * Begins a manifest, or goes on with one.
     *
     * @param job the job
     * @return the manifest, to be closed by the caller
     * @throws IOException if it is of another job, in use, damaged at its head, or not to be
     *     written
     */
    public static Manifest open(Job job) throws IOException {
        Journal journal = Journal.open(job.file(), job.readers(), job.flushed());
        WorkList work = null;
        boolean good = false;
        try {
            boolean isNew = journal.isEmpty();
            if (isNew) {
                journal.append(head(job, newSalt()).line());
            } else {
                requireHead(job, journal);
            }
            work = WorkList.begin(workFile(job.file()));
            WorkList ended = work;
            long damaged = journal.replay((at, text) -> replay(at, text, ended));
            journal.cut();
            good = true;
            return new Manifest(job, journal, work, damaged);
        } finally {
            if (!good) {
                try (Journal closing = journal) {
                    if (work != null) {
                        work.close();
                    }
                }
            }
        }
    }

    /**
     * The files that make up a manifest.
     *
     * @param file the manifest
     * @return it, and what lies beside it while a run works
     */
    public static List<Path> filesOf(Path file) {
        return List.of(file, workFile(file));
    }

    private static Path workFile(Path file) {
        return file.resolveSibling(file.getFileName() + WORK);
    }

    private static String newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private static JournalHead head(Job job, String salt) {
        Map<String, String> settings = new LinkedHashMap<>();
        job.settings().forEach(s -> settings.put(s.name(), s.hash(salt)));
        return new JournalHead(
                job.command(), job.version(), job.shard().toString(), salt, settings);
    }

    private static void requireHead(Job job, Journal journal) throws IOException {
        JournalHead.Read read = JournalHead.read(journal.headLine());
        Path file = job.file();
        JournalHead head = read.head();
        if (read.form() < 0 || !head.command().equals(job.command())) {
            throw new PipelineException(file + ": is not a manifest of this command");
        }
        if (read.form() > JournalHead.FORM) {
            throw new PipelineException(file + ": was written by a newer PixelAnon");
        }
        if (!head.shard().equals(job.shard().toString())) {
            throw new PipelineException(
                    file
                            + ": is the manifest of shard "
                            + head.shard()
                            + ", not of "
                            + job.shard()
                            + "; each shard needs its own manifest");
        }
        if (!head.version().equals(job.version())) {
            throw new PipelineException(
                    file
                            + ": was started by PixelAnon "
                            + head.version()
                            + ", this is "
                            + job.version()
                            + "; finish it with that version, or start a new manifest");
        }
        List<String> different = head.differences(head(job, head.salt()).settings());
        if (!different.isEmpty()) {
            throw new PipelineException(
                    file
                            + ": was started with other settings ("
                            + String.join(", ", different)
                            + "); use the same, or start a new manifest");
        }
    }

    /** The last line of a file counts. */
    private static void replay(long at, String text, WorkList work) throws IOException {
        JournalLine line = JournalLine.read(at, text);
        if (!line.key().isEmpty()) {
            work.end(line.key(), line.end());
        }
    }

    /**
     * Adds an input of the job.
     *
     * @param input the input
     * @throws IOException if it cannot be written
     */
    public void add(InputFile input) throws IOException {
        if (input.path() instanceof RemotePath place && !place.readsRanges()) {
            throw new PipelineException(
                    place
                            + ": this store cannot show what changed without fetching whole "
                            + "objects; run without --manifest");
        }
        String key = PathText.of(input.path());
        if (filesOf(job.file()).stream().noneMatch(own -> PathText.of(own).equals(key))) {
            String root = input.explicit() ? "" : PathText.of(input.folder());
            boolean mine = job.shard().takes(key);
            String named = PathText.asNamed(input.path());
            work.add(new WorkFile(key, named, PathText.asNamed(input.below()), root, mine));
        }
    }

    /**
     * Adds something that was named or met and cannot be an input.
     *
     * @param path where it is
     * @param reason why
     * @throws IOException if it cannot be written
     */
    public void addProblem(Path path, String reason) throws IOException {
        long now = System.currentTimeMillis();
        String outcome = Outcome.FAILED.label();
        work.end(PathText.of(path), new WorkEnd(outcome, reason, "", 0, now, -1));
    }

    /**
     * The inputs and what became of them.
     *
     * @return closed with this
     */
    public WorkList work() {
        return work;
    }

    /**
     * Lines that did not have their sums, and were skipped: their files are looked at again.
     *
     * @return how many
     */
    public long damagedLines() {
        return damaged;
    }

    /**
     * What leads from the texts of the manifest back to paths.
     *
     * @return paths of inputs
     */
    public NamedPaths paths() {
        return job.paths();
    }

    /** What a report says of an input, with paths as they are. */
    String line(WorkEnd end) throws IOException {
        return journal.lineAt(end.line());
    }

    /**
     * Whether what was written down of an input still holds, so that nothing is to be done: the
     * input has the size and time that it had, and so has its output, or at least the same bytes.
     *
     * @param input the input
     * @param end what was written down
     * @param retry which files are processed again although nothing changed
     * @return false if it is to be processed
     * @throws IOException if the manifest or the output cannot be read
     */
    public boolean stands(WorkFile input, WorkEnd end, Retry retry) throws IOException {
        boolean failed = end.outcome().equals(Outcome.FAILED.label());
        boolean review = end.outcome().equals(Outcome.NEEDS_REVIEW.label());
        if (end.line() < 0) {
            return true;
        }
        if ((failed && retry != Retry.NONE) || (review && retry == Retry.ALL)) {
            return false;
        }
        JournalLine line = JournalLine.read(end.line(), journal.lineAt(end.line()));
        return line.stamp().equals(FileStamp.of(job.paths().path(input.key())))
                && stands(line.copy());
    }

    private boolean stands(JournalLine.@Nullable Copy copy) throws IOException {
        if (copy == null) {
            return true;
        }
        Path path = job.paths().path(copy.path());
        FileStamp now = FileStamp.of(path, LinkOption.NOFOLLOW_LINKS);
        if (now.equals(copy.stamp())) {
            return true;
        }
        return now.size() == copy.stamp().size()
                && !copy.sha256().isEmpty()
                && copy.sha256().equals(sha256(path));
    }

    private static String sha256(Path path) throws IOException {
        try (ByteSource source = new ByteSource.OfFile(path)) {
            return Sha256.of(source);
        }
    }

    /**
     * Looks at an input before it is processed.
     *
     * @param input the input
     * @return what {@link #ended} is told again
     * @throws IOException if the file system does not answer
     */
    public FileStamp begin(InputFile input) throws IOException {
        return FileStamp.of(input.path());
    }

    /**
     * Writes down how the work on an input ended. Its output, if it has one, is in its place by
     * then.
     *
     * @param input the input
     * @param begun what it was before
     * @param result how it ended; null if it was met in a folder and is not DICOM
     * @throws IOException if it cannot be written
     */
    public void ended(InputFile input, FileStamp begun, @Nullable FileResult result)
            throws IOException {
        String key = PathText.of(input.path());
        WorkEnd end = end(input, result, work.place(key).orElse(""));
        long at = journal.append(new JournalLine(key, begun, copy(result), end).text(result));
        work.end(
                key,
                new WorkEnd(
                        end.outcome(), end.reason(), end.device(), end.seconds(), end.ended(), at));
    }

    private static WorkEnd end(InputFile input, @Nullable FileResult result, String place) {
        long now = Instant.now().toEpochMilli();
        return result == null
                ? new WorkEnd(WorkEnd.PASSED_OVER, "", "", 0, now, -1)
                : new WorkEnd(
                        result.outcome().label(),
                        withoutPaths(result.reason(), input.path(), place),
                        result.remarks().device(),
                        result.seconds(),
                        now,
                        -1);
    }

    /** So that the same reason of many files is one. */
    private static String withoutPaths(String reason, Path path, String place) {
        String text = reason;
        for (String name : List.of(place, path.toAbsolutePath().toString(), path.toString())) {
            text = name.isEmpty() ? text : text.replace(name + ": ", "").replace(name, "the file");
        }
        return text;
    }

    private static JournalLine.@Nullable Copy copy(@Nullable FileResult result) throws IOException {
        if (result == null || result.output().isEmpty()) {
            return null;
        }
        Path output = result.output().get();
        String sha256 = result.hashes().map(FileHashes::output).orElse("");
        return new JournalLine.Copy(
                PathText.of(output), FileStamp.of(output, LinkOption.NOFOLLOW_LINKS), sha256);
    }

    /** Closes the manifest; the work list is thrown away. */
    @Override
    public void close() throws IOException {
        try (journal) {
            work.close();
        }
    }
}
