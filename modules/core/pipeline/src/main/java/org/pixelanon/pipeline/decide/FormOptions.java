package org.pixelanon.pipeline.decide;

import java.io.IOException;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.form.FormClassifier;

/**
 * What is done about frames that are scanned forms.
 *
 * @param handling what is done
 * @param source makes a classifier per worker; not asked if nothing is done
 */
public record FormOptions(Handling handling, Source source) {

    /** Nobody looks for forms. */
    public static final FormOptions OFF =
            new FormOptions(
                    Handling.OFF,
                    () -> {
                        throw new IOException("forms are not detected");
                    });

    /** What is done about a scanned form. */
    public enum Handling {
        /** Blank the whole frame. */
        BLANK,
        /** Leave the file to a person. */
        WITHHOLD,
        /** Do not look for forms. */
        OFF
    }

    /** Makes one classifier per worker. Thread-safe. */
    public interface Source {

        /**
         * Makes a classifier.
         *
         * @return a new classifier; the worker closes it
         * @throws IOException if it cannot be started
         */
        FormClassifier open() throws IOException;
    }

    /**
     * Starts what looks for forms.
     *
     * @return for one worker, who closes it
     * @throws IOException if it cannot be started
     */
    public FormSearch open() throws IOException {
        return switch (handling) {
            case OFF -> FormSearch.NONE;
            case BLANK -> new FormSearch(source.open(), Verdict.REDACT);
            case WITHHOLD -> new FormSearch(source.open(), Verdict.REVIEW);
        };
    }
}
