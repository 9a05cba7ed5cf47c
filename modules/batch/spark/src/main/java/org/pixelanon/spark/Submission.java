package org.pixelanon.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.pixelanon.cli.batch.BatchJob;
import org.pixelanon.model.Outcome;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.NamedPaths;
import org.pixelanon.pipeline.format.PathText;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.OutputPlaces;
import org.pixelanon.pipeline.report.FileResult;

/** One submission of a job: the part of the driver. */
final class Submission {

    private static final List<String> ENDED =
            List.of(
                    Outcome.CLEAN.label(),
                    Outcome.REDACTED.label(),
                    Outcome.NEEDS_REVIEW.label(),
                    ResultRow.NOT_DICOM);

    private final SparkSession spark;
    private final List<String> words;
    private final BatchJob job;
    private final String results;
    private final RowStore rows;
    private final String fingerprint;

    private Submission(SparkSession spark, List<String> words, BatchJob job, String results)
            throws IOException {
        this.spark = spark;
        this.words = words;
        this.job = job;
        this.results = results;
        this.fingerprint = job.fingerprint();
        String name = System.currentTimeMillis() + "-" + spark.sparkContext().applicationId();
        this.rows = RowStore.of(spark, results, name, fingerprint);
    }

    /**
     * Prepares a submission; starts the engines once in the driver, so that executors can be
     * compared with it.
     */
    static Submission of(SparkSession spark, List<String> words) throws IOException {
        String results =
                BatchJob.of(words)
                        .results()
                        .orElseThrow(
                                () -> new PipelineException("Missing required option: --results"));
        return new Submission(spark, words, SharedJobs.of(words), results);
    }

    /** Processes all inputs and returns a row for each, as in the results. */
    Dataset<Row> run(InputFiles.Found found) throws IOException {
        OutputPlaces places = job.places(found);
        List<FileItem> items = new ArrayList<>();
        for (InputFile input : found.files()) {
            items.add(item(input, places));
        }
        List<FileItem> left = left(items);
        List<FileSlice> slices = new Slicing(job.partBytes(), job.partFiles()).of(left);
        if (!slices.isEmpty()) {
            JavaSparkContext.fromSparkContext(spark.sparkContext())
                    .parallelize(slices, slices.size())
                    .foreach(
                            new SliceWork(
                                    words, fingerprint, rows, new Counts(spark.sparkContext())));
        }
        return published(items, found.problems());
    }

    private static FileItem item(InputFile input, OutputPlaces places) throws IOException {
        Path target = places.target(input);
        return new FileItem(
                PathText.of(input.path()),
                input.below().toString(),
                input.explicit(),
                target == null ? null : PathText.of(target),
                places.problem(input),
                cost(input.path()));
    }

    /** The cost of a file; an inaccessible one fails quickly. */
    private static long cost(Path file) {
        try {
            return Math.max(1, Files.size(file));
        } catch (IOException e) {
            return 1;
        }
    }

    /** The files without a valid row of an earlier submission. */
    private List<FileItem> left(List<FileItem> items) throws IOException {
        if (rows.isEmpty()) {
            return items;
        }
        Set<String> done = new HashSet<>();
        NamedPaths paths = job.paths();
        for (Iterator<Row> all = latest().toLocalIterator(); all.hasNext(); ) {
            Row row = all.next();
            if (ENDED.contains(row.<String>getAs("outcome")) && stands(row, paths)) {
                done.add(row.getAs("file"));
            }
        }
        return items.stream().filter(item -> !done.contains(item.path())).toList();
    }

    private static boolean stands(Row row, NamedPaths paths) throws IOException {
        ResultRow.Stamp input = new ResultRow.Stamp(row.getAs("bytes"), row.getAs("modified"));
        if (!ResultRow.Stamp.of(paths.path(row.getAs("file"))).equals(input)) {
            return false;
        }
        String output = row.getAs("output");
        ResultRow.Stamp copy =
                new ResultRow.Stamp(row.getAs("outputBytes"), row.getAs("outputModified"));
        return output == null || ResultRow.Stamp.of(paths.path(output)).equals(copy);
    }

    /** One row per file: that of the last attempt. */
    private Dataset<Row> latest() throws IOException {
        return rows.read(spark)
                .groupBy(col("file"))
                .agg(max_by(struct(col("*")), col("ended")).as("last"))
                .select("last.*");
    }

    private Dataset<Row> published(List<FileItem> items, Map<Path, String> problems)
            throws IOException {
        Set<String> names = new HashSet<>();
        items.forEach(item -> names.add(item.path()));
        Dataset<Row> wanted =
                spark.createDataset(List.copyOf(names), Encoders.STRING()).toDF("file");
        Dataset<Row> all = latest().join(wanted, "file");
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Path, String> problem : problems.entrySet()) {
            lines.add(problem(problem.getKey(), problem.getValue()));
        }
        for (String folder : foldersWithoutDicom(all)) {
            lines.add(problem(job.paths().path(folder), "holds no DICOM file"));
        }
        Dataset<Row> more =
                spark.read()
                        .schema(ResultRow.SCHEMA)
                        .json(spark.createDataset(lines, Encoders.STRING()));
        Dataset<Row> told = all.unionByName(more).selectExpr(ResultRow.PUBLIC).orderBy("file");
        told.write().mode(SaveMode.Overwrite).parquet(results + "/report.parquet");
        Dataset<Row> report = spark.read().parquet(results + "/report.parquet");
        report.write().mode(SaveMode.Overwrite).json(results + "/report.json");
        long missing = names.size() + lines.size() - report.count();
        if (missing != 0) {
            throw new PipelineException(
                    results + ": the rows of " + missing + " files are missing; submit again");
        }
        return report;
    }

    private static String problem(Path path, String reason) throws IOException {
        return ResultRow.line(
                new InputFile(path, Path.of(""), true),
                PathText.of(path),
                ResultRow.Stamp.NONE,
                FileResult.failed(path, reason));
    }

    /** INPUT folders in which every file was skipped: most likely a mistyped path. */
    private static List<String> foldersWithoutDicom(Dataset<Row> all) {
        return all.where("folder is not null")
                .groupBy("folder")
                .agg(
                        org.apache
                                .spark
                                .sql
                                .functions
                                .expr("bool_and(outcome = '" + ResultRow.NOT_DICOM + "')")
                                .as("none"))
                .where("none")
                .select("folder")
                .as(Encoders.STRING())
                .collectAsList();
    }
}
