package org.pixelanon.pipeline.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.blank.BlankProof;
import org.pixelanon.dicom.blank.Blanker;
import org.pixelanon.dicom.data.FileIdentity;
import org.pixelanon.dicom.redact.CopyDigests;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.FileHashes;
import org.pixelanon.model.FileRights;
import org.pixelanon.model.Verification;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.PartFile;

/**
 * An output in progress: written beside its target under a temporary name, proven there, then
 * renamed. Closing it earlier deletes it; a killed process leaves a part file that never contained
 * an unredacted rectangle and that the next run removes.
 */
public final class VerifiedOutput implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(VerifiedOutput.class.getName());

    private final PartFile part;
    private final Path target;
    private final OutputFolders folders;
    private final Proof proof;
    private boolean published;

    private VerifiedOutput(PartFile part, Path target, OutputFolders folders, Proof proof) {
        this.part = part;
        this.target = target;
        this.folders = folders;
        this.proof = proof;
    }

    /**
     * What is known of a written file.
     *
     * @param verification what was compared
     * @param notes what was dropped or decompressed
     * @param hashes of the bytes that were read and written, if they were asked for
     */
    private record Proof(
            Verification verification, List<String> notes, Optional<FileHashes> hashes) {}

    /** Writes a part file and looks at it. */
    private interface Making {
        Proof in(Path part) throws IOException;
    }

    /** Writes and proves a redacted copy. */
    static VerifiedOutput redact(
            DicomFile source,
            RedactionTargets targets,
            RedactionPolicy policy,
            Path target,
            OutputFolders folders,
            boolean hash)
            throws IOException {
        return proven(
                source,
                target,
                folders,
                part -> {
                    try (CopyDigests digests = hash ? CopyDigests.of(source) : null) {
                        List<String> notes =
                                new Redactor().write(source, targets, policy, part, digests);
                        Optional<FileHashes> hashes = hashes(digests, part);
                        return new Proof(
                                new Verifier().verify(source, part, targets, policy),
                                notes,
                                hashes);
                    }
                });
    }

    /** Writes and proves a copy of the file that was opened, byte for byte. */
    static VerifiedOutput copy(DicomFile source, Path target, OutputFolders folders, boolean hash)
            throws IOException {
        return proven(
                source,
                target,
                folders,
                part -> {
                    try (CopyDigests digests = hash ? CopyDigests.of(source) : null) {
                        new Redactor()
                                .write(
                                        source,
                                        RedactionTargets.NONE,
                                        RedactionPolicy.DEFAULT,
                                        part,
                                        digests);
                        Optional<FileHashes> hashes = hashes(digests, part);
                        return new Proof(
                                new Verifier().verifyCopy(source, part), List.of(), hashes);
                    }
                });
    }

    /**
     * Writes and proves a blank copy.
     *
     * @param source the file, open
     * @param salt a secret that goes into hashed UIDs, names and numbers
     * @param target the place of the copy
     * @param folders where it goes
     * @return the copy, to be published and closed by the caller
     * @throws IOException if it cannot be written or proven
     */
    public static VerifiedOutput blank(
            DicomFile source, String salt, Path target, OutputFolders folders) throws IOException {
        return proven(
                source,
                target,
                folders,
                part -> {
                    new Blanker().write(source, salt, part);
                    return new Proof(
                            new BlankProof().verify(source, part), List.of(), Optional.empty());
                });
    }

    private static Optional<FileHashes> hashes(@Nullable CopyDigests digests, Path part)
            throws IOException {
        return digests == null ? Optional.empty() : Optional.of(digests.finish(part));
    }

    private static VerifiedOutput proven(
            DicomFile source, Path target, OutputFolders folders, Making making)
            throws IOException {
        PartFile part = folders.begin(target);
        boolean proven = false;
        try {
            Proof proof = making.in(part.path());
            if (!proof.verification().passed()) {
                throw new PipelineException(
                        target
                                + ": written copy was not verified: "
                                + String.join("; ", proof.verification().problems()));
            }
            admit(source.path(), part.path(), target);
            proven = true;
            return new VerifiedOutput(part, target, folders, proof);
        } finally {
            if (!proven) {
                part.close();
            }
        }
    }

    /**
     * Opens a proven part, which nobody but its owner could read until now, to those who may read
     * the original. In place also owner and group stay what they were; whoever runs this must not
     * become the owner of other people's files.
     */
    private static void admit(Path source, Path part, Path target) throws IOException {
        Optional<FileRights> rights = FileRights.of(source);
        if (rights.isEmpty()) {
            return;
        }
        if (!Files.exists(target) || !Files.isSameFile(source, target)) {
            rights.get().giveMode(part);
            return;
        }
        try {
            rights.get().giveAll(part);
        } catch (FileSystemException e) {
            throw new PipelineException(
                    target + ": its owner or group cannot be kept, so it is not replaced", e);
        }
    }

    /** The file before it has its name, to be looked at once more. */
    Path part() {
        return part.path();
    }

    /**
     * The proof on what was written.
     *
     * @return what was compared
     */
    public Verification verification() {
        return proof.verification();
    }

    Optional<FileHashes> hashes() {
        return proof.hashes();
    }

    List<String> notes() {
        return proof.notes();
    }

    /**
     * Sees to it that the proven bytes survive a power failure, before anything says so.
     *
     * @throws IOException if the disk does not say that it is done
     */
    public void force() throws IOException {
        folders.force(part.path());
    }

    /**
     * Gives the proven file its name, which must be free.
     *
     * @throws IOException if it is not, or cannot be given
     */
    public void create() throws IOException {
        folders.create(part, target);
        published = true;
    }

    /**
     * Gives the proven file its name, whatever has it.
     *
     * @throws IOException if it cannot be given
     */
    public void replace() throws IOException {
        folders.replace(part, target);
        published = true;
    }

    /** Gives the proven file its name in the place of a file that was looked at. */
    void replace(FileIdentity known) throws IOException {
        folders.replace(part, target, known);
        published = true;
    }

    @Override
    public void close() throws IOException {
        try {
            part.close();
        } catch (IOException e) {
            if (!published) {
                throw e;
            }
            // its second name is a part file, which the next run removes
            LOG.log(System.Logger.Level.DEBUG, "part file left", e);
        }
    }
}
