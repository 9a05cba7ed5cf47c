package blackbox.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The accounts for tests in hostile environments. Linux only. */
final class Accounts {

    /** An account that does not exist: it has no home and no files. */
    static final int ORDINARY = 54321;

    private Accounts() {}

    /** The user id this process has. */
    static int self() throws IOException {
        return uid(Path.of("/proc/self"));
    }

    private static final List<String> BECOME_ORDINARY =
            List.of(
                    "setpriv",
                    "--reuid=" + ORDINARY,
                    "--regid=" + ORDINARY,
                    "--clear-groups",
                    "--");

    /** The words before a command that change the account; none for the one that runs the test. */
    static Stream<List<String>> all() throws IOException {
        return self() == 0 ? Stream.of(List.of(), BECOME_ORDINARY) : Stream.of(List.of());
    }

    /**
     * The class path of the program for a command behind the given words. What only the account
     * that runs the test can read is copied to where the other account can.
     */
    static String classPath(List<String> before) throws IOException, InterruptedException {
        if (!before.equals(BECOME_ORDINARY)) {
            return System.getProperty("java.class.path");
        }
        Path lib = Path.of(System.getProperty("pixelanon.root"), "modules/cli/target/app/lib");
        List<String> words = new ArrayList<>(before);
        words.addAll(List.of("test", "-x", lib.toString()));
        boolean readable = new ProcessBuilder(words).start().waitFor() == 0;
        return (readable ? lib : Copied.of(lib)) + "/*";
    }

    /** The program where everybody can read it, until this JVM ends. */
    private static final class Copied {

        private static Path copy = Path.of("");

        private Copied() {}

        static synchronized Path of(Path lib) throws IOException {
            if (copy.toString().isEmpty()) {
                Path folder = Files.createTempDirectory("program");
                folder.toFile().deleteOnExit();
                allow(folder, "rwxr-xr-x");
                try (DirectoryStream<Path> jars = Files.newDirectoryStream(lib, "*.jar")) {
                    for (Path jar : jars) {
                        Path target = Files.copy(jar, folder.resolve(jar.getFileName()));
                        target.toFile().deleteOnExit();
                        allow(target, "rw-r--r--");
                    }
                }
                copy = folder;
            }
            return copy;
        }

        private static void allow(Path path, String mode) throws IOException {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }

    static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }
}
