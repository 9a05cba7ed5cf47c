package org.pixelanon.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import org.pixelanon.model.Printable;

/** Exceptions as one line for people. */
final class Messages {

    private Messages() {}

    /** What ended a command; commands that are methods wrap what is no exception. */
    static String of(Throwable e) {
        if (e instanceof IOException io) {
            return of(io);
        }
        if (e instanceof OutOfMemoryError || e.getCause() instanceof OutOfMemoryError) {
            return "there is not enough memory for this (PIXELANON_JAVA_OPTS=-Xmx4g gives more)";
        }
        return "internal error: " + where(e);
    }

    /** What went wrong and where; not what it says, which may quote a value. */
    private static String where(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String place =
                Arrays.stream(cause.getStackTrace())
                        .filter(f -> f.getClassName().startsWith("org.pixelanon."))
                        .findFirst()
                        .map(f -> " in " + f.getFileName() + ", line " + f.getLineNumber())
                        .orElse("");
        return cause.getClass().getSimpleName() + place;
    }

    /** What became of a file and why, which may begin with its name already. */
    static String ofFile(String label, String name, String reason) {
        return label + ": " + Printable.of(reason.startsWith(name) ? reason : name + ": " + reason);
    }

    static String of(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file or folder";
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (e instanceof FileSystemException system) {
            return system.getFile() + ": " + system.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
