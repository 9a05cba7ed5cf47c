package org.pixelanon.pipeline.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.pixelanon.model.Decision;
import org.pixelanon.model.FileHashes;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.OpenQuestion;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.Region;

/** One input in a report. */
public final class FileJson {

    private FileJson() {}

    /**
     * Writes it.
     *
     * @param file how the work ended
     * @param outcome the word for it
     * @param words how paths are written
     * @param json where to
     * @throws IOException if it cannot be written
     */
    public static void write(FileResult file, String outcome, PathWords words, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("input", words.of(file.input()));
        if (file.output().isPresent()) {
            json.writeStringField("output", words.of(file.output().get()));
        }
        if (file.hashes().isPresent()) {
            writeHashes(file.hashes().get(), json);
        }
        json.writeStringField("outcome", outcome);
        if (!file.reason().isEmpty()) {
            json.writeStringField("reason", words.in(file.reason(), file.input()));
        }
        if (!file.open().isEmpty()) {
            json.writeObjectFieldStart("open");
            for (Map.Entry<OpenQuestion, Integer> kind : file.open().counts().entrySet()) {
                json.writeNumberField(kind.getKey().name(), kind.getValue());
            }
            json.writeEndObject();
        }
        json.writeNumberField("planes", file.planes());
        writeDecisions(file, json);
        json.writeArrayFieldStart("redacted");
        for (Region region : file.redacted()) {
            writeRegion(region, json);
        }
        json.writeEndArray();
        if (file.verification().isPresent()) {
            ProofJson.write(file.verification().get(), json);
        }
        json.writeArrayFieldStart("notes");
        for (String note : file.notes()) {
            json.writeString(words.in(note, file.input()));
        }
        json.writeEndArray();
        json.writeNumberField("seconds", rounded(file.seconds()));
        json.writeEndObject();
    }

    private static void writeHashes(FileHashes hashes, JsonGenerator json) throws IOException {
        json.writeStringField("inputSha256", hashes.input());
        String output = hashes.output();
        if (output != null) {
            json.writeStringField("outputSha256", output);
        }
    }

    private static void writeDecisions(FileResult file, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("regions");
        Map<String, Integer> kinds = new TreeMap<>();
        for (Decision decision : file.decisions()) {
            kinds.merge(decision.verdict().name(), 1, Integer::sum);
            json.writeStartObject();
            writePlace(decision.finding().region(), json);
            json.writeStringField("origin", decision.finding().origin());
            json.writeStringField("decision", decision.verdict().name());
            json.writeStringField("reason", decision.reason().kind().name());
            json.writeStringField("detail", decision.reason().detail());
            json.writeEndObject();
        }
        json.writeEndArray();
        for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
            json.writeNumberField("count" + kind.getKey(), kind.getValue());
        }
    }

    private static void writeRegion(Region region, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writePlace(region, json);
        json.writeEndObject();
    }

    private static void writePlace(Region region, JsonGenerator json) throws IOException {
        PlaneScope scope = region.scope();
        InclusiveBox box = InclusiveBox.of(region);
        json.writeStringField("plane", scope.toString());
        json.writeNumberField("left", box.left());
        json.writeNumberField("top", box.top());
        json.writeNumberField("right", box.right());
        json.writeNumberField("bottom", box.bottom());
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
