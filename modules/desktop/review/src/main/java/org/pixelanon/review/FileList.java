package org.pixelanon.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.pixelanon.review.item.FileSign;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;

/**
 * The files of a session, each line replaced when something about its file changes. Not
 * thread-safe: used on the session's thread.
 */
public final class FileList {

    /** Receives changes of the list, so that views need not compare. */
    public interface Listener {

        /** All lines were replaced; the order is again that of the list. */
        void replaced();

        /**
         * One line was replaced.
         *
         * @param index its 0-based index
         * @param before the line as it was
         */
        void changed(int index, ReviewFile before);
    }

    private final List<ReviewFile> files = new ArrayList<>();
    private Map<String, Integer> indexes = new HashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final int[] counts = new int[FileState.values().length];
    private final int[] signs = new int[FileSign.values().length];
    private int forms;
    private int[] order = {};
    private int[] places = {};

    /**
     * Number of files.
     *
     * @return 0 or more
     */
    public int size() {
        return files.size();
    }

    /**
     * One line.
     *
     * @param index 0-based
     * @return the line
     */
    public ReviewFile get(int index) {
        return files.get(index);
    }

    /**
     * All lines, as a live view.
     *
     * @return not to be changed
     */
    public List<ReviewFile> all() {
        return Collections.unmodifiableList(files);
    }

    /**
     * The index of a file.
     *
     * @param name its name in the database
     * @return its 0-based index; empty if it is not in the list
     */
    public OptionalInt indexOf(String name) {
        Integer index = indexes.get(name);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * The path of a file.
     *
     * @param name its name in the database
     * @return its path; the path given by the name if it is not in the list
     */
    public Path path(String name) {
        OptionalInt index = indexOf(name);
        return index.isPresent() ? get(index.getAsInt()).path() : Path.of(name);
    }

    /**
     * Number of files in a state.
     *
     * @param state the state
     * @return 0 or more
     */
    public int count(FileState state) {
        return counts[state.ordinal()];
    }

    /**
     * Number of files with a sign.
     *
     * @param sign the sign
     * @return 0 or more
     */
    public int count(FileSign sign) {
        return signs[sign.ordinal()];
    }

    /**
     * Number of files with a scanned form.
     *
     * @return 0 or more, among those searched for forms
     */
    public int forms() {
        return forms;
    }

    /**
     * The next matching file, in stepping order.
     *
     * @param from the index to start from; -1 for before the first
     * @param step 1 forwards, -1 backwards
     * @param wanted the test
     * @return its index; empty if there is none in that direction
     */
    public OptionalInt next(int from, int step, Predicate<ReviewFile> wanted) {
        int start = from < 0 || from >= files.size() ? from : place(from);
        for (int i = start + step; i >= 0 && i < files.size(); i += step) {
            int index = at(i);
            if (wanted.test(files.get(index))) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Sets the stepping order; indexes do not change.
     *
     * @param indexes each 0-based index once, first file first; empty for the order of the list
     * @throws IllegalArgumentException if an index is missing or named twice
     * @throws IndexOutOfBoundsException if an index is not in the list
     */
    public void setOrder(int[] indexes) {
        int[] where = new int[indexes.length];
        Arrays.fill(where, -1);
        for (int i = 0; i < indexes.length; i++) {
            where[Objects.checkIndex(indexes[i], indexes.length)] = i;
        }
        boolean all = Arrays.stream(where).noneMatch(place -> place < 0);
        if (!all || (indexes.length != 0 && indexes.length != files.size())) {
            throw new IllegalArgumentException("not an order of " + files.size() + " files");
        }
        order = indexes.clone();
        places = where;
    }

    /**
     * The file at a position of the stepping order.
     *
     * @param place 0-based
     * @return its index
     */
    public int at(int place) {
        return order.length == 0 ? place : order[place];
    }

    /**
     * The position of a file in the stepping order.
     *
     * @param index the index of the file
     * @return 0-based
     */
    public int place(int index) {
        return places.length == 0 ? index : places[index];
    }

    /**
     * Adds a listener.
     *
     * @param listener called on the session's thread, before the views of the session
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

    /** Replaces all lines; of several lines of one file, the first is used. */
    void replaceAll(List<ReviewFile> lines) {
        files.clear();
        indexes = new HashMap<>(2 * lines.size()); // growing step by step takes twice the time
        Arrays.fill(counts, 0);
        Arrays.fill(signs, 0);
        forms = 0;
        order = new int[0];
        places = new int[0];
        for (ReviewFile line : lines) {
            if (indexes.putIfAbsent(line.name(), files.size()) == null) {
                files.add(line);
                counts[line.state().ordinal()]++;
                signs[FileSign.of(line).ordinal()]++;
                forms += line.form() ? 1 : 0;
            }
        }
        listeners.forEach(Listener::replaced);
    }

    void set(int index, ReviewFile line) {
        ReviewFile before = files.set(index, line);
        counts[before.state().ordinal()]--;
        counts[line.state().ordinal()]++;
        signs[FileSign.of(before).ordinal()]--;
        signs[FileSign.of(line).ordinal()]++;
        forms += (line.form() ? 1 : 0) - (before.form() ? 1 : 0);
        if (!before.equals(line)) {
            listeners.forEach(listener -> listener.changed(index, before));
        }
    }
}
