package org.pixelanon.pii.process;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Questions and answers: one JSON object a line, in UTF-8. */
final class JsonLines {

    private static final int LONGEST = 1 << 16;

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonLines() {}

    /** The line of a question, with its end. */
    static byte[] question(long id, String text) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeNumberField("id", id);
            json.writeStringField("text", text);
            json.writeEndObject();
        }
        line.write('\n');
        return line.toByteArray();
    }

    /**
     * Reads one line.
     *
     * @throws EOFException if there is none
     * @throws IOException if it is too long or no UTF-8
     */
    static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        while (b >= 0 && b != '\n') {
            if (line.size() == LONGEST) {
                throw new IOException("too long");
            }
            line.write(b);
            b = in.read();
        }
        if (b < 0) {
            throw new EOFException();
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line.toByteArray()))
                .toString();
    }

    /**
     * Understands a line.
     *
     * @throws IOException if it is no object with a whole {@code id}, and a {@code sensitive} that
     *     is true or false or an {@code error}; its words say nothing of the line
     */
    static Answer answer(String line) throws IOException {
        Map<String, Object> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            require(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                Object value = value(json);
                require(fields.put(name, value) == null);
            }
            require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
        }
        String error = fields.get("error") instanceof String words ? words : "";
        if (!(fields.get("id") instanceof Long id)) {
            throw noAnswer();
        }
        require(fields.get("sensitive") instanceof Boolean || !error.isEmpty());
        String type = fields.get("type") instanceof String said ? said : "";
        return new Answer(id, Boolean.TRUE.equals(fields.get("sensitive")), type, error);
    }

    /** What counts of a value; any other is skipped. */
    private static Object value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        require(token != null);
        return switch (token) {
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> json.getText();
            default -> json.skipChildren();
        };
    }

    private static void require(boolean holds) throws IOException {
        if (!holds) {
            throw noAnswer();
        }
    }

    private static IOException noAnswer() {
        return new IOException("no answer");
    }
}
