package org.pixelanon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pixelanon.natives.NativeFolder;

/**
 * The environment variables users bring along: {@code SMI_ROOT} and {@code PACS_ROOT}, and folders
 * of our own.
 */
final class Environment {

    private Environment() {}

    /** Where relative paths are looked for that do not exist as they stand. */
    static Optional<Path> pacsRoot() {
        return variable("PACS_ROOT");
    }

    /** The Python tool's folder for its database and lists. */
    static Optional<Path> sharedData() {
        return variable("SMI_ROOT").map(root -> root.resolve("data").resolve("dicompixelanon"));
    }

    /** The allow-list that is used when none is named. */
    static Optional<Path> allowList() {
        return sharedData()
                .map(d -> d.resolve("ocr_allowlist_regex.txt"))
                .filter(Files::isRegularFile);
    }

    /** The rules that are used when the default ones are asked for; none if there is no folder. */
    static List<Path> rules() throws IOException {
        Optional<Path> folder =
                variable("SMI_ROOT")
                        .map(root -> root.resolve("data").resolve("deid"))
                        .filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.filter(f -> f.getFileName().toString().startsWith("deid.dicom."))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** Where native libraries and language data are unpacked. */
    static Path cache() {
        return variable("PIXELANON_CACHE")
                .or(() -> variable("XDG_CACHE_HOME").map(c -> c.resolve("pixelanon")))
                .orElseGet(
                        () -> Path.of(System.getProperty("user.home", "."), ".cache", "pixelanon"));
    }

    /** Tells the libraries that unpack native code where the cache is. */
    static void nameCache() {
        if (System.getProperty(NativeFolder.CACHE) == null) {
            System.setProperty(NativeFolder.CACHE, cache().toString());
        }
    }

    /** Whether standard error is a terminal; the launcher tells, Java can only guess. */
    static boolean terminal() {
        String told = System.getProperty("pixelanon.terminal");
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }

    /** Whether standard output is a terminal; the system tells, Java can only guess. */
    static boolean outputIsTerminal() {
        String told = System.getProperty("pixelanon.output.terminal");
        if (told != null) {
            return Boolean.parseBoolean(told);
        }
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return target.startsWith("/dev/pts/")
                    || target.startsWith("/dev/tty")
                    || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null; // no such file system here
        }
    }

    /** Who is written down as the one who changed a row. */
    static String user() {
        return System.getProperty("user.name", "unknown");
    }

    private static Optional<Path> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(v -> !v.isBlank()).map(Path::of);
    }
}
