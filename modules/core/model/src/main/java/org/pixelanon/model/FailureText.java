package org.pixelanon.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * Decides what of a failure people may be shown: messages of {@link PixelAnonException}, which are
 * written for that, and those of the file system. Other messages may quote a value of the current
 * file; of such a failure only kind and place in the program are shown.
 */
public final class FailureText {

    private static final String OURS = "org.pixelanon.";

    /** What the operating system says of a file that is open, and so without its name. */
    private static final Set<String> SYSTEM =
            Set.of(
                    "No space left on device",
                    "Disk quota exceeded",
                    "Input/output error",
                    "Read-only file system",
                    "Stale file handle",
                    "File too large",
                    "Too many open files",
                    "Is a directory",
                    "Broken pipe");

    private FailureText() {}

    /**
     * A failure as one line.
     *
     * @param failure what was thrown
     * @return why it failed, with the name of the file if that is known
     */
    public static String of(Throwable failure) {
        return handedOn(failure) instanceof FileSystemException system && system.getFile() != null
                ? system.getFile() + ": " + reason(system)
                : reason(failure);
    }

    /**
     * Why something failed, for where the file is named anyway.
     *
     * @param failure what was thrown
     * @return one line; the messages of our own exceptions may begin with the file's name
     */
    public static String reason(Throwable failure) {
        return ofKind(handedOn(failure));
    }

    /**
     * Why something failed, without the name that the message begins with.
     *
     * @param failure what was thrown
     * @param name what is told beside it
     * @return one line
     */
    public static String reason(Throwable failure, String name) {
        String reason = reason(failure);
        String beginning = Printable.of(name) + ": ";
        return reason.startsWith(beginning) ? reason.substring(beginning.length()) : reason;
    }

    /**
     * What was thrown on another thread or unchecked, whose wrapper says nothing of its own.
     *
     * @param failure as a future tells it
     * @return the first that is no such wrapper, or that wraps nothing
     */
    public static Throwable handedOn(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean wrapper =
                failure instanceof CompletionException
                        || failure instanceof ExecutionException
                        || failure instanceof UncheckedIOException;
        return wrapper && cause != null ? handedOn(cause) : failure;
    }

    private static String ofKind(Throwable failure) {
        if (failure instanceof PixelAnonException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof FileSystemException system) {
            return ofFile(system);
        }
        if (failure instanceof IOException) {
            String message = String.valueOf(failure.getMessage());
            return SYSTEM.contains(message)
                    ? message
                    : "input or output failed (" + kindAndPlace(failure) + ")";
        }
        return "internal error: " + kindAndPlace(failure);
    }

    private static String ofFile(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "already exists";
        }
        if (failure instanceof NotDirectoryException) {
            return "is not a folder";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return "folder is not empty";
        }
        String reason = failure.getReason();
        return reason == null ? "input or output failed (" + kindAndPlace(failure) + ")" : reason;
    }

    /** The kind of what was thrown first, and the line of ours that it came from. */
    private static String kindAndPlace(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String place =
                Arrays.stream(first.getStackTrace())
                        .filter(f -> f.getClassName().startsWith(OURS))
                        .findFirst()
                        .map(f -> " in " + f.getFileName() + ", line " + f.getLineNumber())
                        .orElse("");
        return first.getClass().getSimpleName() + place;
    }
}
