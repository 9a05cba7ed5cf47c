package org.pixelanon.workbench.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The files of a session, each line replaced when something about its file changes. Not
 * thread-safe: used on the session's thread.
 */
public final class FileList {

    private final List<ReviewFile> files = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();

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
     * All lines; what is returned shows later changes.
     *
     * @return not to be changed
     */
    public List<ReviewFile> all() {
        return Collections.unmodifiableList(files);
    }

    /**
     * Where a file stands in the list.
     *
     * @param name its name in the database
     * @return its 0-based index; empty if it is not in the list
     */
    public OptionalInt indexOf(String name) {
        Integer index = indexes.get(name);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * Number of files in a state.
     *
     * @param state the state
     * @return 0 or more
     */
    public int count(FileState state) {
        int n = 0;
        for (ReviewFile file : files) {
            n += file.state() == state ? 1 : 0;
        }
        return n;
    }

    /**
     * The next file that fits.
     *
     * @param from the index to start beside
     * @param step 1 forwards, -1 backwards
     * @param wanted which files
     * @return its index; empty if there is none on that side
     */
    public OptionalInt next(int from, int step, Predicate<ReviewFile> wanted) {
        for (int i = from + step; i >= 0 && i < files.size(); i += step) {
            if (wanted.test(files.get(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    void replaceAll(List<ReviewFile> lines) {
        files.clear();
        indexes.clear();
        lines.forEach(this::add);
    }

    /** Adds a line unless its file is in the list. */
    void add(ReviewFile line) {
        if (indexes.putIfAbsent(line.name(), files.size()) == null) {
            files.add(line);
        }
    }

    void set(int index, ReviewFile line) {
        files.set(index, line);
    }
}
