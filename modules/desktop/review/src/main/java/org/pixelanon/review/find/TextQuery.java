package org.pixelanon.review.find;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What texts are looked for. Case, accents and the number of blanks do not count.
 *
 * @param words what stands in a text
 * @param whole whether nothing else may stand in it
 */
public record TextQuery(String words, boolean whole) {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /**
     * Tells whether there is nothing to look for.
     *
     * @return true for blanks
     */
    public boolean isEmpty() {
        return words.isBlank();
    }

    /**
     * What tells whether a text is meant.
     *
     * @return thread-safe
     */
    Predicate<String> test() {
        String wanted = folded(words);
        return whole ? text -> folded(text).equals(wanted) : text -> folded(text).contains(wanted);
    }

    private static String folded(String text) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return BLANKS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** Leaves the words out: they are text of an image. */
    @Override
    public String toString() {
        return whole ? "a whole text" : "a part of a text";
    }
}
