package org.pixelanon.pii;

import java.util.List;
import org.pixelanon.pii.text.PlainText;
import org.pixelanon.pii.token.NameFilter;
import org.pixelanon.pii.token.Vocabulary;

/**
 * Says whether text that somebody wants released may be a name, by the lists of names; harmless
 * terms that are no names are none. Immutable and thread-safe.
 */
final class NameGuard {

    /** A word of fewer letters tells nothing beside rare names. */
    private static final int SHORTEST_RARE = 3;

    private static final int SHORTEST = 2;

    private final NameFilter names = NameFilter.names();
    private final NameFilter rareNames = NameFilter.rareNames();
    private final Vocabulary terms = Vocabulary.standard();

    /** Whether a text consists of names that are frequent enough to be in any list. */
    boolean isName(String text) {
        List<String> words = words(text);
        return !words.isEmpty()
                && words.stream()
                        .allMatch(
                                w ->
                                        w.length() < SHORTEST
                                                || (names.mayBeName(w) && !terms.isTerm(w)))
                && words.stream().anyMatch(w -> w.length() >= SHORTEST);
    }

    /**
     * Whether any word of a text may be a name, or every word a rare one: so many rare names are
     * words that beside others they tell nothing.
     */
    boolean holdsName(String text) {
        List<String> words = words(text);
        return words.stream().anyMatch(w -> w.length() >= SHORTEST && isName(names, w))
                || words.stream().allMatch(w -> w.length() < SHORTEST_RARE || isName(rareNames, w));
    }

    private boolean isName(NameFilter filter, String word) {
        return filter.mayBeName(word) && !terms.isTerm(word);
    }

    private static List<String> words(String text) {
        return PlainText.words(PlainText.of(text)).stream()
                .map(PlainText.Word::text)
                .filter(w -> w.codePoints().anyMatch(Character::isLetter))
                .toList();
    }
}
