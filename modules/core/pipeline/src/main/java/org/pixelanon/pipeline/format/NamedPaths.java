package org.pixelanon.pipeline.format;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FailureText;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.sources.remote.Sources;

/** Leads text that {@link PathText} wrote back to paths: of files, and of objects by their URLs. */
public final class NamedPaths {

    /** Those of files alone. */
    public static final NamedPaths FILES = new NamedPaths(null);

    private final @Nullable Sources sources;

    /**
     * Paths of files and objects.
     *
     * @param sources where URLs lead; null if none is read
     */
    public NamedPaths(@Nullable Sources sources) {
        this.sources = sources;
    }

    /**
     * The path of a text.
     *
     * @param text as {@link PathText#of} or {@link PathText#asNamed} writes it
     * @return the path; nothing is asked of its place
     * @throws PipelineException if it is the URL of an object, and these are not read or the URL is
     *     wrong
     */
    public Path path(String text) throws PipelineException {
        if (PathText.isFile(text)) {
            return PathText.path(text);
        }
        if (sources == null) {
            throw new PipelineException("URLs are not supported here, only files");
        }
        try {
            return sources.path(text);
        } catch (IOException e) {
            throw new PipelineException(FailureText.reason(e), e);
        }
    }
}
