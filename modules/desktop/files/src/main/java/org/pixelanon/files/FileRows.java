package org.pixelanon.files;

import java.util.Arrays;
import javax.swing.AbstractListModel;
import org.pixelanon.review.FileList;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewFile;

/**
 * The files that the session's filter lets through, in the order they are stepped through. One
 * changed line costs one look-up, whatever the length of the list. The file on screen is shown even
 * if the filter does not let it through, so that marking it does not make it disappear.
 */
final class FileRows extends AbstractListModel<ReviewFile> implements FileList.Listener {

    private final transient ReviewSession session;

    /** Indexes into the list of files, ascending by their places in the order. */
    private int[] rows = {};

    private int size;
    private int current = -1;

    FileRows(ReviewSession session) {
        this.session = session;
    }

    @Override
    public int getSize() {
        return size;
    }

    @Override
    public ReviewFile getElementAt(int row) {
        return session.files().get(rows[row]);
    }

    /** The index of a row's file in the session's list. */
    int indexAt(int row) {
        return rows[row];
    }

    /** The row of a file; negative if it is not shown: then -(insertion point) - 1. */
    int rowOf(int index) {
        FileList files = session.files();
        int place = files.place(index);
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int there = files.place(rows[middle]);
            if (there == place) {
                return middle;
            }
            if (there < place) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** Rebuilds the rows after a change of list, filter or order. */
    void rebuild() {
        FileList files = session.files();
        int before = size;
        current = session.current();
        rows = new int[files.size()];
        size = 0;
        for (int place = 0; place < rows.length; place++) {
            int index = files.at(place);
            if (fits(index)) {
                rows[size++] = index;
            }
        }
        if (size < before) {
            fireIntervalRemoved(this, size, before - 1);
        } else if (size > before) {
            fireIntervalAdded(this, before, size - 1);
        }
        if (size > 0) {
            fireContentsChanged(this, 0, size - 1);
        }
    }

    /**
     * After a change of the file on screen, the old one may disappear, and the new one is shown.
     */
    void followCurrent() {
        int before = current;
        current = session.current();
        if (before != current) {
            refresh(before);
            refresh(current);
        }
    }

    /** Ignored here: the session reports the change when its state is that of the new list. */
    @Override
    public void replaced() {
        current = -1;
    }

    @Override
    public void changed(int index, ReviewFile before) {
        refresh(index);
    }

    private boolean fits(int index) {
        return index == current || session.filter().test(session.files().get(index));
    }

    private void refresh(int index) {
        if (index < 0 || index >= session.files().size()) {
            return;
        }
        int row = rowOf(index);
        boolean fits = fits(index);
        if (row >= 0 && fits) {
            fireContentsChanged(this, row, row);
        } else if (row >= 0) {
            System.arraycopy(rows, row + 1, rows, row, size - row - 1);
            size--;
            fireIntervalRemoved(this, row, row);
        } else if (fits) {
            insert(-row - 1, index);
        }
    }

    private void insert(int row, int index) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size + 1);
        }
        System.arraycopy(rows, row, rows, row + 1, size - row);
        rows[row] = index;
        size++;
        fireIntervalAdded(this, row, row);
    }
}
