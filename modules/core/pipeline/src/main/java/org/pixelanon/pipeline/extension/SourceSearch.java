package org.pixelanon.pipeline.extension;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.pixelanon.model.source.FileSource;

/**
 * Finds the kinds of places outside the file system; called by the edges alone, and only for a URL.
 */
public final class SourceSearch {

    private SourceSearch() {}

    /**
     * All kinds that the program has.
     *
     * @return in no order; to make one loads nothing that it is built upon
     */
    public static List<FileSource> all() {
        List<FileSource> kinds = new ArrayList<>();
        ServiceLoader.load(FileSource.class, FileSource.class.getClassLoader()).forEach(kinds::add);
        return kinds;
    }
}
