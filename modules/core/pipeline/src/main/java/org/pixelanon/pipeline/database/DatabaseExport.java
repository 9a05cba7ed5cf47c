package org.pixelanon.pipeline.database;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.pipeline.format.OcrCsv;
import org.pixelanon.pipeline.format.RedactionCsv;
import org.pixelanon.store.EngineNames;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.FileSummary;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.StoredRow;

/** Writes the rectangles of a database as the lists that commands read. */
public final class DatabaseExport {

    private DatabaseExport() {}

    /**
     * Writes an OCR CSV of all rows.
     *
     * @param store the database
     * @param out where to; closed by this
     * @param raw whether text is written as it is, also what a spreadsheet would execute
     * @throws IOException if the database cannot be read or the list not be written
     */
    public static void ocr(RegionStore store, Writer out, boolean raw) throws IOException {
        Map<String, DeviceTags> devices = new HashMap<>();
        for (FileSummary file : store.files()) {
            file.mark().ifPresent(mark -> devices.put(file.filename(), device(mark)));
        }
        DeviceTags unknown = new DeviceTags("", "[]", "NoModel", "NoBIA", 0, 0);
        try (OcrCsv csv = new OcrCsv(out, true, raw)) {
            for (StoredRow row : store.rows()) {
                StoredRegion region = row.region();
                csv.write(
                        row.filename(),
                        devices.getOrDefault(row.filename(), unknown),
                        List.of(
                                new OcrCsv.Row(
                                        region.box(),
                                        EngineNames.recogniser(region.ocrEngine()),
                                        region.text(),
                                        EngineNames.judge(region.nerEngine()),
                                        region.sensitive())));
            }
        }
    }

    private static DeviceTags device(FileMark mark) {
        return new DeviceTags(
                mark.modality(),
                mark.imageType().replace('\'', '"'),
                mark.model(),
                mark.burnedInAnnotation(),
                mark.rows(),
                mark.columns());
    }

    /**
     * Writes a redaction list of all rectangles that are not marked as harmless.
     *
     * @param store the database
     * @param out where to; closed by this
     * @throws IOException if a rectangle is impossible, the database cannot be read or the list not
     *     be written
     */
    public static void redactionList(RegionStore store, Writer out) throws IOException {
        try (RedactionCsv csv = new RedactionCsv(out)) {
            for (StoredRow row : store.rows()) {
                StoredRegion region = row.region();
                if (region.sensitive() == 0 || region.box().isSummary()) {
                    continue;
                }
                try {
                    csv.write(Path.of(row.filename()), List.of(region.box().toRegion()));
                } catch (IllegalArgumentException e) {
                    throw new PipelineException(
                            store.path() + ": row " + row.id() + ": " + e.getMessage(), e);
                }
            }
        }
    }
}
