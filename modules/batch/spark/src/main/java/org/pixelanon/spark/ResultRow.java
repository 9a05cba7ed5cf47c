package org.pixelanon.spark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FileHashes;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.report.FileJson;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.PathWords;

/** The result of a file as a row of a table, and as the line that stores it until the job ends. */
final class ResultRow {

    /** The outcome of a file in a folder that is not DICOM. */
    static final String NOT_DICOM = "NotDicom";

    private static final JsonFactory JSON = new JsonFactory();

    /** The columns; {@code report} is the entry of the file in a report of the command line. */
    static final StructType SCHEMA =
            new StructType()
                    .add("file", DataTypes.StringType, false)
                    .add("output", DataTypes.StringType)
                    .add("outcome", DataTypes.StringType, false)
                    .add("reason", DataTypes.StringType, false)
                    .add("planes", DataTypes.IntegerType, false)
                    .add("reds", DataTypes.IntegerType, false)
                    .add("bytes", DataTypes.LongType, false)
                    .add("millis", DataTypes.LongType, false)
                    .add("inputSha256", DataTypes.StringType)
                    .add("outputSha256", DataTypes.StringType)
                    .add("report", DataTypes.StringType)
                    .add("folder", DataTypes.StringType)
                    .add("modified", DataTypes.LongType, false)
                    .add("outputBytes", DataTypes.LongType, false)
                    .add("outputModified", DataTypes.LongType, false)
                    .add("ended", DataTypes.LongType, false);

    /** The columns that a report has. */
    static final String[] PUBLIC = {
        "file",
        "output",
        "outcome",
        "reason",
        "planes",
        "reds",
        "bytes",
        "millis",
        "inputSha256",
        "outputSha256",
        "report"
    };

    private ResultRow() {}

    /**
     * Detects a change of a file without reading it.
     *
     * @param size bytes; -1 for a missing file
     * @param modified nanoseconds since 1970
     */
    record Stamp(long size, long modified) {

        static final Stamp NONE = new Stamp(-1, 0);

        static Stamp of(@Nullable Path file) throws IOException {
            if (file == null) {
                return NONE;
            }
            try {
                return new Stamp(
                        Files.size(file), Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS));
            } catch (NoSuchFileException e) {
                return NONE;
            }
        }
    }

    /** The line of a result, without a line feed at its end. */
    static String line(InputFile input, String name, Stamp before, @Nullable FileResult result)
            throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("file", name);
            json.writeNumberField("bytes", before.size());
            json.writeNumberField("modified", before.modified());
            json.writeNumberField("ended", System.currentTimeMillis());
            if (!input.explicit()) {
                json.writeStringField("folder", input.folder().toString());
            }
            if (result == null) {
                json.writeStringField("outcome", NOT_DICOM);
                json.writeStringField("reason", "");
                writeNumbers(json, 0, 0, 0, Stamp.NONE);
            } else {
                write(result, json);
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(FileResult result, JsonGenerator json) throws IOException {
        Path output = result.output().orElse(null);
        if (output != null) {
            json.writeStringField("output", output.toString());
        }
        json.writeStringField("outcome", result.outcome().label());
        json.writeStringField("reason", result.reason());
        if (result.hashes().isPresent()) {
            FileHashes hashes = result.hashes().get();
            json.writeStringField("inputSha256", hashes.input());
            json.writeStringField("outputSha256", hashes.output());
        }
        StringWriter report = new StringWriter();
        try (JsonGenerator entry = JSON.createGenerator(report)) {
            FileJson.write(result, result.outcome().label(), PathWords.PLAIN, entry);
        }
        json.writeStringField("report", report.toString());
        writeNumbers(
                json,
                result.planes(),
                result.redacted().size(),
                Math.round(result.seconds() * 1000),
                Stamp.of(output));
    }

    private static void writeNumbers(
            JsonGenerator json, int planes, int reds, long millis, Stamp output)
            throws IOException {
        json.writeNumberField("planes", planes);
        json.writeNumberField("reds", reds);
        json.writeNumberField("millis", millis);
        json.writeNumberField("outputBytes", output.size());
        json.writeNumberField("outputModified", output.modified());
    }
}
