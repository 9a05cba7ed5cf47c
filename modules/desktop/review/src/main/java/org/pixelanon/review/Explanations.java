package org.pixelanon.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pixelanon.model.Decision;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.Finding;
import org.pixelanon.model.Identity;
import org.pixelanon.model.Reason;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.Region;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewItem;

/**
 * Adds the reason of the current judgement to recognised text, and the confidence if it was read in
 * this sitting: the shared table stores neither. Thread-safe; for workers.
 */
final class Explanations {

    private static final System.Logger LOG = System.getLogger(Explanations.class.getName());

    /** The reader of text that a person read; irrelevant to judging. */
    private static final String PERSON = "person";

    private record Place(String file, Region region) {}

    private final PolicySource policies;
    private final Map<Place, Double> confidences = new ConcurrentHashMap<>();

    Explanations(PolicySource policies) {
        this.policies = policies;
    }

    /** Remembers confidences. */
    void note(String file, List<Decision> found) {
        for (Decision decision : found) {
            if (decision.finding() instanceof Finding.OfText text) {
                confidences.put(new Place(file, text.region()), text.text().confidence());
            }
        }
    }

    /** The items with reason and confidence where these are known. */
    List<ReviewItem> explain(String file, Identity identity, List<ReviewItem> items) {
        if (items.stream().noneMatch(i -> i.layer() == Layer.OCR)) {
            return items;
        }
        try {
            SensitivityJudge judge = policies.policy().judge();
            List<ReviewItem> explained = new ArrayList<>(items.size());
            for (ReviewItem item : items) {
                explained.add(
                        item.layer() == Layer.OCR ? explain(file, identity, item, judge) : item);
            }
            return explained;
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, FailureText.reason(e));
            return items;
        }
    }

    /**
     * A corrected text, judged on each plane together with the texts there, as a search does.
     *
     * @param items all of the file
     * @param misread those that are this text
     */
    List<ReviewItem> reread(
            Identity identity, List<ReviewItem> items, List<ReviewItem> misread, String read)
            throws IOException {
        List<ReviewItem> afters = new ArrayList<>();
        for (ReviewItem item : misread) {
            afters.add(reread(identity, items, item, read));
        }
        return afters;
    }

    private ReviewItem reread(
            Identity identity, List<ReviewItem> items, ReviewItem item, String read)
            throws IOException {
        List<RecognizedText> texts = new ArrayList<>();
        texts.add(new RecognizedText(item.region(), read, 1, PERSON));
        for (ReviewItem other : items) {
            boolean beside =
                    other.layer() == Layer.OCR
                            && other.id() != item.id()
                            && other.region().scope().equals(item.region().scope());
            if (beside) {
                texts.add(
                        new RecognizedText(
                                other.region(), other.text(), other.confidence(), PERSON));
            }
        }
        Decision decision = policies.policy().decide(texts, identity).get(0);
        boolean hide = decision.verdict() != Decision.Verdict.KEEP;
        return item.reread(read, hide, words(decision.reason()));
    }

    private ReviewItem explain(
            String file, Identity identity, ReviewItem item, SensitivityJudge judge) {
        Reason reason = judge.judge(item.text(), identity).reason();
        double confidence = confidences.getOrDefault(new Place(file, item.region()), -1.0);
        ReviewItem why = item.withReason(words(reason));
        return confidence < 0 ? why : why.withConfidence(confidence);
    }

    private static String words(Reason reason) {
        String kind = reason.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return reason.detail().isEmpty() ? kind : kind + ": " + reason.detail();
    }
}
