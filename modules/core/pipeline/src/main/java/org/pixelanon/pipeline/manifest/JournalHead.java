package org.pixelanon.pipeline.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The first line of a manifest.
 *
 * @param command what the run is
 * @param version of the program that began it
 * @param shard which share of the inputs it is about
 * @param salt of the hashes
 * @param settings name to hash of the value, for all that decides what becomes of a file
 */
record JournalHead(
        String command, String version, String shard, String salt, Map<String, String> settings) {

    static final int FORM = 1;
    private static final String MARK = "pixelanonManifest";

    JournalHead {
        settings = Map.copyOf(settings);
    }

    String line() throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField(MARK, FORM);
            json.writeStringField("command", command);
            json.writeStringField("version", version);
            json.writeStringField("shard", shard);
            json.writeStringField("salt", salt);
            json.writeObjectFieldStart("settings");
            for (Map.Entry<String, String> setting : new TreeMap<>(settings).entrySet()) {
                json.writeStringField(setting.getKey(), setting.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toString();
    }

    /** The first line as it was written; the form is -1 if it is none. */
    static Read read(String line) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        Map<String, String> settings = new TreeMap<>();
        int form = -1;
        try (JsonParser json = new JsonFactory().createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.START_OBJECT && name.equals("settings")) {
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        settings.put(json.currentName(), json.nextTextValue());
                    }
                } else if (name.equals(MARK)) {
                    form = json.getIntValue();
                } else if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
                    json.skipChildren();
                } else {
                    fields.put(name, json.getText());
                }
            }
        }
        return new Read(
                form,
                new JournalHead(
                        fields.getOrDefault("command", ""),
                        fields.getOrDefault("version", ""),
                        fields.getOrDefault("shard", ""),
                        fields.getOrDefault("salt", ""),
                        settings));
    }

    /**
     * A line that was read.
     *
     * @param form of the manifest; -1 if the line begins none
     * @param head what it says
     */
    record Read(int form, JournalHead head) {}

    /** The settings in which another run differs. */
    List<String> differences(Map<String, String> other) {
        TreeSet<String> names = new TreeSet<>(settings.keySet());
        names.addAll(other.keySet());
        List<String> different = new ArrayList<>();
        for (String name : names) {
            if (!settings.getOrDefault(name, "").equals(other.getOrDefault(name, ""))) {
                different.add(name);
            }
        }
        return different;
    }
}
