package org.pixelanon.pipeline.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.model.SearchResult;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.WholeFile;

/**
 * Writes the report of a run as JSON: every input with its outcome, regions, proof and what was not
 * processed. It never holds text from pixels or values of patient tags.
 */
public final class RunReport {

    /** What every run says at its end. */
    public static final String SCOPE_NOTE = "pixels only: patient tags remain in the files";

    private final String version;
    private final PathWords words;
    private final @Nullable SearchWords search;

    /**
     * Creates the writer.
     *
     * @param version the version of the tool
     * @param words how paths are written
     */
    public RunReport(String version, PathWords words) {
        this(version, words, null);
    }

    /**
     * Creates the writer of a run that looked for text.
     *
     * @param version the version of the tool
     * @param words how paths are written
     * @param search how it looked; null if it did not
     */
    public RunReport(String version, PathWords words, @Nullable SearchWords search) {
        this.version = version;
        this.words = words;
        this.search = search;
    }

    /**
     * Writes the report, complete or not at all.
     *
     * @param run the run
     * @param command the name of the command
     * @param target the file
     * @throws PipelineException if it cannot be written
     */
    public void write(RunResult run, String command, Path target) throws PipelineException {
        write(run, command, target, ReadAccess.OWNER);
    }

    /** What a report says of the files of a run, and of all of them together. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes the fields.
         *
         * @param json within the object of the report
         * @param words how paths are written
         * @throws IOException if they cannot be written
         */
        void write(JsonGenerator json, PathWords words) throws IOException;
    }

    /**
     * Writes the report, complete or not at all.
     *
     * @param run the run
     * @param command the name of the command
     * @param target the file
     * @param readers who may read it, if it is new
     * @throws PipelineException if it cannot be written
     */
    public void write(RunResult run, String command, Path target, ReadAccess readers)
            throws PipelineException {
        write((json, paths) -> write(run, json), command, target, readers);
    }

    /**
     * Writes the report, complete or not at all.
     *
     * @param content what it says of files
     * @param command the name of the command
     * @param target the file
     * @param readers who may read it, if it is new
     * @throws PipelineException if it cannot be written
     */
    public void write(Content content, String command, Path target, ReadAccess readers)
            throws PipelineException {
        try (WholeFile whole = WholeFile.at(target, readers)) {
            try (JsonGenerator json =
                    new JsonFactory()
                            .createGenerator(
                                    Files.newBufferedWriter(
                                            whole.part(), StandardCharsets.UTF_8))) {
                json.useDefaultPrettyPrinter();
                json.writeStartObject();
                json.writeStringField("tool", "PixelAnon " + version);
                json.writeStringField("command", command);
                json.writeStringField("note", SCOPE_NOTE);
                if (search != null) {
                    writeSearch(search, json);
                }
                content.write(json, words);
                json.writeEndObject();
            }
            whole.publish();
        } catch (IOException e) {
            throw new PipelineException(target + ": report cannot be written", e);
        }
    }

    private void write(RunResult run, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("files");
        for (FileResult file : run.files()) {
            FileJson.write(file, run.label(file), words, json);
        }
        json.writeEndArray();
        writePaths("notDicom", run.ignored(), json);
        writePaths("noFiles", run.odd(), json);
        json.writeObjectFieldStart("totals");
        json.writeNumberField("files", run.files().size());
        writeCounts(run, json);
        json.writeNumberField("notDicom", run.ignored().size());
        json.writeNumberField("noFiles", run.odd().size());
        json.writeNumberField("regions", regions(run));
        json.writeNumberField(
                "seconds", rounded(run.files().stream().mapToDouble(FileResult::seconds).sum()));
        json.writeEndObject();
        json.writeNumberField("exitCode", run.exitCode());
    }

    private static void writeSearch(SearchWords search, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("search");
        json.writeStringField("effort", search.effort());
        json.writeArrayFieldStart("engines");
        for (String engine : search.engines()) {
            json.writeString(engine);
        }
        json.writeEndArray();
        if (!search.shortfall().isEmpty()) {
            json.writeStringField("shortfall", search.shortfall());
        }
        json.writeEndObject();
    }

    private static void writeCounts(RunResult run, JsonGenerator json) throws IOException {
        switch (run.told()) {
            case FOUND -> {
                for (SearchResult found : SearchResult.values()) {
                    json.writeNumberField(found.label(), run.count(found));
                }
            }
            case READ -> {
                json.writeNumberField("Read", run.count(Outcome.CLEAN));
                json.writeNumberField(Outcome.FAILED.label(), run.count(Outcome.FAILED));
            }
            case OUTCOME -> {
                for (Outcome outcome : Outcome.values()) {
                    json.writeNumberField(outcome.label(), run.count(outcome));
                }
            }
        }
    }

    /** What was blanked; after a search, what is to be. */
    private static long regions(RunResult run) {
        return run.files().stream()
                .mapToLong(
                        f ->
                                run.told() == RunResult.Told.FOUND
                                        ? f.decisions().stream()
                                                .filter(d -> d.verdict() != Verdict.KEEP)
                                                .count()
                                        : f.redacted().size())
                .sum();
    }

    private void writePaths(String name, List<Path> paths, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (Path path : paths) {
            json.writeString(words.of(path));
        }
        json.writeEndArray();
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
