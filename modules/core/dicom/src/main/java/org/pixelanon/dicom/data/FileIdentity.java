package org.pixelanon.dicom.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which file a path names, and in which state: where the file system tells them its number, size,
 * times of the last change of content and (POSIX) of anything. Equal before and after, nobody put
 * another file in its place, and nobody wrote into it, except within one tick of the file system's
 * clock (4 ms on Linux, longer on some network shares).
 *
 * @param facts what the file system says, by attribute
 */
public record FileIdentity(Map<String, @Nullable Object> facts) {

    /** The time of change is the kernel's own: a program that puts the other times back sets it. */
    private static final String POSIX = "unix:fileKey,isRegularFile,size,lastModifiedTime,ctime";

    private static final String BASIC = "basic:fileKey,isRegularFile,size,lastModifiedTime";

    /**
     * The file that a path names now.
     *
     * @param file the path
     * @param options whether a symbolic link is meant itself
     * @return its identity
     * @throws IOException if there is no such file, or the file system does not answer
     */
    public static FileIdentity of(Path file, LinkOption... options) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return new FileIdentity(Files.readAttributes(file, posix ? POSIX : BASIC, options));
    }

    /** Whether it holds bytes that can be read by position: no folder, pipe or device. */
    boolean isRegular() {
        return Boolean.TRUE.equals(facts.get("isRegularFile"));
    }

    /** Whether it had so many bytes. */
    boolean hasSize(long bytes) {
        return Long.valueOf(bytes).equals(facts.get("size"));
    }
}
