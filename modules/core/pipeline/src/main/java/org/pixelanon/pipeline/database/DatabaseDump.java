package org.pixelanon.pipeline.database;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pipeline.format.JsonRows;
import org.pixelanon.store.Listing;
import org.pixelanon.store.RegionStore;

/**
 * The whole database as dumped by the Python tool: {@code {"rects":[…],"tags":[…]}}, one row per
 * line, last changed last; the mark is a boolean, Image Type a list.
 */
public final class DatabaseDump {

    private static final int MARK = Listing.TAGS.columns().indexOf("mark");
    private static final int IMAGE_TYPE = Listing.TAGS.columns().indexOf("ImageType");

    private DatabaseDump() {}

    /**
     * Writes the dump.
     *
     * @param store the database
     * @param out where to; closed by this
     * @throws IOException if the database cannot be read or the dump not be written
     */
    public static void write(RegionStore store, Writer out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter(""));
            json.writeStartObject();
            json.writeArrayFieldStart("rects");
            rows(store, Listing.RECTS_BY_CHANGE, json);
            json.writeArrayFieldStart("tags");
            rows(store, Listing.TAGS_BY_CHANGE, json);
            json.writeRaw('\n');
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void rows(RegionStore store, Listing listing, JsonGenerator json)
            throws IOException {
        store.list(
                listing,
                values -> {
                    json.writeRaw('\n');
                    JsonRows.write(
                            json,
                            listing.columns(),
                            listing.isOfTags() ? asDumped(values) : values);
                });
        json.writeRaw('\n');
        json.writeEndArray();
    }

    private static List<@Nullable Object> asDumped(List<@Nullable Object> values)
            throws IOException {
        List<@Nullable Object> out = new ArrayList<>(values);
        Object mark = values.get(MARK);
        out.set(MARK, mark == null ? null : "T".equals(mark));
        Object imageType = values.get(IMAGE_TYPE);
        out.set(IMAGE_TYPE, imageType == null ? null : imageType(imageType.toString()));
        return out;
    }

    /** Old databases hold Image Type as Python writes a list; what is no list stays text. */
    private static Object imageType(String stored) throws IOException {
        List<String> values = new ArrayList<>();
        try (JsonParser parser =
                new JsonFactory().createParser(new StringReader(stored.replace('\'', '"')))) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return stored;
            }
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                values.add(parser.getText());
            }
            return parser.currentToken() == JsonToken.END_ARRAY ? values : stored;
        } catch (JsonParseException e) {
            return stored;
        }
    }
}
