package org.pixelanon.pii.names;

import java.util.Locale;
import java.util.regex.Pattern;
import org.pixelanon.pii.text.PlainText;

/** What the model takes for a token. */
final class NameTokens {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+|\\S");

    private NameTokens() {}

    /** Runs of letters and digits, and signs, in lower case and without accents. */
    static String[] of(String text) {
        return TOKEN.matcher(PlainText.folded(text).toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .toArray(String[]::new);
    }
}
