package org.pixelanon.pipeline.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pixelanon.pipeline.PipelineException;

/**
 * Words for an allow-list: a JSON object whose names are the words, as the Python tool keeps its
 * glossary (what they mean is skipped), or a text file with one word or phrase a line.
 */
public final class GlossaryFile {

    private GlossaryFile() {}

    /**
     * Reads a glossary.
     *
     * @param file JSON if its name ends with {@code .json}, else text; UTF-8
     * @return the words, in the order of the file
     * @throws PipelineException if it cannot be read, with the line of what is wrong
     */
    public static List<String> read(Path file) throws PipelineException {
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        return json ? names(file) : lines(file);
    }

    /**
     * Reads a text file.
     *
     * @param file UTF-8
     * @return its lines
     * @throws PipelineException if it cannot be read
     */
    public static List<String> lines(Path file) throws PipelineException {
        if (!Files.isRegularFile(file)) {
            throw new PipelineException(file + ": no such file");
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (!lines.isEmpty() && lines.get(0).startsWith("\uFEFF")) {
                lines.set(0, lines.get(0).substring(1));
            }
            return lines;
        } catch (CharacterCodingException e) {
            throw new PipelineException(file + ": not UTF-8", e);
        } catch (IOException e) {
            throw new PipelineException(file + ": cannot be read", e);
        }
    }

    private static List<String> names(Path file) throws PipelineException {
        try (JsonParser json =
                new JsonFactory()
                        .createParser(new StringReader(String.join("\n", lines(file)) + "\n"))) {
            return names(file, json);
        } catch (JsonParseException e) {
            int line = e.getLocation().getLineNr();
            throw new PipelineException(file + ": line " + line + ": is not JSON", e);
        } catch (IOException e) {
            throw e instanceof PipelineException p
                    ? p
                    : new PipelineException(file + ": cannot be read", e);
        }
    }

    private static List<String> names(Path file, JsonParser json) throws IOException {
        List<String> words = new ArrayList<>();
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new PipelineException(file + ": line 1: a glossary must begin with {");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            words.add(json.currentName());
            json.nextToken();
            json.skipChildren();
        }
        if (json.currentToken() != JsonToken.END_OBJECT) {
            int line = json.currentLocation().getLineNr();
            throw new PipelineException(file + ": line " + line + ": the glossary is incomplete");
        }
        return words;
    }
}
