package org.pixelanon.neural;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Reason;
import org.pixelanon.neural.token.TokenLabels;
import org.pixelanon.neural.token.WordPieces;

/**
 * Judges a text sensitive if a network gives a piece of it a sensitive label; otherwise gives no
 * opinion. Immutable and thread-safe.
 */
final class TokenDetector implements PiiDetector {

    private final String name;
    private final TokenNetwork network;
    private final WordPieces pieces;
    private final TokenLabels labels;
    private final float threshold;
    private final int longest;

    /**
     * Uses a network.
     *
     * @param threshold the likelihood from which a piece is sensitive
     * @param longest most pieces per run of the network, without beginning and end
     */
    TokenDetector(
            String name,
            TokenNetwork network,
            WordPieces pieces,
            TokenLabels labels,
            float threshold,
            int longest) {
        this.name = name;
        this.network = network;
        this.pieces = pieces;
        this.labels = labels;
        this.threshold = threshold;
        this.longest = longest;
    }

    /** Tests with a text whether the network's output is as expected. */
    void tryOut() throws NeuralException {
        network.likelihoods(pieces.enclosed(pieces.of("a 1"), 0, 0));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        long[] all = pieces.of(text);
        try {
            for (int from = 0; from < all.length; from += longest) {
                int to = Math.min(all.length, from + longest);
                float[][] likelihoods = network.likelihoods(pieces.enclosed(all, from, to));
                for (int i = 1; i <= to - from; i++) {
                    Optional<String> type = type(likelihoods[i]);
                    if (type.isPresent()) {
                        Reason why = new Reason(Reason.Kind.DETECTOR, type.get());
                        return Optional.of(new Opinion(true, why));
                    }
                }
            }
        } catch (NeuralException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    /** The likeliest sensitive type, if all of them together are likely enough. */
    private Optional<String> type(float[] likelihoods) {
        float together = 0;
        int likeliest = -1;
        for (int i = 0; i < likelihoods.length; i++) {
            if (!labels.types().get(i).isEmpty()) {
                together += likelihoods[i];
                likeliest =
                        likeliest < 0 || likelihoods[i] > likelihoods[likeliest] ? i : likeliest;
            }
        }
        return likeliest >= 0 && together >= threshold
                ? Optional.of(labels.types().get(likeliest))
                : Optional.empty();
    }
}
