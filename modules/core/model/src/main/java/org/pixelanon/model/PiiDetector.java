package org.pixelanon.model;

import java.util.Optional;

/** Says whether a text is sensitive. Implementations are immutable and thread-safe. */
public interface PiiDetector {

    /**
     * The name by which users choose it, e.g. {@code patterns}.
     *
     * @return a short lower-case name
     */
    String name();

    /**
     * Judges one text.
     *
     * @param text the text as read, with all the errors of recognition
     * @param identity what the file's own tags say
     * @return the opinion, or empty if this detector has none
     */
    Optional<Opinion> judge(String text, Identity identity);

    /**
     * What a detector thinks.
     *
     * @param sensitive true if the text must be hidden, false if it is known to be harmless
     * @param reason the evidence
     */
    record Opinion(boolean sensitive, Reason reason) {}
}
