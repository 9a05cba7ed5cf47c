package org.pixelanon.pipeline.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pixelanon.dicom.data.FileIdentity;
import org.pixelanon.model.source.PutCondition;
import org.pixelanon.model.source.SourceObject;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.HeldFolder;
import org.pixelanon.pipeline.atomic.PartFile;
import org.pixelanon.sources.remote.RemoteFileSystem;
import org.pixelanon.sources.remote.RemotePath;

/**
 * Outputs as objects: made and proven in a folder of the account alone, and stored when that is
 * done. An object is there whole or not at all, and is said to be written only when the store has
 * confirmed its checksum. Thread-safe.
 */
final class RemoteFolders implements OutputFolders {

    private final RemoteFileSystem system;
    private final Set<Path> published = new HashSet<>();
    private final AtomicBoolean swept = new AtomicBoolean();

    RemoteFolders(RemotePath place) {
        this.system = (RemoteFileSystem) place.getFileSystem();
    }

    @Override
    public void sweep(Path target) {
        if (swept.getAndSet(true)) {
            return; // all outputs begin in one folder
        }
        try (HeldFolder folder = HeldFolder.of(system.staging())) {
            PartFile.sweep(folder);
        } catch (IOException e) {
            // not to be reported here: whoever writes there will fail and say so
            System.getLogger(RemoteFolders.class.getName())
                    .log(System.Logger.Level.DEBUG, "part files left", e);
        }
    }

    @Override
    public PartFile begin(Path target) throws IOException {
        return PartFile.in(HeldFolder.of(system.staging()));
    }

    @Override
    public void create(PartFile part, Path target) throws IOException {
        put(part, target, new PutCondition.Absent(), APPEARED);
    }

    @Override
    public void replace(PartFile part, Path target) throws IOException {
        put(part, target, new PutCondition.Anything(), APPEARED);
    }

    @Override
    public void replace(PartFile part, Path target, FileIdentity known) throws IOException {
        String changed = "output changed during the run";
        Optional<SourceObject> now = system.connection().find(url(target).url());
        if (now.isEmpty() || !OutputFolders.standing(target).equals(Optional.of(known))) {
            throw new PipelineException(target + ": " + changed);
        }
        put(part, target, new PutCondition.Version(now.get().version()), changed);
    }

    /** Taken before it is stored, so that no two workers store one object. */
    private void put(PartFile part, Path target, PutCondition condition, String taken)
            throws IOException {
        if (!part.isAt(part.path())) {
            throw new PipelineException(target + ": its part file was replaced during the run");
        }
        take(target);
        boolean stored = false;
        try {
            system.connection().put(part.path(), url(target).url(), condition);
            stored = true;
        } catch (FileAlreadyExistsException e) {
            throw new PipelineException(target + ": " + taken, e);
        } finally {
            if (!stored) {
                release(target);
            }
        }
    }

    private static RemotePath url(Path target) {
        return (RemotePath) target;
    }

    private synchronized void take(Path target) throws PipelineException {
        if (!published.add(target)) {
            throw new PipelineException(target + ": " + SHARED);
        }
    }

    private synchronized void release(Path target) {
        published.remove(target);
    }

    @Override
    public void keep(Path target) throws IOException {
        take(target);
    }

    @Override
    public void force(Path file) {
        // what is stored is confirmed by the store
    }

    @Override
    public void forceName(Path target) {
        // as above
    }
}
