package blackbox.workbench;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Toolkit;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Access to the application's event thread for benchmarks. */
final class PaintedEvents {

    /** Not the application's own, which goes to its log. */
    static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true);

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MB = 1e6;
    private static final double FREED_MB = 0.5;

    private PaintedEvents() {}

    static <T> T on(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        EventQueue.invokeLater(future);
        return future.get();
    }

    /** Waits until something holds on the event thread. */
    static void await(Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + PATIENCE;
        while (!on(holds)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("does not come to hold");
            }
            Thread.sleep(1);
        }
    }

    /**
     * Does something and waits until it shows: until it holds, and the event thread has painted and
     * has nothing left to do.
     *
     * @return milliseconds from asking for it
     */
    static double settle(Runnable act, Callable<Boolean> holds) throws Exception {
        long start = System.nanoTime();
        EventQueue.invokeLater(act);
        await(() -> holds.call() && isIdle());
        Toolkit.getDefaultToolkit().sync();
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }

    /** Pending paints are in the queue. */
    private static boolean isIdle() {
        return Toolkit.getDefaultToolkit().getSystemEventQueue().peekEvent() == null;
    }

    /** A component of the main window, by its name and type. */
    static <T extends Component> T find(String name, Class<T> type) {
        return Arrays.stream(Frame.getFrames())
                .flatMap(frame -> find(frame, name).stream())
                .findFirst()
                .map(type::cast)
                .orElseThrow();
    }

    private static Optional<Component> find(Component in, String name) {
        if (name.equals(in.getName())) {
            return Optional.of(in);
        }
        if (in instanceof Container container) {
            return Arrays.stream(container.getComponents())
                    .flatMap(child -> find(child, name).stream())
                    .findFirst();
        }
        return Optional.empty();
    }

    /** Megabytes in use after a collection of everything: after the first that frees no more. */
    static double heap() throws InterruptedException {
        double before;
        double now = collected();
        do {
            before = now;
            now = collected();
        } while (now < before - FREED_MB);
        return now;
    }

    /** Megabytes in use after a collection and the threads that clean up behind it. */
    private static double collected() throws InterruptedException {
        ReferenceQueue<Object> cleaned = new ReferenceQueue<>();
        PhantomReference<Object> gone = new PhantomReference<>(new Object(), cleaned);
        System.gc();
        if (cleaned.remove(TimeUnit.NANOSECONDS.toMillis(PATIENCE)) != gone) {
            throw new AssertionError("nothing was collected");
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MB;
    }

    static String words(double[] ms) {
        double[] sorted = ms.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "median %.1f ms, longest %.1f ms (%d times)",
                sorted[sorted.length / 2],
                sorted[sorted.length - 1],
                sorted.length);
    }
}
