package org.pixelanon.dicom.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells files from what only has a name like one: to open a pipe waits for whoever writes into it,
 * and a device may never end.
 */
public final class PlainFile {

    /** What the system keeps there has no bytes on any disk, whatever it looks like. */
    private static final List<Path> OF_THE_SYSTEM =
            List.of(Path.of("/dev"), Path.of("/proc"), Path.of("/sys"));

    /** A disk in memory. */
    private static final Path MEMORY = Path.of("/dev/shm");

    /** Below it lies what the folders hold that this process has open; they may be anywhere. */
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private PlainFile() {}

    /**
     * Why a path must not be opened; nothing is opened to find out.
     *
     * @param path a path; links are followed
     * @return the reason; empty for a file, for a folder, and for what is not there
     */
    public static Optional<String> refusal(Path path) {
        if (isOfTheSystem(path.toAbsolutePath().normalize()) || isOfTheSystem(real(path))) {
            return Optional.of("is a system file (/dev, /proc, /sys) and is not opened");
        }
        boolean plain = Files.isRegularFile(path) || Files.isDirectory(path) || !Files.exists(path);
        return plain
                ? Optional.empty()
                : Optional.of("is a pipe, a socket or a device and is not opened");
    }

    private static boolean isOfTheSystem(Path path) {
        return !path.startsWith(MEMORY)
                && !isInOpenFolder(path)
                && OF_THE_SYSTEM.stream().anyMatch(path::startsWith);
    }

    private static boolean isInOpenFolder(Path path) {
        return path.startsWith(OPEN_FILES) && path.getNameCount() > OPEN_FILES.getNameCount() + 1;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path; // whoever opens it says what is wrong
        }
    }
}
