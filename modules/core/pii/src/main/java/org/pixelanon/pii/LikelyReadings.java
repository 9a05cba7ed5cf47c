package org.pixelanon.pii;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.token.LineGrammar;

/**
 * The possible readings of a line that are about as likely as the best. Immutable.
 *
 * @param judge of single readings
 * @param grammar of harmless lines
 * @param text the best reading
 * @param others the other readings
 */
record LikelyReadings(
        Function<String, Opinion> judge, LineGrammar grammar, String text, List<String> others) {

    LikelyReadings {
        others = List.copyOf(others);
    }

    Opinion opinion() {
        Opinion opinion = judge.apply(text);
        if (!opinion.sensitive()) {
            return opinion.reason().kind() == Reason.Kind.ALLOW_LIST
                    ? opinion
                    : unlessSensitive(opinion);
        }
        return isUnknown(opinion) ? unlessHarmless(opinion) : opinion;
    }

    private Opinion unlessSensitive(Opinion harmless) {
        Set<String> known = LineGrammar.words(text);
        for (String other : others) {
            Opinion opinion = judge.apply(other);
            boolean hides =
                    opinion.sensitive() && (!isUnknown(opinion) || grammar.holdsName(other, known));
            if (hides) {
                return opinion;
            }
        }
        return harmless;
    }

    private Opinion unlessHarmless(Opinion unknown) {
        Opinion harmless = null;
        String said = "";
        List<String> unexplained = new ArrayList<>(List.of(text));
        for (String other : others) {
            Opinion opinion = judge.apply(other);
            if (opinion.sensitive() && !isUnknown(opinion)) {
                return unknown;
            }
            if (opinion.sensitive()) {
                unexplained.add(other);
            } else if (harmless == null && isPlain(opinion, other)) {
                harmless = opinion;
                said = other;
            }
        }
        return harmless != null && !mayBeName(unexplained, LineGrammar.words(said))
                ? harmless
                : unknown;
    }

    /** Released by what we know of lines, and without a mistake that was corrected. */
    private boolean isPlain(Opinion opinion, String read) {
        return opinion.reason().kind() == Reason.Kind.BUILT_IN_LIST
                && grammar.type(read).confidence() == 1;
    }

    private boolean mayBeName(List<String> readings, Set<String> known) {
        return readings.stream().anyMatch(reading -> grammar.mayHoldName(reading, known));
    }

    private static boolean isUnknown(Opinion opinion) {
        Reason.Kind kind = opinion.reason().kind();
        return kind == Reason.Kind.UNEXPLAINED || kind == Reason.Kind.UNREADABLE;
    }
}
