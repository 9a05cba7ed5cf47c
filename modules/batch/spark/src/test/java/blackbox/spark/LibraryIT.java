package blackbox.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.spark.PixelAnonJobs;

/** Jobs as a library: rows in, rows out. */
class LibraryIT {

    @TempDir static Path folder;

    private static SparkSession spark;
    private static Archive archive;

    @BeforeAll
    static void start() throws Exception {
        archive = new Archive(folder.resolve("archive"), 8);
        spark =
                SparkSession.builder()
                        .master("local[2]")
                        .config("spark.ui.enabled", "false")
                        .config("spark.driver.host", "127.0.0.1")
                        .config("spark.sql.shuffle.partitions", "2")
                        .config("spark.sql.warehouse.dir", folder.resolve("none").toString())
                        .getOrCreate();
    }

    @AfterAll
    static void stop() {
        if (spark != null) {
            spark.stop();
        }
    }

    private static List<String> options(String name) {
        Path out = folder.resolve(name);
        Path results = folder.resolve(name + "-results");
        return List.of("-o", out.toString(), "--results", results.toString(), "--effort", "fast");
    }

    @Test
    void a_row_for_each_file_comes_back_and_outputs_are_where_rows_said() throws Exception {
        String file = archive.first.resolve("series0/image0.dcm").toString();
        String other = archive.second.resolve("series0/image0.dcm").toString();
        Dataset<Row> inputs =
                spark.createDataFrame(
                        List.of(RowFactory.create(file, "x/1.dcm"), RowFactory.create(other, null)),
                        new StructType()
                                .add("file", DataTypes.StringType)
                                .add("below", DataTypes.StringType));

        List<Row> rows = PixelAnonJobs.anonymise(spark, inputs, options("placed")).collectAsList();

        assertThat(rows).extracting(r -> r.getAs("file")).containsExactly(file, other);
        assertThat(rows).extracting(r -> r.getAs("outcome")).containsExactly("Redacted", "Clean");
        assertThat(rows).extracting(r -> (int) r.getAs("reds") > 0).containsExactly(true, false);
        assertThat(folder.resolve("placed/x/1.dcm")).isRegularFile();
        assertThat(folder.resolve("placed/image0.dcm")).isRegularFile();
    }

    @Test
    void files_that_ended_are_not_looked_at_again_but_changed_ones_and_lost_outputs_are()
            throws Exception {
        Path kept = archive.first.resolve("series0/image1.dcm");
        Path changed = archive.first.resolve("series0/image2.dcm");
        Path lost = archive.first.resolve("series0/image3.dcm");
        Dataset<Row> inputs =
                spark.createDataset(
                                List.of(kept.toString(), changed.toString(), lost.toString()),
                                Encoders.STRING())
                        .toDF("file");
        Row before = row(inputs, kept);
        Files.copy(
                archive.second.resolve("series0/image2.dcm"),
                changed,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.delete(folder.resolve("again/image2.dcm"));
        Files.delete(folder.resolve("again/image3.dcm"));

        assertThat(row(inputs, kept)).as("the row of the first time").isEqualTo(before);
        assertThat(row(inputs, changed).<String>getAs("outcome")).isEqualTo("Clean");
        assertThat(folder.resolve("again/image2.dcm")).hasSameBinaryContentAs(changed);
        assertThat(folder.resolve("again/image3.dcm")).isRegularFile();
    }

    private static Row row(Dataset<Row> inputs, Path file) throws Exception {
        return PixelAnonJobs.anonymise(spark, inputs, options("again")).collectAsList().stream()
                .filter(r -> r.getAs("file").equals(file.toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void options_that_a_second_attempt_would_misunderstand_are_refused() {
        Dataset<Row> inputs =
                spark.createDataset(List.of("/a.dcm"), Encoders.STRING()).toDF("file");
        for (String option : List.of("--overwrite", "--in-place", "--dry-run", "--hash-paths")) {
            List<String> options = new java.util.ArrayList<>(options("refused"));
            options.add(option);
            assertThatThrownBy(() -> PixelAnonJobs.anonymise(spark, inputs, options))
                    .isInstanceOf(PipelineException.class)
                    .hasMessageContaining(option);
        }
        assertThatThrownBy(() -> PixelAnonJobs.anonymise(spark, inputs, List.of("-o", "/tmp/out")))
                .hasMessageContaining("--results");
        assertThatThrownBy(
                        () ->
                                PixelAnonJobs.anonymise(
                                        spark,
                                        inputs,
                                        List.of("-o", "out", "--results", "/tmp/results")))
                .hasMessageContaining("absolute");
    }
}
