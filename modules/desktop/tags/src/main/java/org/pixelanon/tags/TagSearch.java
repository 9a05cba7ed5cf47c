package org.pixelanon.tags;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The matches of a search and the current one. */
final class TagSearch {

    private TagTree tree = TagTree.EMPTY;
    private String wanted = "";
    private List<TagNode> matches = List.of();
    private int current = -1;

    /** Searches another file for the same text. */
    void setTree(TagTree other) {
        tree = other;
        search();
    }

    /**
     * Searches for something else.
     *
     * @param text part of a tag, keyword, name or value, in any case; blank for nothing
     */
    void setText(String text) {
        wanted = text.strip().toLowerCase(Locale.ROOT);
        search();
    }

    private void search() {
        matches =
                wanted.isEmpty()
                        ? List.of()
                        : tree.all().stream().filter(n -> n.searchable().contains(wanted)).toList();
        current = -1;
    }

    boolean isActive() {
        return !wanted.isEmpty();
    }

    int count() {
        return matches.size();
    }

    /**
     * The current match.
     *
     * @return 1-based; 0 before the first step
     */
    int position() {
        return current + 1;
    }

    /**
     * Goes to a match, continuing from the last one with the first.
     *
     * @param by 1 forwards, -1 backwards
     * @return where it is; empty if nothing matches
     */
    Optional<TagNode> step(int by) {
        if (matches.isEmpty()) {
            return Optional.empty();
        }
        boolean fromEnd = current < 0 && by < 0;
        current = fromEnd ? matches.size() - 1 : Math.floorMod(current + by, matches.size());
        return Optional.of(matches.get(current));
    }
}
