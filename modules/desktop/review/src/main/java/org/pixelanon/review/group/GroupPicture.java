package org.pixelanon.review.group;

import java.util.Map;
import org.pixelanon.pipeline.group.Composite;
import org.pixelanon.pipeline.group.TextHeat;

/**
 * All frames of all members of a group in one picture. Complete and never changed, so that every
 * thread may read it.
 *
 * @param group the group
 * @param composite all frames that could be read
 * @param heat the text on frames according to the database
 * @param unreadable the members that are not, or not completely, in the picture, by name with the
 *     reason
 */
public record GroupPicture(
        FileGroup group, Composite composite, TextHeat heat, Map<String, String> unreadable) {

    /** Copies the map. */
    public GroupPicture {
        unreadable = Map.copyOf(unreadable);
    }
}
