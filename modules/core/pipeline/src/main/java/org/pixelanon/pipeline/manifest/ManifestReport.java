package org.pixelanon.pipeline.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pixelanon.model.Outcome;
import org.pixelanon.pipeline.report.FileJson;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.PathWords;
import org.pixelanon.pipeline.report.RunReport;
import org.pixelanon.store.work.WorkEnd;
import org.pixelanon.store.work.WorkFigures;

/**
 * What a report says of all files of a manifest, whichever run processed them. Read from the
 * manifest line by line.
 */
public final class ManifestReport implements RunReport.Content {

    private final Manifest manifest;
    private final ManifestTotals totals;
    private final List<Path> odd;
    private long regions;
    private double seconds;

    /**
     * Prepares it.
     *
     * @param manifest the manifest, open
     * @param totals what became of its files
     * @param odd what was met and is not a file
     */
    public ManifestReport(Manifest manifest, ManifestTotals totals, List<Path> odd) {
        this.manifest = manifest;
        this.totals = totals;
        this.odd = List.copyOf(odd);
    }

    @Override
    public void write(JsonGenerator json, PathWords words) throws IOException {
        WorkFigures figures = manifest.work().figures();
        json.writeArrayFieldStart("files");
        figures.each("", one -> writeFile(one, json, words));
        String last = "";
        for (List<String> page = figures.open(last); !page.isEmpty(); page = figures.open(last)) {
            for (String key : page) {
                FileResult left = FileResult.notReached(manifest.paths().path(key));
                FileJson.write(left, left.outcome().label(), words, json);
            }
            last = page.get(page.size() - 1);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notDicom");
        figures.each(
                WorkEnd.PASSED_OVER,
                one -> json.writeString(words.of(manifest.paths().path(one.key()))));
        json.writeEndArray();
        json.writeArrayFieldStart("noFiles");
        for (Path path : odd) {
            json.writeString(words.of(path));
        }
        json.writeEndArray();
        json.writeObjectFieldStart("totals");
        json.writeNumberField("files", totals.files());
        for (Map.Entry<Outcome, Long> outcome : totals.outcomes().entrySet()) {
            json.writeNumberField(outcome.getKey().label(), outcome.getValue());
        }
        json.writeNumberField("notDicom", totals.notDicom());
        json.writeNumberField("noFiles", odd.size());
        json.writeNumberField("regions", regions);
        json.writeNumberField("seconds", Math.round(seconds * 1000) / 1000.0);
        json.writeEndObject();
        json.writeNumberField("exitCode", totals.exitCode());
    }

    private void writeFile(WorkFigures.Ended one, JsonGenerator json, PathWords words)
            throws IOException {
        WorkEnd end = one.end();
        if (end.outcome().equals(WorkEnd.PASSED_OVER)) {
            return;
        }
        seconds += end.seconds();
        Path path = manifest.paths().path(one.key());
        if (end.line() < 0) {
            FileResult problem = FileResult.failed(path, end.reason());
            FileJson.write(problem, problem.outcome().label(), words, json);
            return;
        }
        try (JsonParser line = new JsonFactory().createParser(manifest.line(end))) {
            line.nextToken();
            while (line.nextToken() == JsonToken.FIELD_NAME) {
                boolean report = line.currentName().equals(JournalLine.REPORT);
                line.nextToken();
                if (report) {
                    copy(line, json, path, words);
                } else {
                    line.skipChildren();
                }
            }
        }
    }

    /** As it is in the manifest, but for paths. */
    private void copy(JsonParser line, JsonGenerator json, Path path, PathWords words)
            throws IOException {
        json.writeStartObject();
        Path named = path;
        while (line.nextToken() == JsonToken.FIELD_NAME) {
            String name = line.currentName();
            json.writeFieldName(name);
            JsonToken value = line.nextToken();
            switch (name) {
                case "input" -> {
                    named = Path.of(line.getText());
                    json.writeString(words.of(named));
                }
                case "output" -> json.writeString(words.of(Path.of(line.getText())));
                case "reason" -> json.writeString(words.in(line.getText(), named));
                case "notes" -> {
                    json.writeStartArray();
                    while (line.nextToken() != JsonToken.END_ARRAY) {
                        json.writeString(words.in(line.getText(), named));
                    }
                    json.writeEndArray();
                }
                case "redacted" -> {
                    json.writeStartArray();
                    while (line.nextToken() != JsonToken.END_ARRAY) {
                        json.copyCurrentStructure(line);
                        regions++;
                    }
                    json.writeEndArray();
                }
                default -> {
                    if (value.isStructStart()) {
                        json.copyCurrentStructure(line);
                    } else {
                        json.copyCurrentEvent(line);
                    }
                }
            }
        }
        json.writeEndObject();
    }
}
