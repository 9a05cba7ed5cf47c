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
 * What became of the files of this sitting's searches and exports, the last first task by task. Of
 * each file and task only the last counts. Used on the event thread; {@link #tell} on any.
 */
@ServiceProvider(service = TaskResults.class)
public final class TaskResults {

    /** Told on the event thread of every change. */
    public interface Listener {

        /**
         * Results came or went.
         *
         * @param problems whether one came that somebody has to do something about
         */
        void changed(boolean problems);
    }

    private final LinkedHashMap<Key, TaskResult> results = new LinkedHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private int unread;

    private record Key(TaskResult.Task task, Path file) {}

    /** No results yet; for the platform's lookup. */
    public TaskResults() {
        // nothing was done yet
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
     * Number of results that came since somebody looked.
     *
     * @return 0 or more
     */
    public int unread() {
        return unread;
    }

    /** Somebody looked at them. */
    public void read() {
        if (unread > 0) {
            unread = 0;
            listeners.forEach(l -> l.changed(false));
        }
    }

    /** Forgets all results; files and database stay as they are. */
    public void clear() {
        results.clear();
        unread = 0;
        listeners.forEach(l -> l.changed(false));
    }

    /**
     * Asks to be told of changes.
     *
     * @param listener told on the event thread
     */
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    /**
     * No longer asks to be told.
     *
     * @param listener a listener that was added
     */
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }
}
