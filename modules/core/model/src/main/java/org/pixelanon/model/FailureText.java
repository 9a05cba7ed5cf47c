package org.pixelanon.model;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * What of a failure people may be shown: the messages of {@link PixelAnonException}, which are made
 * for that, and what the file system says of a file. Any other message may quote a value of the
 * file at hand; of such a failure only its kind and its place in the program are told.
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
        boolean named =
                failure instanceof FileSystemException system
                        && system.getFile() != null
                        && (isPlain(system) || system.getReason() != null);
        return named
                ? ((FileSystemException) failure).getFile() + ": " + reason(failure)
                : reason(failure);
    }

    /**
     * Why something failed, for where the file is named anyway.
     *
     * @param failure what was thrown
     * @return one line; the messages of our own exceptions may begin with the file's name
     */
    public static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean handsOn =
                failure instanceof CompletionException || failure instanceof ExecutionException;
        if (handsOn && cause != null) {
            return reason(cause);
        }
        if (failure instanceof PixelAnonException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        if (failure instanceof IOException) {
            String message = String.valueOf(failure.getMessage());
            return SYSTEM.contains(message)
                    ? message
                    : "input or output failed (" + kindAndPlace(failure) + ")";
        }
        return "internal error: " + kindAndPlace(failure);
    }

    private static boolean isPlain(FileSystemException e) {
        return e instanceof AccessDeniedException || e instanceof NoSuchFileException;
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
