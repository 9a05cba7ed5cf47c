package org.pixelanon.review;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.review.item.ReviewFile;

/**
 * Reads modality and model of the listed files from their headers: a few files at a time on a
 * worker, with lower priority than what the curator waits for, and only as long as the result is
 * wanted; results are kept. Used on the session's thread.
 */
final class DeviceSurvey {

    private static final int FEW = 16;

    private final FileList files;
    private final Workers workers;
    private final ReviewStore store;

    /** Files of one device share one entry: even 100,000 files come from few devices. */
    private final Map<DeviceTags, DeviceTags> known = new ConcurrentHashMap<>();

    private final Set<String> unreadable = new HashSet<>();
    private int run;

    DeviceSurvey(FileList files, Workers workers, ReviewStore store) {
        this.files = files;
        this.workers = workers;
        this.store = store;
    }

    /**
     * Resumes. A running survey stops in favour of the new one.
     *
     * @param wanted whether the result is still wanted, called on the session's thread
     * @param called after every few files with the number left
     */
    void go(BooleanSupplier wanted, IntConsumer told) {
        run++;
        List<ReviewFile> left =
                files.all().stream()
                        .filter(
                                f ->
                                        !store.devices().containsKey(f.name())
                                                && !unreadable.contains(f.name()))
                        .toList();
        few(left, 0, run, wanted, told);
    }

    private void few(
            List<ReviewFile> left, int from, int mine, BooleanSupplier wanted, IntConsumer told) {
        ExecutorService worker = workers.files();
        boolean more = from < left.size() && mine == run && wanted.getAsBoolean();
        if (!more || worker.isShutdown()) {
            return;
        }
        List<ReviewFile> now = left.subList(from, Math.min(left.size(), from + FEW));
        worker.execute(
                () -> {
                    Set<String> failed = new HashSet<>();
                    now.forEach(file -> look(file, failed));
                    workers.ui()
                            .execute(
                                    () -> {
                                        unreadable.addAll(failed);
                                        told.accept(left.size() - from - now.size());
                                        few(left, from + now.size(), mine, wanted, told);
                                    });
                });
    }

    private void look(ReviewFile file, Set<String> failed) {
        Failures.in(() -> look(file)).ifPresent(e -> failed.add(file.name()));
        // the reason is shown when it is opened
    }

    private void look(ReviewFile file) throws IOException {
        try (DicomFile dicom = DicomFile.open(file.path())) {
            DeviceTags device = DeviceTags.of(dicom.attributes());
            DeviceTags same = known.putIfAbsent(device, device);
            store.devices().put(file.name(), same == null ? device : same);
        }
    }
}
