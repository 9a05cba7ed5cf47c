package org.pixelanon.review.group;

import java.util.Map;
import org.pixelanon.pipeline.group.Composite;
import org.pixelanon.pipeline.group.TextHeat;

/**
 * All frames of all members of a group in one picture. Complete when it is made and not changed
 * later, so that every thread may read it.
 *
 * @param group the group
 * @param composite all frames that could be read
 * @param heat where the database knows of text on frames
 * @param unreadable by name, the members that are not in the picture, or not wholly, and why
 */
public record GroupPicture(
        FileGroup group, Composite composite, TextHeat heat, Map<String, String> unreadable) {

    /** Copies the map. */
    public GroupPicture {
        unreadable = Map.copyOf(unreadable);
    }
}
