package org.pixelanon.review.group;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pixelanon.review.item.ReviewItem;

/**
 * The result of comparing the members of a group.
 *
 * @param group the group
 * @param doubts the members that need a look, by name, in the order of the group
 * @param agreed the members that agree, by name, with their items at that time
 */
public record GroupComparison(
        FileGroup group, Map<String, Set<Doubt>> doubts, Map<String, List<ReviewItem>> agreed) {

    /** Copies the maps, keeping their order. */
    public GroupComparison {
        doubts = Collections.unmodifiableMap(new LinkedHashMap<>(doubts));
        agreed = Collections.unmodifiableMap(new LinkedHashMap<>(agreed));
    }

    /** The same, with members that changed since moved to those that need a look. */
    GroupComparison withChanged(Set<String> changed) {
        Map<String, Set<Doubt>> more = new LinkedHashMap<>(doubts);
        Map<String, List<ReviewItem>> rest = new LinkedHashMap<>(agreed);
        for (String name : changed) {
            rest.remove(name);
            more.put(name, EnumSet.of(Doubt.CHANGED));
        }
        return new GroupComparison(group, more, rest);
    }

    /** States only the number of members. */
    @Override
    public String toString() {
        return agreed.size() + " agree, " + doubts.size() + " do not";
    }
}
