package org.pixelanon.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

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
        return "internal error: " + e;
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
