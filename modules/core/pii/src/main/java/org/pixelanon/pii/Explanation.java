package org.pixelanon.pii;

import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.policy.ReleasePolicy;
import org.pixelanon.pii.token.TokenType;
import org.pixelanon.pii.token.TypedLine;

/**
 * The decision about a line, explained.
 *
 * @param opinion whether it must be hidden, and why
 * @param type what it is, or what of it decided
 * @param confidence 0 to 1: of what is released how sure its least sure part was read, of what is
 *     hidden 1, and 0 if nothing explains it
 */
public record Explanation(Opinion opinion, TokenType type, double confidence) {

    static Explanation of(Opinion opinion, TypedLine line) {
        Reason reason = opinion.reason();
        return switch (reason.kind()) {
            case BUILT_IN_LIST -> new Explanation(opinion, line.main().type(), line.confidence());
            case OWN_TAG -> new Explanation(opinion, ofTag(reason.detail()), 1);
            case PATTERN -> new Explanation(opinion, ofForm(reason.detail()), 1);
            case POLICY -> new Explanation(opinion, ofPolicy(reason, line), 1);
            case ALLOW_LIST -> new Explanation(opinion, TokenType.SCREEN, 1);
            default -> new Explanation(opinion, TokenType.UNKNOWN, 0);
        };
    }

    private static TokenType ofTag(String keyword) {
        if (keyword.contains("Date")) {
            return TokenType.DATE;
        }
        if (keyword.contains("Time")) {
            return TokenType.TIME;
        }
        if (keyword.contains("Age")) {
            return TokenType.AGE;
        }
        if (keyword.contains("Address") || keyword.contains("Residence")) {
            return TokenType.ADDRESS;
        }
        if (keyword.contains("Telephone")) {
            return TokenType.PHONE;
        }
        if (keyword.contains("Institution") || keyword.contains("Station")) {
            return TokenType.INSTITUTION;
        }
        boolean number = TagWords.NUMBERED.stream().anyMatch(keyword::contains);
        return number ? TokenType.IDENTIFIER : TokenType.NAME;
    }

    private static TokenType ofPolicy(Reason reason, TypedLine line) {
        return ReleasePolicy.type(reason).orElse(line.main().type());
    }

    /** What a text of a form of {@link PatternDetector} is. */
    static TokenType ofForm(String form) {
        return switch (form) {
            case "date", "birth label" -> TokenType.DATE;
            case "time" -> TokenType.TIME;
            case "age", "age label", "sex label" -> TokenType.AGE;
            case "telephone", "e-mail" -> TokenType.PHONE;
            case "postcode" -> TokenType.ADDRESS;
            case "institution" -> TokenType.INSTITUTION;
            case "name label", "title", "person label" -> TokenType.NAME;
            case "health service number",
                    "id label",
                    "uid",
                    "social security number",
                    "number of ten digits",
                    "number" ->
                    TokenType.IDENTIFIER;
            default -> TokenType.UNKNOWN; // a line of the deny-list
        };
    }
}
