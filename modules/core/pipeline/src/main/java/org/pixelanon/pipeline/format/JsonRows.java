package org.pixelanon.pipeline.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as JSON objects. */
public final class JsonRows {

    private JsonRows() {}

    /**
     * Writes one object with a field for each column.
     *
     * @param json where to
     * @param columns the names
     * @param values by column: a whole number, truth value, text, list of those, or null
     * @throws IOException if it cannot be written
     */
    public static void write(
            JsonGenerator json, List<String> columns, List<? extends @Nullable Object> values)
            throws IOException {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            json.writeFieldName(columns.get(i));
            value(json, values.get(i));
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                value(json, item);
            }
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }
}
