package org.pixelanon.pipeline.evaluate;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Printable;

/**
 * Writes an evaluation as one page for people: the figures, then pictures of texts that were missed
 * and of places where there is none. The pictures show what stands on the planes; files are named
 * by the beginning of their hash only.
 */
public final class EvaluationPage {

    private static final int MOST_PICTURES = 60;
    private static final int MOST_STRAYS = 20;
    private static final int HASH = 12;
    private static final String STYLE =
            "body{font:14px sans-serif;margin:2em;color:#222;background:#fff}"
                    + "table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:2px 8px;"
                    + "text-align:right;white-space:nowrap}td:nth-child(-n+3),"
                    + "th:nth-child(-n+3){text-align:left}"
                    + "figure{display:inline-block;margin:6px;vertical-align:top;max-width:420px}"
                    + "figcaption{font-size:12px;overflow-wrap:anywhere}";

    private final Evaluation evaluation;
    private final boolean texts;
    private final Writer out;

    /** A place that is shown. */
    private record Shown(PlaneScore plane, PixelRectangle place, String words) {}

    private EvaluationPage(Evaluation evaluation, boolean texts, Writer out) {
        this.evaluation = evaluation;
        this.texts = texts;
        this.out = out;
    }

    /**
     * Writes the page.
     *
     * @param evaluation what came of it
     * @param texts whether what the truth says of patients stands beside the pictures
     * @param out where to; not closed
     * @throws IOException if it cannot be written
     */
    public static void write(Evaluation evaluation, boolean texts, Writer out) throws IOException {
        new EvaluationPage(evaluation, texts, out).page();
    }

    private void page() throws IOException {
        out.write("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        out.write(
                "<title>PixelAnon: evaluation</title><style>" + STYLE + "</style></head><body>\n");
        out.write("<h1>Evaluation</h1>\n<p>" + escaped(EvaluationText.head(evaluation)) + "</p>\n");
        table();
        List<Shown> missed = new ArrayList<>();
        List<Shown> strays = new ArrayList<>();
        for (int i = 0; i < evaluation.configurations().size(); i++) {
            String name = evaluation.configurations().get(i).name();
            for (PlaneScore plane : evaluation.planes(i)) {
                collect(name, plane, missed, strays);
            }
        }
        int room = MOST_PICTURES - Math.min(MOST_STRAYS, strays.size());
        pictures("Missed texts", missed, room);
        int left = MOST_PICTURES - Math.min(room, missed.size());
        pictures("Rectangles away from texts", strays, left);
        out.write("</body></html>\n");
    }

    private void table() throws IOException {
        out.write("<table>\n");
        String cell = "th";
        for (List<String> line : EvaluationText.table(evaluation)) {
            out.write("<tr>");
            for (String text : line) {
                out.write("<" + cell + ">" + escaped(text) + "</" + cell + ">");
            }
            out.write("</tr>\n");
            cell = "td";
        }
        out.write("</table>\n");
    }

    private void collect(
            String configuration, PlaneScore plane, List<Shown> missed, List<Shown> strays) {
        for (BoxScore box : plane.boxes()) {
            if (!box.kept() && !box.isErased()) {
                String covered = String.format(Locale.ROOT, "%.0f %% covered", 100 * box.covered());
                String traits =
                        box.truth().traits().entrySet().stream()
                                .map(e -> e.getKey() + " " + e.getValue())
                                .collect(Collectors.joining(", "));
                String text = texts ? "“" + Printable.of(box.truth().text()) + "”" : "";
                missed.add(
                        new Shown(plane, box.place(), words(configuration, covered, traits, text)));
            }
        }
        for (PixelRectangle stray : plane.strays()) {
            strays.add(new Shown(plane, stray, words(configuration, stray.toString())));
        }
    }

    private static String words(String... parts) {
        return List.of(parts).stream().filter(p -> !p.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** Some of them, taken evenly from all. */
    private void pictures(String title, List<Shown> all, int room) throws IOException {
        int count = Math.min(room, all.size());
        out.write("<h2>" + title + ": " + count + " of " + all.size() + "</h2>\n");
        for (int i = 0; i < count; i++) {
            Shown shown = all.get((int) ((long) i * all.size() / count));
            TruthPlane truth = shown.plane().truth();
            String where = where(truth, shown.plane().groups());
            out.write("<figure>");
            Optional<String> picture = picture(shown);
            if (picture.isPresent()) {
                out.write("<img alt=\"\" src=\"" + picture.get() + "\">");
            }
            out.write("<figcaption>" + escaped(words(shown.words(), where)) + "</figcaption>");
            out.write("</figure>\n");
        }
    }

    private String where(TruthPlane truth, Map<String, String> groups) {
        String hash =
                truth.sha256().isEmpty()
                        ? "image "
                                + (1
                                        + evaluation.planes(0).stream()
                                                .map(PlaneScore::truth)
                                                .toList()
                                                .indexOf(truth))
                        : truth.sha256().substring(0, Math.min(HASH, truth.sha256().length()));
        return words(groups.getOrDefault("modality", ""), hash, truth.plane().toString());
    }

    private Optional<String> picture(Shown shown) {
        TruthPlane truth = shown.plane().truth();
        Optional<Path> input = evaluation.input(truth);
        if (input.isEmpty()) {
            return Optional.empty();
        }
        try (DicomFile file = DicomFile.open(input.get())) {
            List<PixelRectangle> boxes = truth.boxes().stream().map(TruthBox::box).toList();
            return Optional.of(
                    Thumbnail.of(file, truth.plane())
                            .at(shown.place(), boxes, shown.plane().found()));
        } catch (IOException e) {
            return Optional.empty(); // the words beside it say which it is
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
