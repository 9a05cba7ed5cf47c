package org.pixelanon.pipeline.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pixelanon.dicom.data.FileIdentity;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.HeldFolder;
import org.pixelanon.pipeline.atomic.PartFile;
import org.pixelanon.sources.remote.RemotePath;

/**
 * The folders that a run writes to: creates them, removes what killed runs left, and gives outputs
 * their names. No output is written through a symbolic link below the output folder, none replaces
 * another of this run, and none replaces any file without permission. Thread-safe.
 */
final class LocalFolders implements OutputFolders {

    private static final System.Logger LOG = System.getLogger(LocalFolders.class.getName());

    private final OutputLayout layout;
    private final Disk disk;
    private final Set<Path> swept = ConcurrentHashMap.newKeySet();
    private final PublishedKeys published = new PublishedKeys();

    LocalFolders(OutputLayout layout, Disk disk) {
        this.layout = layout;
        this.disk = disk;
    }

    @Override
    public void sweep(Path target) {
        if (RemotePath.is(target)) {
            return; // in place: refused, each with its reason
        }
        Path folder = OutputFolders.folderOf(target);
        if (!swept.contains(folder) && Files.isDirectory(folder)) {
            sweepBeside(target);
        }
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

    @Override
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
            throw new PipelineException(folder + ": is not a folder");
        }
    }

    /**
     * The folder of a target, made if need be. Below the output folder it is not reached through
     * links, also if they come while it is opened.
     */
    private HeldFolder hold(Path target) throws IOException {
        if (layout.inPlace()) {
            return HeldFolder.of(OutputFolders.folderOf(target));
        }
        requireNoLink(target);
        Path out = layout.folder().toAbsolutePath();
        HeldFolder held = HeldFolder.of(out);
        for (Path name : out.relativize(OutputFolders.folderOf(target))) {
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
        disk.forceNames(OutputFolders.folderOf(folder));
        return true;
    }

    private void requireNoLink(Path target) throws IOException {
        Optional<String> obstacle = layout.obstacle(target);
        if (obstacle.isPresent()) {
            throw new PipelineException(target + ": " + obstacle.get());
        }
    }

    @Override
    public synchronized void create(PartFile part, Path target) throws IOException {
        Path place = placeOf(part, target);
        try {
            disk.create(part.path(), place);
        } catch (FileAlreadyExistsException e) {
            String why = isOurs(place) ? SHARED : APPEARED;
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

    @Override
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
            throw new PipelineException(target + ": its part file was replaced during the run");
        }
        requireNoLink(target);
        return part.beside(target);
    }

    /** The folder in which the output began need not be the one that has the name in the end. */
    private void requireThere(PartFile part, Path target) throws IOException {
        requireNoLink(target);
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS) || !part.isAt(target)) {
            throw new PipelineException(target + ": its folder was replaced during the run");
        }
    }

    @Override
    public synchronized void replace(PartFile part, Path target, FileIdentity known)
            throws IOException {
        if (!OutputFolders.standing(part.beside(target)).equals(Optional.of(known))) {
            throw new PipelineException(target + ": output changed during the run");
        }
        replace(part, target);
    }

    @Override
    public synchronized void keep(Path target) throws IOException {
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

    @Override
    public void force(Path file) throws IOException {
        disk.force(file);
    }

    @Override
    public void forceName(Path target) throws IOException {
        disk.forceNames(OutputFolders.folderOf(target));
    }
}
