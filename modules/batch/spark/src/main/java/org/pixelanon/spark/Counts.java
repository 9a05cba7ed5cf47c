package org.pixelanon.spark;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Outcome;
import org.pixelanon.pipeline.report.FileResult;

/** Figures that Spark shows while a job runs. They may include abandoned attempts. */
final class Counts implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LongAccumulator clean;
    private final LongAccumulator redacted;
    private final LongAccumulator review;
    private final LongAccumulator failed;
    private final LongAccumulator bytes;

    Counts(SparkContext context) {
        clean = context.longAccumulator("files clean");
        redacted = context.longAccumulator("files redacted");
        review = context.longAccumulator("files that need review");
        failed = context.longAccumulator("files failed");
        bytes = context.longAccumulator("bytes read");
    }

    void add(@Nullable FileResult result, long size) {
        bytes.add(Math.max(0, size));
        if (result != null) {
            of(result.outcome()).add(1L);
        }
    }

    private LongAccumulator of(Outcome outcome) {
        return switch (outcome) {
            case CLEAN -> clean;
            case REDACTED -> redacted;
            case NEEDS_REVIEW -> review;
            case FAILED -> failed;
        };
    }
}
