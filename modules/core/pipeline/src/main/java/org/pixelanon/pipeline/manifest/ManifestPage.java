package org.pixelanon.pipeline.manifest;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.Printable;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.WholeFile;
import org.pixelanon.pipeline.format.NamedPaths;
import org.pixelanon.pipeline.report.PathWords;
import org.pixelanon.pipeline.report.RunReport;
import org.pixelanon.pipeline.report.SearchWords;
import org.pixelanon.store.work.WorkFigures;

/**
 * The outcome of all files of a manifest as one self-contained page: outcomes, throughput, reasons,
 * devices, and the files that a person must see. It contains no text from pixels and no values of
 * patient tags; paths as in reports.
 */
public final class ManifestPage {

    private static final int MOST_REASONS = 20;
    private static final int MOST_DEVICES = 20;
    private static final int MOST_FILES = 1000;
    private static final int SPANS = 60;
    private static final int CHART_HEIGHT = 120;
    private static final int SPAN_WIDTH = 12;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final Map<Outcome, String> COLOURS =
            Map.of(
                    Outcome.CLEAN, "#5b8f5b",
                    Outcome.REDACTED, "#4a78a8",
                    Outcome.NEEDS_REVIEW, "#c98a1b",
                    Outcome.FAILED, "#b5413b");

    private static final String STYLE =
            "body{font:14px sans-serif;margin:2em;max-width:70em;color:#222;background:#fff}"
                    + "table{border-collapse:collapse;margin-bottom:1em}td,th{padding:2px 8px;"
                    + "text-align:left;vertical-align:top}td.n{text-align:right}"
                    + "td.b{width:22em}div.b{height:1em;min-width:1px}"
                    + "td.p{overflow-wrap:anywhere;font-family:monospace}h2{margin-top:1.5em}";

    private final String version;
    private final PathWords words;
    private final @Nullable SearchWords search;

    /**
     * Prepares a page.
     *
     * @param version of the tool
     * @param words how paths are written
     * @param search how text was looked for; null if it was not
     */
    public ManifestPage(String version, PathWords words, @Nullable SearchWords search) {
        this.version = version;
        this.words = words;
        this.search = search;
    }

    /**
     * Writes the page, complete or not at all.
     *
     * @param manifest what became of the files
     * @param totals all of them in numbers
     * @param target the file
     * @param readers who may read it, if it is new
     * @throws PipelineException if it cannot be written
     */
    public void write(Manifest manifest, ManifestTotals totals, Path target, ReadAccess readers)
            throws PipelineException {
        try (WholeFile whole = WholeFile.at(target, readers)) {
            try (Writer out = Files.newBufferedWriter(whole.part(), StandardCharsets.UTF_8)) {
                page(manifest, totals, out);
            }
            whole.publish();
        } catch (IOException e) {
            throw new PipelineException(target + ": summary cannot be written", e);
        }
    }

    private void page(Manifest manifest, ManifestTotals totals, Writer out) throws IOException {
        WorkFigures figures = manifest.work().figures();
        out.write("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        out.write("<title>PixelAnon: summary</title><style>" + STYLE + "</style></head><body>\n");
        out.write("<h1>Summary</h1>\n<p>" + escaped("PixelAnon " + version));
        if (search != null) {
            out.write(
                    escaped(
                            "; searched with effort "
                                    + search.effort()
                                    + " by "
                                    + String.join(", ", search.engines())));
        }
        out.write(". Note: " + RunReport.SCOPE_NOTE + ".</p>\n");
        outcomes(totals, out);
        pace(figures.pace(SPANS), out);
        for (Outcome outcome : List.of(Outcome.NEEDS_REVIEW, Outcome.FAILED)) {
            if (totals.count(outcome) > 0) {
                out.write("<h2>Why " + outcome.label() + "</h2>\n");
                Map<String, Long> reasons = figures.reasons(outcome.label(), MOST_REASONS);
                bars(reasons, "not stated", totals.count(outcome), COLOURS.get(outcome), out);
            }
        }
        out.write("<h2>Devices</h2>\n");
        Map<String, Long> devices = figures.devices("", MOST_DEVICES);
        bars(devices, "not stated", totals.files(), "#777", out);
        Map<String, Long> doubtful = figures.devices(Outcome.NEEDS_REVIEW.label(), MOST_DEVICES);
        if (!doubtful.isEmpty()) {
            out.write("<h2>Devices with files that need review</h2>\n");
            String colour = COLOURS.get(Outcome.NEEDS_REVIEW);
            bars(doubtful, "not stated", totals.count(Outcome.NEEDS_REVIEW), colour, out);
        }
        files(Outcome.NEEDS_REVIEW, "Files that need review", manifest, totals, out);
        files(Outcome.FAILED, "Failed files", manifest, totals, out);
        out.write("</body></html>\n");
    }

    private static void outcomes(ManifestTotals totals, Writer out) throws IOException {
        out.write("<h2>" + number(totals.files()) + " files</h2>\n<table>\n");
        for (Outcome outcome : Outcome.values()) {
            long count = totals.count(outcome);
            row(outcome.label(), count, totals.files(), COLOURS.get(outcome), out);
        }
        out.write("</table>\n");
        if (totals.open() > 0) {
            out.write("<p>" + number(totals.open()) + " of the failed files were not reached.</p>");
        }
        if (totals.notDicom() > 0) {
            out.write("<p>" + number(totals.notDicom()) + " files skipped: not DICOM.</p>\n");
        }
    }

    private static void bars(
            Map<String, Long> counts, String unnamed, long all, @Nullable String colour, Writer out)
            throws IOException {
        out.write("<table>\n");
        long rest = all;
        Map<String, Long> named = new LinkedHashMap<>();
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            named.put(entry.getKey().isEmpty() ? unnamed : entry.getKey(), entry.getValue());
            rest -= entry.getValue();
        }
        for (Map.Entry<String, Long> entry : named.entrySet()) {
            row(entry.getKey(), entry.getValue(), all, colour, out);
        }
        if (rest > 0) {
            row("all others", rest, all, colour, out);
        }
        out.write("</table>\n");
    }

    private static void row(String name, long count, long all, @Nullable String colour, Writer out)
            throws IOException {
        double share = 100.0 * count / Math.max(1, all);
        out.write("<tr><td>" + escaped(name) + "</td><td class=\"n\">" + number(count));
        out.write("</td><td class=\"n\">" + String.format(Locale.ROOT, "%.1f %%", share));
        out.write("</td><td class=\"b\">");
        if (count > 0) {
            out.write(
                    String.format(
                            Locale.ROOT,
                            "<div class=\"b\" style=\"width:%.2f%%;background:%s\"></div>",
                            share,
                            colour));
        }
        out.write("</td></tr>\n");
    }

    private static void pace(List<WorkFigures.Span> spans, Writer out) throws IOException {
        if (spans.isEmpty()) {
            return;
        }
        long most = spans.stream().mapToLong(WorkFigures.Span::files).max().orElse(1);
        double width = (spans.get(0).to() - spans.get(0).from()) / 1000.0;
        out.write("<h2>Pace</h2>\n");
        out.write(
                String.format(
                        Locale.ROOT,
                        "<svg width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"files a second over time\">\n",
                        spans.size() * SPAN_WIDTH,
                        CHART_HEIGHT));
        for (int i = 0; i < spans.size(); i++) {
            double height = (double) CHART_HEIGHT * spans.get(i).files() / Math.max(1, most);
            out.write(
                    String.format(
                            Locale.ROOT,
                            "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"#4a78a8\"/>\n",
                            i * SPAN_WIDTH,
                            CHART_HEIGHT - height,
                            SPAN_WIDTH - 2,
                            height));
        }
        out.write("</svg>\n<p>");
        out.write(
                String.format(
                        Locale.ROOT,
                        "From %s to %s; the highest bar is %.1f files a second, each bar %.1f seconds.",
                        time(spans.get(0).from()),
                        time(spans.get(spans.size() - 1).to()),
                        most / Math.max(0.001, width),
                        width));
        out.write("</p>\n");
    }

    private static String time(long milliseconds) {
        return TIME.format(Instant.ofEpochMilli(milliseconds).atZone(ZoneId.systemDefault()));
    }

    private void files(
            Outcome outcome, String title, Manifest manifest, ManifestTotals totals, Writer out)
            throws IOException {
        long count = totals.count(outcome) - (outcome == Outcome.FAILED ? totals.open() : 0);
        if (count == 0) {
            return;
        }
        out.write("<h2>" + title + ": " + number(count) + " files</h2>\n");
        if (count > MOST_FILES) {
            out.write("<p>The first " + MOST_FILES + "; the report lists all.</p>\n");
        }
        out.write("<table>\n<tr><th>File</th><th>Reason</th><th>Device</th></tr>\n");
        int shown = 0;
        String last = "";
        for (List<WorkFigures.Ended> page = manifest.work().figures().ended(outcome.label(), last);
                !page.isEmpty() && shown < MOST_FILES;
                page = manifest.work().figures().ended(outcome.label(), last)) {
            for (WorkFigures.Ended one : page) {
                if (shown++ < MOST_FILES) {
                    file(one, manifest.paths(), out);
                }
            }
            last = page.get(page.size() - 1).key();
        }
        out.write("</table>\n");
    }

    private void file(WorkFigures.Ended one, NamedPaths paths, Writer out) throws IOException {
        Path path = paths.path(one.key());
        out.write("<tr><td class=\"p\">" + escaped(words.of(path)) + "</td><td>");
        out.write(escaped(words.in(one.end().reason(), path)) + "</td><td>");
        out.write(escaped(one.end().device()) + "</td></tr>\n");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String escaped(String text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
