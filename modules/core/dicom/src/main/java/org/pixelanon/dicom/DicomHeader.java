package org.pixelanon.dicom;

import java.io.IOException;
import java.nio.file.Path;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.DicomParser;
import org.pixelanon.dicom.data.TransferSyntax;

/**
 * The elements of a DICOM instance before its pixels, for looking through many files. The rest is
 * not read, so it does not tell whether the file is complete. The caller closes it. Not
 * thread-safe.
 */
public final class DicomHeader implements AutoCloseable {

    private final DicomParser.Parsed parsed;

    private DicomHeader(DicomParser.Parsed parsed) {
        this.parsed = parsed;
    }

    /**
     * Opens a file as {@link DicomFile#open} does, and reads no further than to its pixels. A
     * deflated data set is inflated entirely.
     *
     * @param path the file
     * @return its header
     * @throws DicomException if the file is missing, empty, unreadable or not DICOM
     */
    public static DicomHeader open(Path path) throws DicomException {
        return new DicomHeader(DicomParser.parseHead(path));
    }

    /**
     * The data set before group 7FE0.
     *
     * @return its elements
     */
    public Attributes attributes() {
        return parsed.dataSet();
    }

    /**
     * How the data set is written, found as for a whole file.
     *
     * @return the transfer syntax
     */
    public TransferSyntax transferSyntax() {
        return parsed.syntax();
    }

    @Override
    public void close() throws IOException {
        parsed.close();
    }
}
