package org.pixelanon.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.pixelanon.cli.batch.BatchJob;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.NamedPaths;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;

/** Jobs as a library, for Scala, Java and Python. */
public final class PixelAnonJobs {

    private PixelAnonJobs() {}

    /**
     * Runs {@code anonymise} on the files in rows.
     *
     * @param spark the session
     * @param inputs rows with a column {@code file}, an absolute path or URL, and maybe {@code
     *     below}, the path of its output below the output folder (default: the name of the file)
     * @param options as on the command line, with {@code -o} and {@code --results}
     * @return a row for each file
     * @throws IOException if an option is wrong, or the job cannot run
     */
    public static Dataset<Row> anonymise(
            SparkSession spark, Dataset<Row> inputs, List<String> options) throws IOException {
        return run(spark, "anonymise", inputs, options);
    }

    private static Dataset<Row> run(
            SparkSession spark, String command, Dataset<Row> inputs, List<String> options)
            throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(options);
        words.add("-"); // inputs are rows
        Submission submission = Submission.of(spark, words);
        NamedPaths paths = SharedJobs.of(words).paths();
        boolean below = Arrays.asList(inputs.columns()).contains("below");
        Map<Path, InputFile> files = new LinkedHashMap<>();
        for (Row row : inputs.select("file", below ? "below" : "file").collectAsList()) {
            String name = row.getString(0);
            if (name == null) {
                throw new PipelineException("a row has no file");
            }
            Path file = paths.path(name).normalize();
            Path place = below && row.getString(1) != null ? Path.of(row.getString(1)) : null;
            files.putIfAbsent(file, new InputFile(file, place == null ? named(file) : place, true));
        }
        return submission.run(new InputFiles.Found(List.copyOf(files.values()), Map.of()));
    }

    private static Path named(Path file) {
        Path name = file.getFileName();
        return Path.of(name == null ? "unnamed" : name.toString());
    }

    /** Runs a job whose inputs are arguments. */
    static Dataset<Row> run(SparkSession spark, List<String> words) throws IOException {
        Submission submission = Submission.of(spark, words);
        return submission.run(BatchJob.of(words).find());
    }
}
