package org.pixelanon.mongodb;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/**
 * A document about an instance. Keys are DICOM keywords; those of repeating groups and private
 * elements are preceded by the tag, as {@code (6000,0010)-OverlayRows}. Multiple values are a text
 * with backslashes or, for numbers, an array; a value whose representation is not in the dictionary
 * is a document {@code {vr, val}}.
 */
public final class InstanceDocument {

    private static final String ID = "_id";
    private static final String VALUE = "val";

    private static final JsonWriterSettings JSON =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    private final BsonDocument document;

    InstanceDocument(BsonDocument document) {
        this.document = document;
    }

    /**
     * A value as text.
     *
     * @param keys a key, followed by keys inside its value
     * @return the values separated by backslashes; empty if there is none
     */
    public String text(String... keys) {
        BsonValue at = document;
        for (String key : keys) {
            at = at != null && at.isDocument() ? at.asDocument().get(key) : null;
        }
        return text(at).strip();
    }

    private static String text(@Nullable BsonValue value) {
        if (value == null) {
            return "";
        }
        return switch (value.getBsonType()) {
            case STRING -> value.asString().getValue();
            case INT32 -> Integer.toString(value.asInt32().getValue());
            case INT64 -> Long.toString(value.asInt64().getValue());
            case DOUBLE -> number(value.asDouble().getValue());
            case DECIMAL128 -> value.asDecimal128().getValue().toString();
            case BOOLEAN -> Boolean.toString(value.asBoolean().getValue());
            case ARRAY -> texts(value.asArray());
            case DOCUMENT -> text(value.asDocument().get(VALUE));
            default -> "";
        };
    }

    private static String texts(BsonArray values) {
        List<String> texts = new ArrayList<>();
        for (BsonValue value : values) {
            texts.add(text(value));
        }
        return String.join("\\", texts);
    }

    /** Formats integers without a point, as in DICOM. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1L << 53
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /**
     * The whole document without its identifier.
     *
     * @return one line of JSON; types that JSON lacks are written as MongoDB's relaxed Extended
     *     JSON
     */
    public String json() {
        BsonDocument all = document.clone();
        all.remove(ID);
        return all.toJson(JSON);
    }
}
