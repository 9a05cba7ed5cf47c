package org.pixelanon.pii.policy;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pixelanon.pii.token.TokenType;

/** The words by which people name types of text: {@code dates}, also {@code date}. */
final class TypeWords {

    private static final Map<TokenType, String> PLURALS =
            new EnumMap<>(
                    Map.of(
                            TokenType.NAME, "names",
                            TokenType.IDENTIFIER, "identifiers",
                            TokenType.DATE, "dates",
                            TokenType.TIME, "times",
                            TokenType.AGE, "ages",
                            TokenType.ADDRESS, "addresses",
                            TokenType.PHONE, "phones",
                            TokenType.INSTITUTION, "institutions",
                            TokenType.MEASUREMENT, "measurements",
                            TokenType.MARKER, "markers"));

    private static final Map<TokenType, String> OTHER_PLURALS =
            Map.of(TokenType.VIEW, "views", TokenType.PROBE, "probes", TokenType.BRAND, "brands");

    private TypeWords() {}

    /** How a type is listed: {@code measurements}, {@code view}. */
    static String listed(TokenType type) {
        return PLURALS.getOrDefault(type, type.word());
    }

    /** What a sentence says of a type: {@code measurements are}, {@code anatomy is}. */
    static String subject(TokenType type) {
        String plural = PLURALS.getOrDefault(type, OTHER_PLURALS.getOrDefault(type, ""));
        return plural.isEmpty() ? type.word() + " is" : plural + " are";
    }

    /** The type that a word names. */
    static Optional<TokenType> type(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        for (TokenType type : EnumSet.complementOf(EnumSet.of(TokenType.UNKNOWN))) {
            if (plain.equals(type.word())
                    || plain.equals(PLURALS.get(type))
                    || plain.equals(OTHER_PLURALS.get(type))) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
