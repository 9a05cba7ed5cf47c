package org.pixelanon.model.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of place outside the file system that holds DICOM objects: an object store, an archive.
 * Implementations are services found by the scheme of a URL. They are cheap to load: libraries are
 * loaded when a connection is opened. Stateless; thread-safe.
 */
public interface FileSource {

    /**
     * What URLs of this kind begin with, before the colon.
     *
     * @return in lower case, as {@code s3}
     */
    Set<String> schemes();

    /**
     * What people call it.
     *
     * @return as "Amazon S3 and compatible stores"
     */
    String title();

    /**
     * What a profile, the environment or the command line may say about a connection.
     *
     * @return in the order in which people are asked
     */
    List<SourceSetting> settings();

    /**
     * What is wrong with a URL of this kind, before anybody is asked for it.
     *
     * @param url the URL
     * @return one sentence that says what is wrong and how it is right; empty for a good one
     */
    default Optional<String> refusal(SourceUrl url) {
        return Optional.empty();
    }

    /**
     * Opens a connection to the place that a URL lies in. Nothing need be asked of it yet.
     *
     * @param url any URL of it
     * @param settings how it is reached
     * @return the connection, to be closed by the caller
     * @throws IOException if the settings do not suffice or exclude each other
     */
    SourceConnection open(SourceUrl url, SourceSettings settings) throws IOException;
}
