package org.pixelanon.pipeline.evaluate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.OverlayGroup;
import org.pixelanon.model.Plane;
import org.pixelanon.model.SpreadsheetText;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.evaluate.TruthPlane.Listed;
import org.pixelanon.pipeline.format.ListText;

/**
 * Reads truth in CSV, one row a text: {@code filename} or {@code sha256}, {@code
 * left,top,right,bottom} inclusive, and, where they are known, {@code frame}, {@code overlay},
 * {@code text}, {@code sensitive} and what texts are grouped by. A row with -1 in all four edges
 * says that a plane is known, also if nothing stands there.
 */
final class TruthCsv {

    private static final int[] NO_INK = {};

    /** A plane of a file, as rows name it. */
    private record Key(String file, String sha256, Plane plane) {}

    private TruthCsv() {}

    static List<TruthPlane> read(Path csv) throws PipelineException {
        Map<Key, List<TruthBox>> planes = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder()
                        .maxBufferSize(ListText.LONGEST_FIELD)
                        .skipEmptyLines(true)
                        .allowMissingFields(true)
                        .ofNamedCsvRecord(ListText.open(csv))) {
            for (NamedCsvRecord row : reader) {
                if (row.getFields().stream().noneMatch(f -> f.endsWith(ListText.END))) {
                    take(csv, row, planes);
                }
            }
        } catch (CsvParseException e) {
            throw new PipelineException(csv + ": " + ListText.problem(e), e);
        } catch (IOException | UncheckedIOException e) {
            throw e instanceof PipelineException p
                    ? p
                    : new PipelineException(csv + ": cannot be read", e);
        }
        List<TruthPlane> all = new ArrayList<>();
        planes.forEach(
                (key, boxes) ->
                        all.add(
                                new TruthPlane(
                                        key.file(),
                                        key.sha256(),
                                        0,
                                        0,
                                        key.plane(),
                                        Listed.ALL,
                                        boxes,
                                        Map.of())));
        return all;
    }

    private static void take(Path csv, NamedCsvRecord row, Map<Key, List<TruthBox>> planes)
            throws PipelineException {
        try {
            int overlay = number(row, "overlay", InclusiveBox.NONE);
            int group = overlay < 0 ? -1 : OverlayGroup.FIRST + 2 * overlay;
            Plane plane = TruthPlane.plane(Math.max(0, number(row, "frame", 0)), group);
            String hash = field(row, "sha256").toLowerCase(Locale.ROOT);
            Key key = new Key(field(row, "filename"), hash, plane);
            if (key.file().isEmpty() && key.sha256().isEmpty()) {
                throw new IllegalArgumentException("names no file");
            }
            List<TruthBox> boxes = planes.computeIfAbsent(key, k -> new ArrayList<>());
            InclusiveBox box =
                    new InclusiveBox(
                            edge(row, "left"),
                            edge(row, "top"),
                            edge(row, "right"),
                            edge(row, "bottom"),
                            InclusiveBox.NONE,
                            InclusiveBox.NONE);
            if (!box.isSummary()) {
                boxes.add(box(row, box));
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            long line = row.getStartingLineNumber();
            throw new PipelineException(csv + ": line " + line + ": " + e.getMessage(), e);
        }
    }

    private static TruthBox box(NamedCsvRecord row, InclusiveBox box) {
        String text =
                row.getHeader().contains("text") ? field(row, "text") : field(row, "ocr_text");
        String sensitive = field(row, "sensitive") + field(row, "is_sensitive");
        boolean harmless = sensitive.equals("0") || sensitive.equalsIgnoreCase("false");
        Map<String, String> traits = new HashMap<>();
        for (String key : Groups.OF_BOXES) {
            if (!field(row, key).isEmpty()) {
                traits.put(key, field(row, key));
            }
        }
        if (!sensitive.isEmpty()) {
            traits.put("sensitive", Boolean.toString(!harmless));
        }
        return new TruthBox(
                box.toRegion().rectangle(), SpreadsheetText.plain(text), harmless, traits, NO_INK);
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).orElse("").strip();
    }

    private static int edge(NamedCsvRecord row, String name) {
        if (field(row, name).isEmpty()) {
            throw new IllegalArgumentException("no '" + name + "'");
        }
        return number(row, name, 0);
    }

    private static int number(NamedCsvRecord row, String name, int otherwise) {
        String text = field(row, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + name + "' is not a number", e);
        }
    }
}
