package org.pixelanon.spark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.pixelanon.cli.batch.BatchJob;
import org.pixelanon.cli.terminal.ExitCode;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.Printable;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.report.RunReport;

/** The class that {@code spark-submit} starts. */
public final class SparkJob {

    private static final int REVIEW = 3;

    /** The exit code of a stopped run: a job submitted again resumes. */
    private static final int ENDED = 130;

    private SparkJob() {}

    /**
     * Runs a job and ends the process with the exit code that the command has on one machine.
     *
     * @param arguments the command line
     */
    public static void main(String... arguments) {
        System.exit(run(Arrays.asList(arguments)));
    }

    private static int run(List<String> words) {
        PrintWriter err =
                new PrintWriter(
                        new FileOutputStream(FileDescriptor.err), true, Charset.defaultCharset());
        try {
            BatchJob.of(words); // before anything is started
        } catch (PipelineException e) {
            err.println("pixelanon: " + Printable.of(FailureText.of(e)));
            return ExitCode.USAGE;
        }
        try (SparkSession spark = SparkSession.builder().appName("PixelAnon").getOrCreate()) {
            return told(PixelAnonJobs.run(spark, words), err);
        } catch (IOException e) {
            err.println("pixelanon: " + Printable.of(FailureText.of(e)));
            return ExitCode.FAILED;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // a SparkException, with the message of a failure in an executor, which Spark has
            // logged
            err.println("pixelanon: Spark ended the job: its log says why; submit it again");
            return ENDED;
        }
    }

    private static int told(Dataset<Row> rows, PrintWriter err) {
        Map<String, Long> counts = new TreeMap<>();
        for (Row row : rows.groupBy("outcome").count().collectAsList()) {
            counts.put(row.getString(0), row.getLong(1));
        }
        err.println(counts + ". Note: " + RunReport.SCOPE_NOTE + ".");
        long notDicom = counts.getOrDefault(ResultRow.NOT_DICOM, 0L);
        long files = counts.values().stream().mapToLong(Long::longValue).sum() - notDicom;
        if (files == 0 || counts.containsKey(Outcome.FAILED.label())) {
            return ExitCode.FAILED;
        }
        return counts.containsKey(Outcome.NEEDS_REVIEW.label()) ? REVIEW : 0;
    }
}
