package org.pixelanon.pipeline.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.FileHashes;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.OpenQuestion;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.model.Region;
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
        try (WholeFile whole = WholeFile.at(target, readers)) {
            try (JsonGenerator json =
                    new JsonFactory()
                            .createGenerator(
                                    Files.newBufferedWriter(
                                            whole.part(), StandardCharsets.UTF_8))) {
                json.useDefaultPrettyPrinter();
                write(run, command, json);
            }
            whole.publish();
        } catch (IOException e) {
            throw new PipelineException(target + ": report cannot be written", e);
        }
    }

    private void write(RunResult run, String command, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("tool", "PixelAnon " + version);
        json.writeStringField("command", command);
        json.writeStringField("note", SCOPE_NOTE);
        if (search != null) {
            writeSearch(search, json);
        }
        json.writeArrayFieldStart("files");
        for (FileResult file : run.files()) {
            writeFile(file, run.label(file), json);
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
        json.writeEndObject();
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

    private void writeFile(FileResult file, String outcome, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("input", words.of(file.input()));
        if (file.output().isPresent()) {
            json.writeStringField("output", words.of(file.output().get()));
        }
        if (file.hashes().isPresent()) {
            writeHashes(file.hashes().get(), json);
        }
        json.writeStringField("outcome", outcome);
        if (!file.reason().isEmpty()) {
            json.writeStringField("reason", words.in(file.reason(), file.input()));
        }
        if (!file.open().isEmpty()) {
            json.writeObjectFieldStart("open");
            for (Map.Entry<OpenQuestion, Integer> kind : file.open().counts().entrySet()) {
                json.writeNumberField(kind.getKey().name(), kind.getValue());
            }
            json.writeEndObject();
        }
        json.writeNumberField("planes", file.planes());
        writeDecisions(file, json);
        json.writeArrayFieldStart("redacted");
        for (Region region : file.redacted()) {
            writeRegion(region, json);
        }
        json.writeEndArray();
        if (file.verification().isPresent()) {
            ProofJson.write(file.verification().get(), json);
        }
        json.writeArrayFieldStart("notes");
        for (String note : file.notes()) {
            json.writeString(words.in(note, file.input()));
        }
        json.writeEndArray();
        json.writeNumberField("seconds", rounded(file.seconds()));
        json.writeEndObject();
    }

    private static void writeHashes(FileHashes hashes, JsonGenerator json) throws IOException {
        json.writeStringField("inputSha256", hashes.input());
        String output = hashes.output();
        if (output != null) {
            json.writeStringField("outputSha256", output);
        }
    }

    private static void writeDecisions(FileResult file, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("regions");
        Map<String, Integer> kinds = new TreeMap<>();
        for (Decision decision : file.decisions()) {
            kinds.merge(decision.verdict().name(), 1, Integer::sum);
            json.writeStartObject();
            writePlace(decision.finding().region(), json);
            json.writeStringField("origin", decision.finding().origin());
            json.writeStringField("decision", decision.verdict().name());
            json.writeStringField("reason", decision.reason().kind().name());
            json.writeStringField("detail", decision.reason().detail());
            json.writeEndObject();
        }
        json.writeEndArray();
        for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
            json.writeNumberField("count" + kind.getKey(), kind.getValue());
        }
    }

    private static void writeRegion(Region region, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writePlace(region, json);
        json.writeEndObject();
    }

    private static void writePlace(Region region, JsonGenerator json) throws IOException {
        PlaneScope scope = region.scope();
        InclusiveBox box = InclusiveBox.of(region);
        json.writeStringField("plane", scope.toString());
        json.writeNumberField("left", box.left());
        json.writeNumberField("top", box.top());
        json.writeNumberField("right", box.right());
        json.writeNumberField("bottom", box.bottom());
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
