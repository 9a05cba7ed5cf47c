package org.pixelanon.pipeline;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.UUID;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.RedactionPolicy;
import org.pixelanon.dicom.RedactionTargets;
import org.pixelanon.dicom.Redactor;
import org.pixelanon.dicom.Verifier;
import org.pixelanon.model.Verification;

/**
 * An output that is being made: written beside its target under a name of its own, proven there,
 * and moved into place by {@link #publish}. Closed without that, it is deleted; killed, it stays as
 * a part file that never held an unredacted rectangle and that the next run removes.
 */
final class VerifiedOutput implements AutoCloseable {

    private static final String PREFIX = ".pixelanon-";
    private static final String SUFFIX = ".part";

    private final Path part;
    private final Path target;
    private final Verification verification;
    private final List<String> notes;

    private VerifiedOutput(Path part, Path target, Verification verification, List<String> notes) {
        this.part = part;
        this.target = target;
        this.verification = verification;
        this.notes = notes;
    }

    /** Writes and proves a redacted copy. */
    static VerifiedOutput redact(
            DicomFile source, RedactionTargets targets, RedactionPolicy policy, Path target)
            throws IOException {
        Path part = newPart(target);
        boolean proven = false;
        try {
            List<String> notes = new Redactor().write(source, targets, policy, part);
            Verification verification = new Verifier().verify(source, part, targets, policy);
            require(verification, target);
            proven = true;
            return new VerifiedOutput(part, target, verification, notes);
        } finally {
            if (!proven) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** Writes and proves a copy of the file that was opened, byte for byte. */
    static VerifiedOutput copy(DicomFile source, Path target) throws IOException {
        Path part = newPart(target);
        boolean proven = false;
        try {
            new Redactor().write(source, RedactionTargets.NONE, RedactionPolicy.DEFAULT, part);
            Verification verification = new Verifier().verifyCopy(source, part);
            require(verification, target);
            proven = true;
            return new VerifiedOutput(part, target, verification, List.of());
        } finally {
            if (!proven) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static void require(Verification verification, Path target) throws PipelineException {
        if (!verification.passed()) {
            throw new PipelineException(
                    target
                            + ": written copy was not verified: "
                            + String.join("; ", verification.problems()));
        }
    }

    private static Path newPart(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new PipelineException(target + ": is no file name");
        }
        Files.createDirectories(folder);
        return folder.resolve(partName());
    }

    /** A name that no other file has and that tells whose it is. */
    static String partName() {
        return PREFIX + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + SUFFIX;
    }

    /** The file before it is moved into place, to be looked at once more. */
    Path part() {
        return part;
    }

    Verification verification() {
        return verification;
    }

    List<String> notes() {
        return notes;
    }

    /** Moves the proven file into place, atomically. */
    void publish() throws IOException {
        Files.move(
                part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(part);
    }

    static boolean isPart(Path file) {
        Path name = file.getFileName();
        return name != null
                && name.toString().startsWith(PREFIX)
                && name.toString().endsWith(SUFFIX);
    }

    /** Removes part files of processes that no longer run. */
    static void sweep(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (isPart(file) && !ownerRuns(file)) {
                            Files.deleteIfExists(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult
                                .CONTINUE; // not ours to report here: writing there will fail and
                        // say so
                    }
                });
    }

    private static boolean ownerRuns(Path part) {
        String name = String.valueOf(part.getFileName()).substring(PREFIX.length());
        int dash = name.indexOf('-');
        try {
            return dash > 0
                    && ProcessHandle.of(Long.parseLong(name.substring(0, dash))).isPresent();
        } catch (NumberFormatException e) {
            return false; // a part file without an owner is nobody's
        }
    }
}
