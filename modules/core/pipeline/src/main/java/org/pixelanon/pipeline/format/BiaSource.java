package org.pixelanon.pipeline.format;

import java.util.List;

/** What is known of an instance, of a file or of a document about it, for {@link BiaColumns}. */
public interface BiaSource {

    /**
     * The value of an element.
     *
     * @param name the name of its column, or the keyword of an element that none shows
     * @return several values with a backslash between; empty if there is none
     */
    String text(String name);

    /**
     * The values of Image Type.
     *
     * @return one by one; empty if there is none
     */
    List<String> imageTypes();
}
