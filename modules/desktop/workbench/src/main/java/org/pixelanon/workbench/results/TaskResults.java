package org.pixelanon.workbench.results;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openide.util.lookup.ServiceProvider;

/**
 * The results of this sitting's searches and exports, the latest first by task. Only the last
 * result of each file and task is kept. Used on the event thread; {@link #tell} on any.
 */
@ServiceProvider(service = TaskResults.class)
public final class TaskResults {

    /** Called on the event thread for every change. */
    public interface Listener {

        /**
         * Results were added or removed.
         *
         * @param problems whether one was added that needs attention
         */
        void changed(boolean problems);
    }

    private final LinkedHashMap<Key, TaskResult> results = new LinkedHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private int unread;

    private record Key(TaskResult.Task task, Path file) {}

    /** Creates an empty list; for the platform's lookup. */
    public TaskResults() {
        // nothing happened yet
    }

    /**
     * Adds results. Any thread.
     *
     * @param more in the order the files ended
     */
    public void tell(List<TaskResult> more) {
        EventQueue.invokeLater(() -> add(more));
    }

    /**
     * Adds results, on the event thread.
     *
     * @param more in the order the files ended
     */
    public void add(List<TaskResult> more) {
        boolean problems = false;
        for (TaskResult result : more) {
            Key key = new Key(result.task(), result.file());
            results.remove(key);
            results.put(key, result);
            problems |= result.end().isProblem();
        }
        unread += more.size();
        boolean any = problems;
        listeners.forEach(l -> l.changed(any));
    }

    /**
     * All results.
     *
     * @return a copy, the last first
     */
    public List<TaskResult> all() {
        List<TaskResult> all = new ArrayList<>(results.values());
        Collections.reverse(all);
        return List.copyOf(all);
    }

    /**
     * Number of unread results.
     *
     * @return 0 or more
     */
    public int unread() {
        return unread;
    }

    /** Marks all as read. */
    public void read() {
        if (unread > 0) {
            unread = 0;
            listeners.forEach(l -> l.changed(false));
        }
    }

    /** Removes all results; files and database do not change. */
    public void clear() {
        results.clear();
        unread = 0;
        listeners.forEach(l -> l.changed(false));
    }

    /**
     * Adds a listener.
     *
     * @param listener called on the event thread
     */
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    /**
     * Removes a listener.
     *
     * @param listener a listener that was added
     */
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }
}
