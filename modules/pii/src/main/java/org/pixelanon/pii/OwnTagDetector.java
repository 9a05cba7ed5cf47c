package org.pixelanon.pii;

import java.util.Optional;
import java.util.Set;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Reason;

/**
 * Compares a text with the identifying tags of its own file, tolerant of what recognition confuses.
 * Names are compared word by word, numbers and dates as runs of characters.
 */
public final class OwnTagDetector implements PiiDetector {

    private static final Set<String> RUNS = Set.of("SH", "LO", "DA", "TM", "DT", "UI", "IS");
    private static final int SHORTEST_RUN = 4;
    private static final int TOLERANT_FROM = 5;

    @Override
    public String name() {
        return "tags";
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        String words = Folding.words(text);
        String joined = words.replace(" ", "");
        for (Identity.Value value : identity.values()) {
            if (occurs(value, words, joined)) {
                return Optional.of(
                        new Opinion(true, new Reason(Reason.Kind.OWN_TAG, value.keyword())));
            }
        }
        return Optional.empty();
    }

    private static boolean occurs(Identity.Value value, String words, String joined) {
        String folded = Folding.words(value.value());
        String run = folded.replace(" ", "");
        if (run.length() < 2) {
            return false;
        }
        if (joined.equals(run)) {
            return true;
        }
        if (RUNS.contains(value.vr()) && run.length() >= SHORTEST_RUN && joined.contains(run)) {
            return true;
        }
        if (value.vr().equals("DA") || value.vr().equals("TM") || value.vr().equals("DT")) {
            return false; // written forms of dates and times are the patterns' business
        }
        for (String wanted : folded.split(" ", -1)) {
            for (String word : words.split(" ", -1)) {
                if (sameWord(wanted, word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sameWord(String wanted, String word) {
        if (wanted.length() < 2 || word.isEmpty()) {
            return false;
        }
        if (wanted.length() < TOLERANT_FROM) {
            return wanted.length() > 2 ? wanted.equals(word) : false;
        }
        int limit = wanted.length() / TOLERANT_FROM;
        boolean cut =
                word.length() >= TOLERANT_FROM && (wanted.contains(word) || word.contains(wanted));
        return cut || Folding.distance(wanted, word, limit) <= limit;
    }
}
