package org.pixelanon.pipeline.database;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pipeline.PipelineException;

/** Reads what {@link DatabaseDump} or the Python tool dumped. */
final class DumpReader {

    /** Takes the rows of a dump; each says whether the row names a file. */
    interface Tables {

        /** A row of {@code DicomRects}. */
        boolean rect(List<String> columns, List<? extends @Nullable Object> values);

        /** A row of {@code DicomTags}. */
        boolean mark(List<String> columns, List<? extends @Nullable Object> values);
    }

    private final Path file;
    private final JsonParser json;
    private final Tables into;

    private DumpReader(Path file, JsonParser json, Tables into) {
        this.file = file;
        this.json = json;
        this.into = into;
    }

    static void read(Path file, Tables into) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new PipelineException(file + ": no such file");
        }
        // from bytes: the parser skips a byte order mark
        try (JsonParser json = new JsonFactory().createParser(Files.newInputStream(file))) {
            new DumpReader(file, json, into).dump();
        } catch (JsonParseException e) {
            // the parser's own message quotes the file
            throw new PipelineException(
                    file + ": line " + e.getLocation().getLineNr() + ": is not JSON", e);
        }
    }

    private void dump() throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT, "a dump must begin with {");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String table = json.currentName();
            boolean rects = table.equals("rects");
            require(rects || table.equals("tags"), "is neither rects nor tags");
            require(json.nextToken() == JsonToken.START_ARRAY, "rows must be a list");
            while (json.nextToken() == JsonToken.START_OBJECT) {
                row(rects);
            }
        }
        require(json.currentToken() == JsonToken.END_OBJECT, "the dump is incomplete");
    }

    private void row(boolean rect) throws IOException {
        long line = line();
        List<String> columns = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            columns.add(json.currentName());
            json.nextToken();
            values.add(value());
        }
        try {
            boolean named = rect ? into.rect(columns, values) : into.mark(columns, values);
            require(named, "a row names no file");
        } catch (IllegalArgumentException e) {
            throw new PipelineException(file + ": line " + line + ": " + e.getMessage(), e);
        }
    }

    private @Nullable Object value() throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            List<String> list = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                require(json.currentToken().isScalarValue(), "a value is not text");
                list.add(json.getText());
            }
            return list;
        }
        require(json.currentToken().isScalarValue(), "a value is not text");
        return json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText();
    }

    private long line() {
        return json.currentLocation().getLineNr();
    }

    private void require(boolean right, String otherwise) throws PipelineException {
        if (!right) {
            throw new PipelineException(file + ": line " + line() + ": " + otherwise);
        }
    }
}
