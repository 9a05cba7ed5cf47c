package org.pixelanon.pipeline.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pipeline.report.FileJson;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.PathWords;
import org.pixelanon.store.work.WorkEnd;

/**
 * What a manifest says of an input whose work ended.
 *
 * @param key the input
 * @param stamp of the input when it was processed
 * @param copy its output; null if it has none
 * @param end how it ended; its line is not known here
 */
record JournalLine(String key, FileStamp stamp, @Nullable Copy copy, WorkEnd end) {

    static final String REPORT = "report";

    /** Names may be in any encoding; as escapes they pass through all. */
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /**
     * An output.
     *
     * @param path where it is
     * @param stamp when it was published
     * @param sha256 of its bytes; empty if that was not computed
     */
    record Copy(String path, FileStamp stamp, String sha256) {}

    /** The line; what a report says of the file stands in it, with paths as they are. */
    String text(@Nullable FileResult result) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("key", key);
            json.writeNumberField("size", stamp.size());
            json.writeNumberField("modified", stamp.modified());
            if (copy != null) {
                json.writeStringField("copy", copy.path());
                json.writeNumberField("copySize", copy.stamp().size());
                json.writeNumberField("copyModified", copy.stamp().modified());
                json.writeStringField("copySha256", copy.sha256());
            }
            json.writeStringField("outcome", end.outcome());
            json.writeStringField("reason", end.reason());
            json.writeStringField("device", end.device());
            json.writeNumberField("seconds", end.seconds());
            json.writeNumberField("ended", end.ended());
            if (result != null) {
                json.writeFieldName(REPORT);
                FileJson.write(result, end.outcome(), PathWords.PLAIN, json);
            }
            json.writeEndObject();
        }
        return out.toString();
    }

    /** Reads a line up to what a report says. */
    static JournalLine read(long at, String text) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME && !json.currentName().equals(REPORT)) {
                String name = json.currentName();
                json.nextToken();
                fields.put(name, json.getText());
            }
        }
        String copy = fields.get("copy");
        WorkEnd end =
                new WorkEnd(
                        fields.getOrDefault("outcome", ""),
                        fields.getOrDefault("reason", ""),
                        fields.getOrDefault("device", ""),
                        Double.parseDouble(fields.getOrDefault("seconds", "0")),
                        number(fields, "ended"),
                        at);
        return new JournalLine(
                fields.getOrDefault("key", ""),
                new FileStamp(number(fields, "size"), number(fields, "modified")),
                copy == null
                        ? null
                        : new Copy(
                                copy,
                                new FileStamp(
                                        number(fields, "copySize"), number(fields, "copyModified")),
                                fields.getOrDefault("copySha256", "")),
                end);
    }

    private static long number(Map<String, String> fields, String name) {
        return Long.parseLong(fields.getOrDefault(name, "-1"));
    }
}
