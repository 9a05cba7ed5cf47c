package blackbox.workbench;

import java.awt.Frame;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Brings a benchmark into the application as it was built: an agent of the Java machine that waits
 * for the window and then runs the main method of a class that sees what the workbench's own module
 * sees, where the real session with all its views is. Nothing of this is in the application.
 * Options: folders of test classes as a path, name of the class, its arguments, with commas
 * between.
 */
public final class Visitor {

    private static final String WORKBENCH = "org.pixelanon.workbench.Workbench";
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
        try (URLClassLoader inside = inside(words[0], workbench(machine))) {
            Class<?> visitor = Class.forName(words[1], true, inside);
            String[] arguments = Arrays.copyOfRange(words, 2, words.length);
            visitor.getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (ReflectiveOperationException | IOException | InterruptedException e) {
            e.printStackTrace(new PrintStream(new FileOutputStream(FileDescriptor.out), true));
            Runtime.getRuntime().halt(1);
        }
    }

    /** The class of the workbench, when the window is there. */
    private static Class<?> workbench(Instrumentation machine) throws InterruptedException {
        while (true) {
            boolean window = Arrays.stream(Frame.getFrames()).anyMatch(Frame::isShowing);
            for (Class<?> loaded : window ? machine.getAllLoadedClasses() : new Class<?>[0]) {
                if (loaded.getName().equals(WORKBENCH)) {
                    return loaded;
                }
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** The folders of this path, on top of what the workbench sees. */
    private static URLClassLoader inside(String folders, Class<?> workbench) throws IOException {
        String[] names = folders.split(File.pathSeparator);
        URL[] places = new URL[names.length];
        for (int i = 0; i < names.length; i++) {
            places[i] = Path.of(names[i]).toUri().toURL();
        }
        return new URLClassLoader(places, workbench.getClassLoader());
    }
}
