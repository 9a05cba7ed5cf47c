package org.pixelanon.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Divides files among tasks. A task takes neighbouring files, which are in one folder, up to a
 * limit; a file above the limit is a task of its own. Costly tasks come first, so that none of them
 * starts when the others end.
 *
 * @param cost largest cost of a task with several files
 * @param files largest number of files in a task
 */
record Slicing(long cost, int files) {

    /** Divides the files; each is in one slice. */
    List<FileSlice> of(List<FileItem> items) {
        List<FileSlice> slices = new ArrayList<>();
        List<FileItem> next = new ArrayList<>();
        long sum = 0;
        for (FileItem item : items) {
            if (item.cost() >= cost) {
                slices.add(new FileSlice(List.of(item)));
                continue;
            }
            if (next.size() == files || sum + item.cost() > cost) {
                slices.add(new FileSlice(next));
                next.clear();
                sum = 0;
            }
            next.add(item);
            sum += item.cost();
        }
        if (!next.isEmpty()) {
            slices.add(new FileSlice(next));
        }
        slices.sort(Comparator.comparingLong(FileSlice::cost).reversed());
        return slices;
    }
}
