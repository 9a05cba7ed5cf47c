package blackbox.workbench;

import java.awt.Frame;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Brings a benchmark into the application as it was built: an agent of the Java machine that waits
 * for the window and then runs the main method of a class within the workbench's own module, where
 * the real session with all its views is. Nothing of this is in the application. Options: folder of
 * test classes, name of the class, its arguments, with commas between.
 */
public final class Visitor {

    private static final String SESSION = "org.pixelanon.workbench.session.ReviewSession";
    private static final int POLL_MILLIS = 100;

    private Visitor() {}

    /**
     * Called by the Java machine before the application starts.
     *
     * @param options what to run
     * @param machine tells which classes are loaded
     */
    public static void premain(String options, Instrumentation machine) {
        String[] words = options.split(",");
        Thread thread = new Thread(() -> visit(words, machine), "visitor");
        thread.setDaemon(true);
        thread.start();
    }

    private static void visit(String[] words, Instrumentation machine) {
        try {
            Class<?> host = session(machine);
            define(Path.of(words[0]), host);
            Class<?> visitor = Class.forName(words[1], true, host.getClassLoader());
            String[] arguments = Arrays.copyOfRange(words, 2, words.length);
            visitor.getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (ReflectiveOperationException | IOException | InterruptedException e) {
            e.printStackTrace(new PrintStream(new FileOutputStream(FileDescriptor.out), true));
            Runtime.getRuntime().halt(1);
        }
    }

    /** The class of the session, when the window is there. */
    private static Class<?> session(Instrumentation machine) throws InterruptedException {
        while (true) {
            boolean window = Arrays.stream(Frame.getFrames()).anyMatch(Frame::isShowing);
            for (Class<?> loaded : window ? machine.getAllLoadedClasses() : new Class<?>[0]) {
                if (loaded.getName().equals(SESSION)) {
                    return loaded;
                }
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** The test classes beside the session's own become members of its package. */
    private static void define(Path folder, Class<?> host)
            throws IOException, IllegalAccessException {
        MethodHandles.Lookup inside = MethodHandles.privateLookupIn(host, MethodHandles.lookup());
        Path beside = folder.resolve(host.getPackageName().replace('.', '/'));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(beside, "*.class")) {
            for (Path file : files) {
                inside.defineClass(Files.readAllBytes(file));
            }
        }
    }
}
