package org.pixelanon.pipeline.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pixelanon.model.Printable;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.WholeFile;

/**
 * Writes what a proof of copies showed as JSON: every file with its result, without patient text.
 */
public final class VerifyReport {

    private final String version;

    /**
     * Creates the writer.
     *
     * @param version the version of the tool
     */
    public VerifyReport(String version) {
        this.version = version;
    }

    /**
     * Writes the report, complete or not at all.
     *
     * @param proof what was shown
     * @param exitCode how the command ends
     * @param target the file
     * @throws PipelineException if it cannot be written
     */
    public void write(VerifyResult proof, int exitCode, Path target) throws PipelineException {
        try (WholeFile whole = WholeFile.at(target)) {
            try (JsonGenerator json =
                    new JsonFactory()
                            .createGenerator(
                                    Files.newBufferedWriter(
                                            whole.part(), StandardCharsets.UTF_8))) {
                json.useDefaultPrettyPrinter();
                write(proof, exitCode, json);
            }
            whole.publish();
        } catch (IOException e) {
            throw e instanceof PipelineException p
                    ? p
                    : new PipelineException(target + ": report cannot be written", e);
        }
    }

    private void write(VerifyResult proof, int exitCode, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("tool", "PixelAnon " + version);
        json.writeStringField("command", "verify");
        json.writeArrayFieldStart("files");
        for (CopyProof copy : proof.copies()) {
            write(copy, json);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("totals");
        json.writeNumberField("files", proof.copies().size());
        for (CopyProof.Result result : CopyProof.Result.values()) {
            json.writeNumberField(result.name(), proof.count(result));
        }
        json.writeNumberField("notDicom", proof.passedOver());
        json.writeNumberField("rowsOfOtherFiles", proof.otherRows());
        json.writeEndObject();
        json.writeNumberField("exitCode", exitCode);
        json.writeEndObject();
    }

    private static void write(CopyProof copy, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", Printable.of(copy.file().toString()));
        if (copy.copy().isPresent()) {
            json.writeStringField("copy", Printable.of(copy.copy().get().toString()));
        }
        json.writeStringField("result", copy.result().name());
        json.writeNumberField("rectangles", copy.rectangles());
        write("problems", copy.problems(), json);
        write("notes", copy.notes(), json);
        if (copy.verification().isPresent()) {
            ProofJson.write(copy.verification().get(), json);
        }
        json.writeEndObject();
    }

    private static void write(String name, List<String> lines, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String line : lines) {
            json.writeString(Printable.of(line));
        }
        json.writeEndArray();
    }
}
