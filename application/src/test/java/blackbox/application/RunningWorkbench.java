package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.imageio.ImageIO;

/**
 * The application as it was built, started by its launcher with folders of its own, so that neither
 * tests nor their user's sessions meet.
 */
final class RunningWorkbench implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;
    private static final int POLL_MILLIS = 40;
    private static final int STILL_LOOKS = 4;

    /** Takes from root the right to write what it owns but whose mode forbids it. */
    private static final List<String> HEEDING_MODES =
            List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search");

    private final Path home;
    private final Process process;
    private final LauncherPort port;

    private RunningWorkbench(Path home, Process process) {
        this.home = home;
        this.process = process;
        this.port = new LauncherPort(home.resolve("user"));
    }

    /**
     * Starts the application and waits for its window.
     *
     * @param home everything it remembers is below; the same folder starts it again as it was left
     * @param arguments files, or options of the launcher
     */
    static RunningWorkbench start(Path home, String... arguments)
            throws IOException, InterruptedException {
        return start(built(), home, arguments);
    }

    /**
     * Starts the application for an account that may write only what modes let it write, even where
     * the tests run as root.
     *
     * @param home everything it remembers is below
     * @param arguments files, or options of the launcher
     */
    static RunningWorkbench startHeedingModes(Path home, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = launcher(home, arguments);
        builder.command().addAll(0, HEEDING_MODES);
        return start(home, builder);
    }

    /**
     * Starts an installation other than the one that was built.
     *
     * @param installation its folder
     */
    static RunningWorkbench start(Path installation, Path home, String... arguments)
            throws IOException, InterruptedException {
        return start(home, launcher(installation, home, arguments));
    }

    private static RunningWorkbench start(Path home, ProcessBuilder builder)
            throws IOException, InterruptedException {
        Files.createDirectories(home);
        Path log = home.resolve("output.txt");
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        RunningWorkbench started = new RunningWorkbench(home, builder.start());
        try {
            started.await("a window", RunningWorkbench::isThere);
            return started;
        } catch (AssertionError e) {
            started.close();
            throw e;
        }
    }

    /** With a file on screen, or without one. */
    private static boolean isThere(OnScreen screen) {
        return !screen.value("component.plane-canvas").isEmpty()
                || !screen.value("component.start-page").isEmpty();
    }

    /** The folder of the application as it was built. */
    static Path built() {
        return Path.of(System.getProperty("pixelanon.application"));
    }

    /** The launcher, ready to be called. */
    static ProcessBuilder launcher(Path home, String... arguments) {
        return launcher(built(), home, arguments);
    }

    private static ProcessBuilder launcher(Path installation, Path home, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(installation.resolve("bin/pixelanon").toString());
        words.addAll(List.of("--jdkhome", System.getProperty("java.home"), "--nosplash"));
        words.addAll(List.of("--userdir", home.resolve("user").toString()));
        words.addAll(List.of("--cachedir", home.resolve("cache").toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("SMI_ROOT", home.resolve("smi").toString());
        builder.environment().remove("PACS_ROOT");
        return builder;
    }

    /** What its log says of failures; that a test ended its call early is none. */
    static List<String> complaints(Path home) throws IOException {
        Path log = home.resolve("user/var/log/messages.log");
        return Files.readAllLines(log).stream()
                .filter(l -> l.contains("SEVERE") || l.contains("Exception"))
                .filter(l -> !l.startsWith("java.io.EOFException"))
                .toList();
    }

    /** What is on screen now. */
    OnScreen state() throws IOException {
        return OnScreen.of(port.call(home, "--ui-state"));
    }

    /** Hands words to the running application, as a second launcher does. */
    void pass(String... arguments) throws IOException {
        port.call(home, arguments);
    }

    /**
     * Waits until something is on screen.
     *
     * @param what said if it does not come
     * @param wanted whether it is there
     * @return what was on screen then
     */
    OnScreen await(String what, Predicate<OnScreen> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        OnScreen last = new OnScreen(List.of());
        while (System.nanoTime() < end) {
            assertThat(process.isAlive())
                    .as("the application runs, while waiting: " + what)
                    .isTrue();
            try {
                last = state();
                if (wanted.test(last)) {
                    return last;
                }
            } catch (IOException e) {
                last = new OnScreen(List.of(e.toString()));
            }
            pause();
        }
        throw new AssertionError(
                "waited in vain for " + what + "; " + pictured() + "; on screen:\n" + last);
    }

    /** Keeps a picture of the screen for whoever looks why something did not come. */
    private static String pictured() {
        try {
            Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
            Path picture = Files.createTempFile("pixelanon-screen", ".png");
            ImageIO.write(new Robot().createScreenCapture(screen), "png", picture.toFile());
            return "picture in " + picture;
        } catch (AWTException | IOException e) {
            return "no picture (" + e + ")";
        }
    }

    /** Where something stands as soon as it moves no more, in pixels of the screen. */
    Rectangle still(String component) {
        String name = "component." + component;
        return await(
                        component + " in its place",
                        still(s -> s.value(name), place -> !place.isEmpty()))
                .place(name);
    }

    /**
     * Holds when several looks in a row have seen the same.
     *
     * @param look what is looked at
     * @param wanted whether it can be what is waited for
     */
    static <T> Predicate<OnScreen> still(Function<OnScreen, T> look, Predicate<T> wanted) {
        List<T> seen = new ArrayList<>();
        return s -> {
            T now = look.apply(s);
            if (!wanted.test(now) || !seen.isEmpty() && !seen.get(0).equals(now)) {
                seen.clear();
            }
            seen.add(now);
            return wanted.test(now) && seen.size() == STILL_LOOKS;
        };
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until every edit is in the database. */
    OnScreen saved() {
        return await("saved", s -> s.value("saved").equals("true"));
    }

    /** The process of the Java machine, below the scripts that started it. */
    private ProcessHandle machine() {
        return process.descendants()
                .filter(p -> p.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    /** Does something again and again until it had an effect. */
    void until(String what, Runnable doing, Predicate<OnScreen> wanted) {
        await(
                what,
                s -> {
                    boolean there = wanted.test(s);
                    if (!there) {
                        doing.run();
                    }
                    return there;
                });
    }

    /** The native libraries it has loaded, and other files mapped into its memory, as text. */
    String libraries() throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(machine().pid()), "maps"));
    }

    /** The database the Python tool would read. */
    ReviewRows rows() {
        return new ReviewRows(database());
    }

    Path database() {
        return home.resolve("smi/data/dicompixelanon");
    }

    /** Waits for the application to end by itself. */
    void awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ended").isTrue();
    }

    /** Kills it as a power cut does. */
    void kill() throws InterruptedException {
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitEnd();
        for (ProcessHandle one : all) {
            one.onExit().join();
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            kill();
        }
    }
}
