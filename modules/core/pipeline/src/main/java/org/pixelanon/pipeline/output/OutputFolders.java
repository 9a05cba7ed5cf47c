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
import org.pixelanon.pipeline.atomic.HeldFolder;
import org.pixelanon.pipeline.atomic.PartFile;

/**
 * The folders into which one run writes: makes them, keeps them free of what killed runs left, and
 * gives outputs their names. No output is written through a symbolic link below the output folder,
 * none takes the place of another of this run, and without leave none takes any file's place.
 * Thread-safe.
 */
public final class OutputFolders {

    private static final System.Logger LOG = System.getLogger(OutputFolders.class.getName());

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
        targets.stream()
                .filter(target -> Files.isDirectory(folderOf(target)))
                .filter(target -> !swept.contains(folderOf(target)))
                .forEach(this::sweepBeside);
    }

    private void sweepBeside(Path target) {
        try (HeldFolder folder = hold(target)) {
            sweepOnce(folder);
        } catch (IOException e) {
            // not to be reported here: whoever writes there will fail and say so
            LOG.log(System.Logger.Level.DEBUG, "part files left", e);
        }
    }

    private void sweepOnce(HeldFolder folder) {
        if (swept.add(folder.name())) {
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
        if (!layout.inPlace()) {
            makeOut(layout.folder().toAbsolutePath());
        }
        HeldFolder folder = hold(target);
        boolean swept = false;
        try {
            sweepOnce(folder);
            swept = true;
        } finally {
            if (!swept) {
                folder.close();
            }
        }
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

    /**
     * The folder of a target, made if need be. Below the output folder it is not reached through
     * links, also if they come while it is opened.
     */
    private HeldFolder hold(Path target) throws IOException {
        if (layout.inPlace()) {
            return HeldFolder.of(folderOf(target));
        }
        requireNoLink(target);
        Path out = layout.folder().toAbsolutePath();
        HeldFolder held = HeldFolder.of(out);
        for (Path name : out.relativize(folderOf(target))) {
            if (!name.toString().isEmpty()) {
                try (HeldFolder above = held) {
                    make(above.path().resolve(name));
                    held = above.child(name);
                }
            }
        }
        return held;
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
        Path place = placeOf(part, target);
        try {
            disk.create(part.path(), place);
        } catch (FileAlreadyExistsException e) {
            String why = isOurs(place) ? SHARED : "output appeared meanwhile";
            throw new PipelineException(target + ": " + why, e);
        }
        Object key = keyOf(place);
        published.add(key);
        boolean there = false;
        try {
            requireThere(part, target);
            there = true;
        } finally {
            if (!there) {
                Files.deleteIfExists(place); // nobody would know of it
                published.remove(key);
            }
        }
    }

    /**
     * Gives an output its name, whatever has it, except an output of this run.
     *
     * @param part the output
     * @param target its place
     * @throws IOException if an output of this run has the name, or it cannot be given
     */
    public synchronized void replace(PartFile part, Path target) throws IOException {
        Path place = placeOf(part, target);
        if (isOurs(place)) {
            throw new PipelineException(target + ": " + SHARED);
        }
        disk.replace(part.path(), place);
        published.add(keyOf(place));
        requireThere(part, target);
    }

    private Path placeOf(PartFile part, Path target) throws IOException {
        if (!part.isAt(part.path())) {
            throw new PipelineException(target + ": its part file was replaced meanwhile");
        }
        requireNoLink(target);
        return part.beside(target);
    }

    /** The folder in which the output began need not be the one that has the name in the end. */
    private void requireThere(PartFile part, Path target) throws IOException {
        requireNoLink(target);
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS) || !part.isAt(target)) {
            throw new PipelineException(target + ": its folder was replaced meanwhile");
        }
    }

    /** Gives an output the name of a file that was looked at, if it is still that. */
    synchronized void replace(PartFile part, Path target, FileIdentity known) throws IOException {
        if (!standing(part.beside(target)).equals(Optional.of(known))) {
            throw new PipelineException(target + ": output changed meanwhile");
        }
        replace(part, target);
    }

    /** Notes that an output of an earlier run is kept for an input. */
    synchronized void keep(Path target) throws IOException {
        requireNoLink(target);
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
