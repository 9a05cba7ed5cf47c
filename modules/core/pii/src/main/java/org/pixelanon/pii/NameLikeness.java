package org.pixelanon.pii;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector.Opinion;

/**
 * Says whether a text that a person wants to release in all files may be a name or a personal
 * number: a frequent surname, part of the tags of its file, or text with the form of a name, a date
 * or a number.
 */
public final class NameLikeness {

    private static final Set<String> SURNAMES =
            Surnames.COMMON.stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());

    private NameLikeness() {}

    /**
     * Looks at one text.
     *
     * @param text as read
     * @param identity what the tags of its file say
     * @return true if somebody should look twice before it is released
     */
    public static boolean isLikeName(String text, Identity identity) {
        boolean surname =
                Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+"))
                        .anyMatch(SURNAMES::contains);
        return surname
                || new OwnTagDetector().judge(text, identity).filter(Opinion::sensitive).isPresent()
                || new PatternDetector()
                        .judge(text, identity)
                        .filter(Opinion::sensitive)
                        .isPresent();
    }
}
