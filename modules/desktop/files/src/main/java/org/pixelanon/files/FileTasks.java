package org.pixelanon.files;

import java.util.List;
import java.util.function.Consumer;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;

/**
 * The tasks in the menu of the list. Each is called on the event thread and returns at once.
 *
 * @param search searches them for text
 * @param export writes and proves redacted copies of those that are done
 * @param group shows the groups of files
 * @param mark marks them
 * @param say shows a text in the status line
 */
record FileTasks(
        Consumer<List<ReviewFile>> search,
        Consumer<List<ReviewFile>> export,
        Runnable group,
        Marking mark,
        Consumer<String> say) {

    /** Marks files. */
    interface Marking {

        /**
         * Marks files.
         *
         * @param name name of the edit
         * @param files the files
         * @param state the new state
         */
        void mark(String name, List<ReviewFile> files, FileState state);
    }
}
