package org.pixelanon.pipeline.input;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.PlainFile;
import org.pixelanon.model.FailureText;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.PartFile;

/**
 * The files below a folder, one at a time in the order in which the system names them, so that
 * memory does not grow with their number. Links to folders are not followed. Thread-safe.
 */
public final class FolderWalk implements InputWalk {

    private final Path folder;
    private final BiConsumer<Path, String> problems;
    private final Consumer<Path> odd;
    private final Deque<Level> open = new ArrayDeque<>();
    private boolean begun;

    private record Level(DirectoryStream<Path> stream, Iterator<Path> names) {}

    /**
     * Prepares a walk.
     *
     * @param folder where
     * @param problems told what cannot be looked into, and why
     * @param odd told of pipes, sockets, devices, links to folders, broken links
     */
    public FolderWalk(Path folder, BiConsumer<Path, String> problems, Consumer<Path> odd) {
        this.folder = folder;
        this.problems = problems;
        this.odd = odd;
    }

    @Override
    public synchronized @Nullable InputFile next() throws PipelineException {
        if (!begun) {
            begun = true;
            try {
                enter(folder);
            } catch (IOException e) {
                throw new PipelineException(
                        folder + ": cannot be listed: " + FailureText.reason(e), e);
            }
        }
        while (!open.isEmpty()) {
            Path met = advance(open.element());
            if (met == null) {
                leave();
            } else if (isFile(met)) {
                return new InputFile(met, folder.relativize(met), false);
            }
        }
        return null;
    }

    private void enter(Path into) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(into);
        open.push(new Level(stream, stream.iterator()));
    }

    private @Nullable Path advance(Level level) {
        try {
            return level.names().hasNext() ? level.names().next() : null;
        } catch (DirectoryIteratorException e) {
            problems.accept(
                    folder, FailureText.reason(Objects.requireNonNullElse(e.getCause(), e)));
            return null;
        }
    }

    private void leave() {
        try {
            open.pop().stream().close();
        } catch (IOException e) {
            problems.accept(folder, FailureText.reason(e));
        }
    }

    /** Enters folders; whatever else is not a file is told. */
    private boolean isFile(Path met) {
        try {
            BasicFileAttributes is =
                    Files.readAttributes(met, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (is.isDirectory()) {
                enter(met);
                return false;
            }
            if (PartFile.isPart(met)) {
                return false;
            }
            boolean plain =
                    is.isRegularFile()
                            || Files.isRegularFile(met) && PlainFile.refusal(met).isEmpty();
            if (!plain) {
                odd.accept(met);
            }
            return plain;
        } catch (IOException e) {
            problems.accept(met, FailureText.reason(e));
            return false;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        while (!open.isEmpty()) {
            open.pop().stream().close();
        }
    }
}
