package org.pixelanon.pipeline.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * By what a change of a file is noticed without reading it.
 *
 * @param size bytes; -1 for a file that is not there
 * @param modified nanoseconds since 1970
 */
public record FileStamp(long size, long modified) {

    /** That of a file that is not there. */
    static final FileStamp NONE = new FileStamp(-1, 0);

    /** What a file is now; one that is not a regular file counts as not there. */
    static FileStamp of(Path file, LinkOption... options) throws IOException {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, options);
            return is.isRegularFile()
                    ? new FileStamp(is.size(), is.lastModifiedTime().to(TimeUnit.NANOSECONDS))
                    : NONE;
        } catch (NoSuchFileException e) {
            return NONE;
        }
    }
}
