package org.pixelanon.pipeline.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.Printable;
import org.pixelanon.model.SpreadsheetText;
import org.pixelanon.rules.LabReport;
import org.pixelanon.rules.RuleEntry;
import org.pixelanon.rules.RuleLab;
import org.pixelanon.rules.RuleResult;

/** Writes what rules do to files as table, CSV and JSON. Texts themselves are never written. */
public final class LabWriter {

    private static final int LISTED = 20;

    private final LabReport report;
    private final boolean searched;
    private final PathWords words;

    /**
     * Creates a writer.
     *
     * @param report what is written
     * @param searched whether text was looked for
     * @param words how paths are written
     */
    public LabWriter(LabReport report, boolean searched, PathWords words) {
        this.report = report;
        this.searched = searched;
        this.words = words;
    }

    /**
     * For the eye.
     *
     * @return lines of text
     */
    public String table() {
        StringBuilder out = new StringBuilder("  files  rule\n");
        for (Map.Entry<RuleEntry, Integer> hit : report.hits().entrySet()) {
            RuleEntry e = hit.getKey();
            out.append(
                    String.format(
                            Locale.ROOT,
                            "%7d  %s%s, line %d%n",
                            hit.getValue(),
                            e.name(),
                            e.group().isEmpty() ? "" : " (" + e.group() + ")",
                            e.line()));
        }
        list(
                out,
                "files without a matching rule",
                report.unmatched().stream().map(this::name).toList());
        list(
                out,
                "files with several matching rules",
                report.ambiguous().stream().map(t -> name(t) + ": " + rules(t)).toList());
        list(out, "rectangles outside the image", outside());
        list(out, "regions that cannot be used", unusable());
        if (searched) {
            list(
                    out,
                    "files with text left uncovered",
                    report.uncovered().stream()
                            .map(
                                    t ->
                                            name(t)
                                                    + ": "
                                                    + t.uncovered().size()
                                                    + " of "
                                                    + t.texts().size())
                            .toList());
            out.append(
                    String.format(
                            Locale.ROOT,
                            "%n%.2f %% of the pixels are over-blanked: no text was found there%n",
                            100 * report.overBlanked()));
        }
        return out.toString();
    }

    private List<String> outside() {
        return lines(RuleResult::outside);
    }

    private List<String> unusable() {
        return lines(RuleResult::unusable);
    }

    private List<String> lines(Function<RuleResult, List<String>> remarks) {
        return report.trials().stream()
                .flatMap(t -> remarks.apply(t.result()).stream().map(n -> name(t) + ": " + n))
                .toList();
    }

    private static void list(StringBuilder out, String title, List<String> lines) {
        out.append(String.format(Locale.ROOT, "%n%d %s%n", lines.size(), title));
        lines.stream()
                .limit(LISTED)
                .forEach(l -> out.append("  ").append(Printable.of(l)).append('\n'));
        if (lines.size() > LISTED) {
            out.append("  and ").append(lines.size() - LISTED).append(" more\n");
        }
    }

    /**
     * A line per file.
     *
     * @param raw whether text is written as it is, also what a spreadsheet would execute
     * @return CSV with a header: filename, rules, blanked, texts, uncovered, over_blanked, notes
     * @throws IOException never
     */
    public String csv(boolean raw) throws IOException {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            writeRecords(csv, raw ? text -> text : SpreadsheetText::guarded);
        }
        return out.toString();
    }

    private void writeRecords(CsvWriter csv, UnaryOperator<String> written) {
        csv.writeRecord(
                "filename", "rules", "blanked", "texts", "uncovered", "over_blanked", "notes");
        for (RuleLab.Trial t : report.trials()) {
            csv.writeRecord(
                    name(t),
                    written.apply(rules(t)),
                    share(t.blanked()),
                    searched ? Integer.toString(t.texts().size()) : "",
                    searched ? Integer.toString(t.uncovered().size()) : "",
                    searched ? share(t.overBlanked()) : "",
                    written.apply(String.join("; ", t.result().notes())));
        }
    }

    /**
     * Everything.
     *
     * @return JSON with rules, files and totals
     * @throws IOException never
     */
    public String json() throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("rules");
            for (Map.Entry<RuleEntry, Integer> hit : report.hits().entrySet()) {
                json.writeStartObject();
                json.writeStringField("source", hit.getKey().source());
                json.writeStringField("group", hit.getKey().group());
                json.writeStringField("name", hit.getKey().name());
                json.writeNumberField("line", hit.getKey().line());
                json.writeNumberField("files", hit.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("files");
            for (RuleLab.Trial trial : report.trials()) {
                write(trial, json);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("totals");
            json.writeNumberField("files", report.trials().size());
            json.writeNumberField("unmatched", report.unmatched().size());
            json.writeNumberField("ambiguous", report.ambiguous().size());
            if (searched) {
                json.writeNumberField("filesWithUncoveredText", report.uncovered().size());
                json.writeNumberField("overBlanked", report.overBlanked());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.append('\n').toString();
    }

    private void write(RuleLab.Trial trial, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("filename", name(trial));
        json.writeArrayFieldStart("rules");
        for (RuleEntry entry : trial.result().matching()) {
            json.writeString(entry.name());
        }
        json.writeEndArray();
        json.writeNumberField("blanked", trial.blanked());
        if (searched) {
            json.writeNumberField("texts", trial.texts().size());
            json.writeNumberField("overBlanked", trial.overBlanked());
            json.writeArrayFieldStart("uncovered");
            for (RuleLab.Text text : trial.uncovered()) {
                InclusiveBox box = InclusiveBox.of(text.region());
                json.writeStartObject();
                json.writeStringField("plane", text.region().scope().toString());
                json.writeNumberField("left", box.left());
                json.writeNumberField("top", box.top());
                json.writeNumberField("right", box.right());
                json.writeNumberField("bottom", box.bottom());
                json.writeNumberField("covered", text.covered());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeArrayFieldStart("notes");
        for (String note : trial.result().notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private String name(RuleLab.Trial trial) {
        return words.of(Path.of(trial.file()));
    }

    private static String rules(RuleLab.Trial trial) {
        return trial.result().matching().stream()
                .map(RuleEntry::name)
                .collect(Collectors.joining("; "));
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
