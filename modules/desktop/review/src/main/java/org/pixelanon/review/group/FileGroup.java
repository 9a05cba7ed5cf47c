package org.pixelanon.review.group;

import java.util.List;
import java.util.Map;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.pipeline.group.GroupKey;

/**
 * Files of a session that can be reviewed with one picture.
 *
 * @param key what they have in common
 * @param members their names in the database, in the order of the list
 * @param devices the device of each member by name
 */
public record FileGroup(GroupKey key, List<String> members, Map<String, DeviceTags> devices) {

    /** Copies the collections. */
    public FileGroup {
        members = List.copyOf(members);
        devices = Map.copyOf(devices);
    }

    /** States only the number of members. */
    @Override
    public String toString() {
        return members.size() + " files, " + key.columns() + "x" + key.rows();
    }
}
