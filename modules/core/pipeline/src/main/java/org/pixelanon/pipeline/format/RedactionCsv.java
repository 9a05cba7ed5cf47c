package org.pixelanon.pipeline.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.Region;

/**
 * Writes the Python tool's redaction list: {@code filename,left,top,right,bottom,frame,overlay},
 * LF, no text. Thread-safe. The writer handed in is closed with it.
 */
public final class RedactionCsv implements Closeable {

    private final CsvWriter csv;
    private final UnaryOperator<Path> naming;
    private boolean closed;

    /**
     * Begins a list that names files as the user named them.
     *
     * @param out where to; closed by {@link #close()}
     */
    public RedactionCsv(Writer out) {
        this(out, UnaryOperator.identity());
    }

    /**
     * Begins the list with its header.
     *
     * @param out where to; closed by {@link #close()}
     * @param strip a prefix that is taken off the paths of files below it, so that the list says
     *     nothing of where they are
     */
    public RedactionCsv(Writer out, Path strip) {
        this(out, file -> stripped(file, strip.toAbsolutePath().normalize()));
    }

    private RedactionCsv(Writer out, UnaryOperator<Path> naming) {
        this.naming = naming;
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord("filename", "left", "top", "right", "bottom", "frame", "overlay");
    }

    /**
     * Writes the rectangles of one file.
     *
     * @param file the input as the user named it
     * @param regions what is blanked in it
     */
    public synchronized void write(Path file, List<Region> regions) {
        String name = naming.apply(file).toString();
        for (Region region : regions) {
            InclusiveBox box = InclusiveBox.of(region);
            csv.writeRecord(
                    name,
                    Integer.toString(box.left()),
                    Integer.toString(box.top()),
                    Integer.toString(box.right()),
                    Integer.toString(box.bottom()),
                    Integer.toString(box.frame()),
                    Integer.toString(box.overlay()));
        }
    }

    private static Path stripped(Path file, Path prefix) {
        Path whole = file.toAbsolutePath().normalize();
        return whole.startsWith(prefix) ? prefix.relativize(whole) : file;
    }

    /** Completes the list; a second time it does nothing. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            csv.close();
        }
    }
}
