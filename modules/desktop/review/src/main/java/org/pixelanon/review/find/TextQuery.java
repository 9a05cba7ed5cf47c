package org.pixelanon.review.find;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A search for texts, ignoring case, accents and the number of blanks.
 *
 * @param words the words to find
 * @param whole whether they must be the whole text
 */
public record TextQuery(String words, boolean whole) {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /**
     * Returns whether there is nothing to find.
     *
     * @return true for blanks
     */
    public boolean isEmpty() {
        return words.isBlank();
    }

    /**
     * The test whether a text matches.
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

    /** Omits the words, which are text of an image. */
    @Override
    public String toString() {
        return whole ? "a whole text" : "a part of a text";
    }
}
