package org.pixelanon.dicom.data;

import java.nio.file.Path;
import org.pixelanon.model.PixelAnonException;

/**
 * A file could not be opened, read or decoded. The message is one line that names the file and the
 * reason, and the tag and transfer syntax where they matter; it never holds the value of a tag that
 * says something of a patient.
 */
public final class DicomException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    /** Not kept where an exception is serialised, which none is. */
    private final transient Path file;

    private final String reason;
    private final boolean notDicom;

    /**
     * Something is wrong with a file.
     *
     * @param file the file
     * @param reason what is wrong, in one line
     */
    public DicomException(Path file, String reason) {
        this(file, reason, false);
    }

    private DicomException(Path file, String reason, boolean notDicom) {
        super(file + ": " + reason);
        this.file = file;
        this.reason = reason;
        this.notDicom = notDicom;
    }

    /** A file that holds something else. */
    static DicomException notDicom(Path file) {
        return new DicomException(file, "is not DICOM", true);
    }

    /**
     * Something is wrong with a file.
     *
     * @param file the file
     * @param reason what is wrong, in one line
     * @param cause what was thrown below
     */
    public DicomException(Path file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
        this.file = file;
        this.reason = reason;
        this.notDicom = false;
    }

    /**
     * The file that something is wrong with.
     *
     * @return its path, as it was opened by
     */
    public Path file() {
        return file;
    }

    /**
     * What is wrong, without the name of the file.
     *
     * @return one line
     */
    public String reason() {
        return reason;
    }

    /**
     * Returns whether the file plainly holds something else, so that it may be skipped in a folder.
     *
     * @return true if nothing in the file looks like DICOM
     */
    public boolean isNotDicom() {
        return notDicom;
    }
}
