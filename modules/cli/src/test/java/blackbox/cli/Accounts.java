package blackbox.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The accounts a test of hostile surroundings runs as. Linux only. */
final class Accounts {

    /** One that no system has: it has no home, and no file of ours. */
    static final int ORDINARY = 54321;

    private Accounts() {}

    /** The user id this process has. */
    static int self() throws IOException {
        return uid(Path.of("/proc/self"));
    }

    /** The words before a command that change the account; none for the one that runs the test. */
    static Stream<List<String>> all() throws IOException, InterruptedException {
        List<String> ordinary =
                List.of(
                        "setpriv",
                        "--reuid=" + ORDINARY,
                        "--regid=" + ORDINARY,
                        "--clear-groups",
                        "--");
        return self() == 0 && canRun(ordinary)
                ? Stream.of(List.of(), ordinary)
                : Stream.of(List.of());
    }

    /**
     * Whether that account can read the program: a checkout in root's own folder is closed to it.
     */
    private static boolean canRun(List<String> before) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(before);
        words.addAll(List.of("test", "-r", appJar().toString()));
        return new ProcessBuilder(words).start().waitFor() == 0;
    }

    private static Path appJar() throws IOException {
        return Path.of(
                org.pixelanon.natives.NativeFolder.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath());
    }

    static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }
}
