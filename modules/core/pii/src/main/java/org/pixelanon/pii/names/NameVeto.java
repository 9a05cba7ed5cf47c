package org.pixelanon.pii.names;

import java.util.Optional;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.util.Span;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Reason;

/**
 * Makes a line sensitive in which a model finds a name; has no effect on other lines. The model is
 * loaded with the first line. Immutable and thread-safe.
 */
public final class NameVeto implements PiiDetector {

    /** By which users choose it. */
    static final String NAME = "opennlp";

    /** How sure the model must be; models/names.md says what follows from it. */
    static final double LEAST = 0.96;

    private final ThreadLocal<NameFinderME> finders =
            ThreadLocal.withInitial(NameModelFile::finder);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        return likelihood(text) < LEAST
                ? Optional.empty()
                : Optional.of(new Opinion(true, new Reason(Reason.Kind.DETECTOR, NAME + ": name")));
    }

    /**
     * How likely the likeliest name of a line is one.
     *
     * @param text as read
     * @return 0, if the model finds none, to 1
     */
    double likelihood(String text) {
        String[] tokens = NameTokens.of(text);
        if (tokens.length == 0) {
            return 0;
        }
        NameFinderME finder = finders.get();
        Span[] names = finder.find(tokens);
        double[] likelihoods = names.length == 0 ? new double[0] : finder.probs(names);
        double most = 0;
        for (double likelihood : likelihoods) {
            most = Math.max(most, likelihood);
        }
        return most;
    }
}
