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
 * What a document says of an instance. Keys are the keywords of DICOM; tags of groups that repeat
 * and private ones have the tag in front, as {@code (6000,0010)-OverlayRows}. Several values are a
 * text with backslashes or, of numbers, an array; a value whose representation the dictionary does
 * not tell is a document {@code {vr, val}}.
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
     * @param keys a key, and behind it the keys inside of what it holds
     * @return the values with backslashes between; empty if there is none
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

    /** As DICOM writes whole numbers: without a point. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1L << 53
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /**
     * The whole document without its identifier.
     *
     * @return one line of JSON; what JSON has no type for is written as MongoDB's relaxed Extended
     *     JSON does
     */
    public String json() {
        BsonDocument all = document.clone();
        all.remove(ID);
        return all.toJson(JSON);
    }
}
