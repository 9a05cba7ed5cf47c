package org.pixelanon.pii;

import java.util.List;
import java.util.Optional;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.names.NameVeto;
import org.pixelanon.pii.token.LineGrammar;
import org.pixelanon.pii.token.Token;
import org.pixelanon.pii.token.TypedLine;

/**
 * Releases a line of which every part is known to be harmless. The reason names the type of the
 * part that explains most, its rule and the line of the data file. Immutable and thread-safe.
 */
final class HarmlessLines implements PiiDetector {

    /** What is less sure is taken to be misread into something harmless. */
    private static final double LEAST_CONFIDENCE = 0.5;

    /** In the reason of each line that holds a number with its label or unit. */
    static final String NUMBER = "number in range";

    private final LineGrammar grammar;
    private final List<NameVeto> vetoes;

    /**
     * Each of the vetoes is asked only about a line that would be released, and not where a number
     * with its label or unit shows what the line is.
     */
    HarmlessLines(LineGrammar grammar, List<NameVeto> vetoes) {
        this.grammar = grammar;
        this.vetoes = List.copyOf(vetoes);
    }

    @Override
    public String name() {
        return "built-in";
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        Optional<Opinion> harmless = opinion(grammar.type(text));
        if (harmless.isPresent() && !harmless.get().reason().detail().contains(NUMBER)) {
            for (NameVeto veto : vetoes) {
                Optional<Opinion> name = veto.judge(text, identity);
                if (name.isPresent()) {
                    return name;
                }
            }
        }
        return harmless;
    }

    static Optional<Opinion> opinion(TypedLine line) {
        if (!line.harmless() || line.confidence() < LEAST_CONFIDENCE) {
            return Optional.empty();
        }
        Token main = line.main();
        String detail = main.type().word() + ": " + main.rule();
        return Optional.of(new Opinion(false, new Reason(Reason.Kind.BUILT_IN_LIST, detail)));
    }
}
