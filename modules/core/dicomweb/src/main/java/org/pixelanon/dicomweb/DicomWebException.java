package org.pixelanon.dicomweb;

import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelAnonException;
import org.pixelanon.model.Printable;
import org.pixelanon.model.source.SourceUrl;

/**
 * An archive cannot be used, or does not do what was requested. The message contains the URL and
 * the reason, never a credential or text from the archive.
 */
public final class DicomWebException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    private static final int NOT_FOUND = 404;

    private final int status;

    DicomWebException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.status = 0;
    }

    DicomWebException(SourceUrl url, String reason) {
        this(url, reason, null);
    }

    DicomWebException(SourceUrl url, String reason, @Nullable Throwable cause) {
        super(Printable.of(url.toString()) + ": " + reason, cause);
        this.status = 0;
    }

    DicomWebException(SourceUrl url, String reason, int status) {
        super(Printable.of(url.toString()) + ": " + reason + " (" + status + ")");
        this.status = status;
    }

    /** Whether the archive reports that nothing was found. */
    boolean isNotFound() {
        return status == NOT_FOUND;
    }
}
