package org.pixelanon.pipeline.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.SpreadsheetText;

/**
 * Writes the Python tool's OCR CSV: CRLF, minimal quoting, one row per line of text where wanted,
 * then per plane a row with -1 in all four edges and all its text. Thread-safe. The writer handed
 * in is closed with it.
 */
public final class OcrCsv implements Closeable {

    private static final List<String> HEADER =
            List.of(
                    "filename",
                    "frame",
                    "overlay",
                    "imagetype",
                    "manufacturer",
                    "burnedinannotation",
                    "ocr_engine",
                    "left",
                    "top",
                    "right",
                    "bottom",
                    "ocr_text",
                    "ner_engine",
                    "is_sensitive");

    private static final String NO_VALUES = "[]";

    /** As the Python tool says that a file has none. */
    private static final String NO_IMAGE_TYPE = "[\"NoImageType\"]";

    private final CsvWriter csv;
    private final boolean raw;

    /**
     * Begins the file.
     *
     * @param out where to; closed by {@link #close()}
     * @param header whether the header line is written
     * @param raw whether text is written as it is, also what a spreadsheet would execute
     */
    public OcrCsv(Writer out, boolean header, boolean raw) {
        this.raw = raw;
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        if (header) {
            csv.writeRecord(HEADER);
        }
    }

    /**
     * One row.
     *
     * @param box place, or summary of a plane
     * @param engine the recogniser, e.g. {@code tesseract}
     * @param text what was read
     * @param judge what decided about sensitivity, e.g. {@code allowlist}
     * @param sensitive -1 unknown, 0 no, 1 yes
     */
    public record Row(InclusiveBox box, String engine, String text, String judge, int sensitive) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return box + " " + engine;
        }
    }

    /**
     * Writes the rows of one file, together.
     *
     * @param filename as the user named it
     * @param device what the file says of its device
     * @param rows its rows in order
     */
    public synchronized void write(String filename, DeviceTags device, List<Row> rows) {
        for (Row row : rows) {
            InclusiveBox box = row.box();
            csv.writeRecord(
                    filename,
                    Integer.toString(box.frame()),
                    Integer.toString(box.overlay()),
                    device.imageType().equals(NO_VALUES) ? NO_IMAGE_TYPE : device.imageType(),
                    text(device.model()),
                    text(device.burnedInAnnotation()),
                    row.engine(),
                    Integer.toString(box.left()),
                    Integer.toString(box.top()),
                    Integer.toString(box.right()),
                    Integer.toString(box.bottom()),
                    text(row.text()),
                    row.judge(),
                    Integer.toString(row.sensitive()));
        }
    }

    private String text(String text) {
        return raw ? text : SpreadsheetText.guarded(text);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
