package org.pixelanon.pipeline.input;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One file to work on.
 *
 * @param path where it is
 * @param below its path below the INPUT that named it; what the output folder mirrors
 * @param explicit true if the user named the file itself or a list names it, false if it was met in
 *     a folder: only there a file that is not DICOM is skipped
 */
public record InputFile(Path path, Path below, boolean explicit) {

    /**
     * The INPUT folder in which the file was met.
     *
     * @return an absolute path
     */
    public Path folder() {
        Path folder = path.toAbsolutePath();
        for (int i = 0; i < below.getNameCount(); i++) {
            folder = Objects.requireNonNull(folder.getParent(), "a file lies below its INPUT");
        }
        return folder;
    }
}
