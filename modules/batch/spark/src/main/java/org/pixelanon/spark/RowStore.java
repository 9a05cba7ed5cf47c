package org.pixelanon.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Stores the rows of finished tasks, one file each, so that a job submitted again resumes. A file
 * gets its name when it is complete, and depends only on the files of its task, so a second attempt
 * adds nothing.
 */
final class RowStore implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Rows name patients' files, so only their owner may read them. */
    private static final String UMASK = "fs.permissions.umask-mode";

    private final SerializableConfiguration configuration;
    private final String folder;
    private final String submission;

    private RowStore(Configuration configuration, String folder, String submission) {
        this.configuration = new SerializableConfiguration(configuration);
        this.folder = folder;
        this.submission = submission;
    }

    /**
     * The rows of jobs with equal fingerprints.
     *
     * @param spark the session
     * @param results the folder of the job
     * @param submission a new name for the submission that writes
     * @param fingerprint of everything that determines results
     */
    static RowStore of(SparkSession spark, String results, String submission, String fingerprint) {
        Configuration own = new Configuration(spark.sparkContext().hadoopConfiguration());
        own.set(UMASK, "077");
        return new RowStore(own, results + "/rows-" + fingerprint, submission);
    }

    /** Writes the rows of a task, complete or not at all. */
    void write(String key, long attempt, List<String> lines) throws IOException {
        Path whole = new Path(folder, submission + "-" + key + ".json");
        Path part = new Path(folder, "_" + whole.getName() + "." + attempt);
        FileSystem files = whole.getFileSystem(configuration.value());
        files.mkdirs(whole.getParent());
        try (OutputStream out = files.create(part, true)) {
            for (String line : lines) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
        if (!files.rename(part, whole)) {
            files.delete(part, false);
            if (!files.exists(whole)) { // else another attempt wrote the same
                throw new IOException(whole + ": cannot be written");
            }
        }
    }

    /** Whether no task ever wrote rows. */
    boolean isEmpty() throws IOException {
        Path all = new Path(folder);
        return !all.getFileSystem(configuration.value()).exists(all);
    }

    /** All stored rows, perhaps several per file. Damaged lines are ignored. */
    Dataset<Row> read(SparkSession spark) throws IOException {
        if (isEmpty()) {
            return spark.createDataFrame(List.of(), ResultRow.SCHEMA);
        }
        return spark.read().schema(ResultRow.SCHEMA).option("mode", "DROPMALFORMED").json(folder);
    }
}
