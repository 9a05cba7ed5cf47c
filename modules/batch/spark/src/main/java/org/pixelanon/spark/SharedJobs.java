package org.pixelanon.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pixelanon.cli.batch.BatchJob;

/**
 * The engines of this process, started by the first task that needs them and kept until the process
 * ends: all tasks of an executor share them.
 */
final class SharedJobs {

    private static final Map<List<String>, BatchJob> OPEN = new ConcurrentHashMap<>();

    private SharedJobs() {}

    /** The open job for these arguments. */
    static BatchJob of(List<String> words) throws IOException {
        BatchJob known = OPEN.get(words);
        if (known == null) {
            synchronized (OPEN) {
                known = OPEN.get(words);
                if (known == null) {
                    known = BatchJob.of(words);
                    known.open();
                    OPEN.put(List.copyOf(words), known);
                }
            }
        }
        return known;
    }
}
