package org.pixelanon.remote;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.pixelanon.review.Workers;
import org.pixelanon.workbench.source.KeyPlace;
import org.pixelanon.workbench.source.ProfileBook;
import org.pixelanon.workbench.source.RemotePlaces;

/** Places and workers of a test, and what is done on the event thread. */
final class Trial implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    final RemotePlaces places;
    final Workers workers = Workers.start(EventQueue::invokeLater);

    Trial(Path folder, KeyPlace keyring) {
        places =
                new RemotePlaces(
                        new ProfileBook(folder.resolve("profiles"), Optional::empty, keyring),
                        folder.resolve("staging"),
                        (scheme, setting) ->
                                setting.equals("tries") ? Optional.of("1") : Optional.empty());
    }

    static <T> T on(Callable<T> task) throws Exception {
        FutureTask<T> later = new FutureTask<>(task);
        EventQueue.invokeLater(later);
        return later.get(1, TimeUnit.MINUTES);
    }

    static void run(Runnable task) throws Exception {
        EventQueue.invokeAndWait(task);
    }

    static void await(String what, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + PATIENCE;
        while (!on(holds)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("does not come to hold: " + what);
            }
            Thread.sleep(5);
        }
    }

    /** The component of a name. */
    static <T extends Component> T find(Container all, String name, Class<T> type) {
        for (Component child : all.getComponents()) {
            if (name.equals(child.getName())) {
                return type.cast(child);
            }
            if (child instanceof Container inner) {
                T found = find(inner, name, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Lays out what is in no window. */
    static void layout(Container all, int width, int height) {
        all.setSize(width, height);
        lay(all);
    }

    private static void lay(Container all) {
        all.doLayout();
        for (Component child : all.getComponents()) {
            if (child instanceof Container inner) {
                lay(inner);
            }
        }
    }

    @Override
    public void close() throws Exception {
        workers.close();
        places.close();
    }
}
