package org.pixelanon.dicomweb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads values from the DICOM JSON Model (PS3.18 F): plain values of elements, and sequences as
 * data sets. Persons' names and bulk data are skipped.
 */
final class DicomJsonReader {

    private static final int DEEPEST = 8;

    /**
     * A data set.
     *
     * @param values texts and numbers by tag, as 00080018
     * @param items data sets by the tag of their sequence
     */
    record DataSet(Map<String, List<String>> values, Map<String, List<DataSet>> items) {

        /** The first value; empty if there is none. */
        String first(String tag) {
            List<String> all = all(tag);
            return all.isEmpty() ? "" : all.get(0);
        }

        /** All values; none if there is no such element. */
        List<String> all(String tag) {
            return values.getOrDefault(tag, List.of());
        }

        List<DataSet> sequence(String tag) {
            return items.getOrDefault(tag, List.of());
        }
    }

    private DicomJsonReader() {}

    /** One data set, or an array of them. */
    static List<DataSet> read(byte[] json) throws IOException {
        List<DataSet> all = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                all.add(dataSet(parser, 0));
            } else if (first == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    all.add(dataSet(parser, 0));
                }
                require(parser, JsonToken.END_ARRAY);
            } else {
                throw new IOException("no data set");
            }
            if (parser.nextToken() != null) {
                throw new IOException("data after the data sets");
            }
        }
        return all;
    }

    private static void require(JsonParser parser, JsonToken token) throws IOException {
        if (parser.currentToken() != token) {
            throw new IOException("expected " + token);
        }
    }

    private static DataSet dataSet(JsonParser parser, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("too deep");
        }
        DataSet set = new DataSet(new HashMap<>(), new HashMap<>());
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String tag = parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                element(parser, tag, set, depth);
            } else {
                parser.skipChildren();
            }
        }
        require(parser, JsonToken.END_OBJECT);
        return set;
    }

    private static void element(JsonParser parser, String tag, DataSet set, int depth)
            throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean values = parser.currentName().equals("Value");
            JsonToken value = parser.nextToken();
            if (values && value == JsonToken.START_ARRAY) {
                values(parser, tag, set, depth);
            } else {
                parser.skipChildren();
            }
        }
        require(parser, JsonToken.END_OBJECT);
    }

    private static void values(JsonParser parser, String tag, DataSet set, int depth)
            throws IOException {
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
            if (t == null) {
                throw new IOException("ends within a value");
            }
            if (t == JsonToken.START_OBJECT) {
                set.items()
                        .computeIfAbsent(tag, k -> new ArrayList<>())
                        .add(dataSet(parser, depth + 1));
            } else if (t.isScalarValue()) {
                set.values().computeIfAbsent(tag, k -> new ArrayList<>()).add(parser.getText());
            } else {
                parser.skipChildren();
            }
        }
    }
}
