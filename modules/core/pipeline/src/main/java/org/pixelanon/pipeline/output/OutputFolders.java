package org.pixelanon.pipeline.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pixelanon.dicom.data.FileIdentity;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.PartFile;

/**
 * The folders into which one run writes: makes them, keeps them free of what killed runs left, and
 * gives outputs their names. No output is written through a symbolic link below the output folder,
 * none takes the place of another of this run, and without leave none takes any file's place.
 * Thread-safe.
 */
public final class OutputFolders {

    private static final String SHARED = "another input has the same output";

    private final OutputLayout layout;
    private final Disk disk;
    private final Set<Path> swept = ConcurrentHashMap.newKeySet();
    private final Set<Object> published = new HashSet<>();

    OutputFolders(OutputLayout layout, Disk disk) {
        this.layout = layout;
        this.disk = disk;
    }

    /**
     * The folders of a run that waits for the disk as its layout says.
     *
     * @param layout where outputs go
     * @return its folders
     */
    public static OutputFolders of(OutputLayout layout) {
        return new OutputFolders(layout, Disk.of(layout.flushed()));
    }

    /**
     * The folders of a run that waits for no disk.
     *
     * @param layout where outputs go
     * @return its folders
     */
    public static OutputFolders unflushed(OutputLayout layout) {
        return new OutputFolders(layout, Disk.of(false));
    }

    /**
     * Removes what killed runs left beside places where this run is to write.
     *
     * @param targets the places
     */
    public void sweep(Collection<Path> targets) {
        targets.stream().map(OutputFolders::folderOf).distinct().forEach(this::sweepOnce);
    }

    private void sweepOnce(Path folder) {
        if (swept.add(folder) && Files.isDirectory(folder)) {
            PartFile.sweep(folder);
        }
    }

    static Path folderOf(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        return folder == null ? target.toAbsolutePath() : folder;
    }

    /**
     * Begins an output beside its place.
     *
     * @param target its place
     * @return an empty file, to be closed by the caller
     * @throws IOException if its folder cannot be made or written
     */
    public PartFile begin(Path target) throws IOException {
        Path folder = folderOf(target);
        if (!layout.inPlace()) {
            makeOut(layout.folder().toAbsolutePath());
            makeBelow(target);
        }
        sweepOnce(folder);
        return PartFile.in(folder);
    }

    /** The output folder may be a link, and so may those above it. */
    private void makeOut(Path folder) throws IOException {
        Path above = folder.getParent();
        if (Files.isDirectory(folder) || above == null) {
            return;
        }
        makeOut(above);
        if (!make(folder) && !Files.isDirectory(folder)) {
            throw new PipelineException(folder + ": is no folder");
        }
    }

    private void makeBelow(Path target) throws IOException {
        Path folder = layout.folder();
        for (Path name : layout.folder().relativize(target)) {
            folder = folder.resolve(name);
            if (folder.equals(target)) {
                break;
            }
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                make(folder);
            }
        }
        requireNoLink(target);
    }

    /** Makes one folder. False if something has its name. */
    private boolean make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        disk.forceNames(folderOf(folder));
        return true;
    }

    private void requireNoLink(Path target) throws IOException {
        Optional<String> obstacle = layout.obstacle(target);
        if (obstacle.isPresent()) {
            throw new PipelineException(target + ": " + obstacle.get());
        }
    }

    /** What is at a place now; empty if nothing is. */
    static Optional<FileIdentity> standing(Path target) throws IOException {
        try {
            return Optional.of(FileIdentity.of(target, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Gives an output its name if that is free.
     *
     * @param part the output
     * @param target its place
     * @throws IOException if something has the name meanwhile, or it cannot be given
     */
    public synchronized void create(PartFile part, Path target) throws IOException {
        part.requireOwn();
        requireNoLink(target);
        try {
            disk.create(part.path(), target);
        } catch (FileAlreadyExistsException e) {
            String why = isOurs(target) ? SHARED : "output appeared meanwhile";
            throw new PipelineException(target + ": " + why, e);
        }
        published.add(keyOf(target));
    }

    /**
     * Gives an output its name, whatever has it, except an output of this run.
     *
     * @param part the output
     * @param target its place
     * @throws IOException if an output of this run has the name, or it cannot be given
     */
    public synchronized void replace(PartFile part, Path target) throws IOException {
        part.requireOwn();
        requireNoLink(target);
        if (isOurs(target)) {
            throw new PipelineException(target + ": " + SHARED);
        }
        disk.replace(part.path(), target);
        published.add(keyOf(target));
    }

    /** Gives an output the name of a file that was looked at, if it is still that. */
    synchronized void replace(PartFile part, Path target, FileIdentity known) throws IOException {
        if (!standing(target).equals(Optional.of(known))) {
            throw new PipelineException(target + ": output changed meanwhile");
        }
        replace(part, target);
    }

    /** Notes that an output of an earlier run is kept for an input. */
    synchronized void keep(Path target) throws IOException {
        if (!published.add(keyOf(target))) {
            throw new PipelineException(target + ": " + SHARED);
        }
    }

    private boolean isOurs(Path target) throws IOException {
        return Files.exists(target, LinkOption.NOFOLLOW_LINKS) && published.contains(keyOf(target));
    }

    /** Two names of one file have one key, as in folders that do not tell case or accents apart. */
    private static Object keyOf(Path target) throws IOException {
        Object key =
                Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .fileKey();
        return key != null ? key : target.toRealPath(LinkOption.NOFOLLOW_LINKS);
    }

    /** Flushes a written file. */
    void force(Path file) throws IOException {
        disk.force(file);
    }

    /**
     * Flushes the name of an output.
     *
     * @param target its place
     * @throws IOException if the disk does not say that it is done
     */
    public void forceName(Path target) throws IOException {
        disk.forceNames(folderOf(target));
    }
}
