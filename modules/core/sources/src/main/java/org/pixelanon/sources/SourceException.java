package org.pixelanon.sources;

import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelAnonException;
import org.pixelanon.model.Printable;
import org.pixelanon.model.source.SourceUrl;

/**
 * A place outside the file system cannot be used. The message names the URL and the reason, never a
 * credential or the words of the place.
 */
public final class SourceException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    /**
     * Something is wrong that has no URL.
     *
     * @param reason what is wrong
     */
    public SourceException(String reason) {
        super(reason);
    }

    /**
     * Something is wrong that has no URL.
     *
     * @param reason what is wrong
     * @param cause what happened below, or null
     */
    public SourceException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    /**
     * Something is wrong with an object or a place.
     *
     * @param url its URL
     * @param reason what is wrong
     * @param cause what happened below, or null
     */
    public SourceException(SourceUrl url, String reason, @Nullable Throwable cause) {
        super(Printable.of(url.toString()) + ": " + reason, cause);
    }
}
