package org.pixelanon.pipeline.evaluate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.Identity;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.ListText;

/**
 * A line of text to be judged, and what is known of it.
 *
 * @param text as written
 * @param noisy the same as recognition may read it; empty if that is not known
 * @param group the word it is counted under; empty if there is none
 * @param sensitive whether it must be hidden
 * @param identity what the tags of its file say
 */
public record TextLine(
        String text, String noisy, String group, boolean sensitive, Identity identity) {

    /**
     * Reads a CSV with the columns {@code text}, {@code class}, {@code sensitive} (0 or 1), {@code
     * noisy} and {@code identity} ({@code keyword|VR|value}, parted by two semicolons). Only {@code
     * text} must be there.
     *
     * @param csv UTF-8, with a header line
     * @param known whether {@code sensitive} must be there, too
     * @return the lines in their order
     * @throws PipelineException if it cannot be read, with the line of what is wrong
     */
    public static List<TextLine> read(Path csv, boolean known) throws PipelineException {
        List<TextLine> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder()
                        .maxBufferSize(ListText.LONGEST_FIELD)
                        .skipEmptyLines(true)
                        .allowMissingFields(true)
                        .ofNamedCsvRecord(ListText.open(csv))) {
            for (NamedCsvRecord row : reader) {
                if (row.getFields().stream().noneMatch(f -> f.endsWith(ListText.END))) {
                    lines.add(line(csv, row, known));
                }
            }
        } catch (CsvParseException e) {
            throw new PipelineException(csv + ": " + ListText.problem(e), e);
        } catch (IOException | UncheckedIOException e) {
            throw e instanceof PipelineException p
                    ? p
                    : new PipelineException(csv + ": cannot be read", e);
        }
        return lines;
    }

    private static TextLine line(Path csv, NamedCsvRecord row, boolean known)
            throws PipelineException {
        String sensitive = row.findField("sensitive").orElse("").strip();
        boolean missing = row.findField("text").isEmpty();
        if (missing || (known && !sensitive.equals("0") && !sensitive.equals("1"))) {
            throw new PipelineException(
                    csv
                            + ": line "
                            + row.getStartingLineNumber()
                            + (missing
                                    ? ": no column 'text'"
                                    : ": 'sensitive' is neither 0 nor 1"));
        }
        return new TextLine(
                row.getField("text"),
                row.findField("noisy").orElse(""),
                row.findField("class").orElse(""),
                sensitive.equals("1"),
                identity(row.findField("identity").orElse("")));
    }

    /** What is not written as it should be identifies nobody. */
    private static Identity identity(String text) {
        List<Identity.Value> values = new ArrayList<>();
        for (String value : text.split(";;", -1)) {
            String[] parts = value.split("\\|", 3);
            if (parts.length == 3) {
                values.add(new Identity.Value(parts[0].strip(), parts[1].strip(), parts[2]));
            }
        }
        return new Identity(values);
    }
}
