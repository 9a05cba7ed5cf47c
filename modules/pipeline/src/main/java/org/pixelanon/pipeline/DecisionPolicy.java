package org.pixelanon.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Finding;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Reason;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.pii.SensitivityJudge;

/**
 * Decides what is hidden. Pure: the same findings give the same decisions. Text that nothing
 * explains, or that cannot be read, is a doubt.
 *
 * @param judge says whether text is sensitive
 * @param onDoubt what is done about a doubt
 */
public record DecisionPolicy(SensitivityJudge judge, OnDoubt onDoubt) {

    /** What is done about text that nothing explains. */
    public enum OnDoubt {
        /** Blank it. */
        REDACT,
        /** Leave the file to a person. */
        WITHHOLD
    }

    /** A label of two letters or more; a single one may be an initial. */
    private static final Pattern LABEL = Pattern.compile("\\p{L}{2}");

    /**
     * Decides about the texts of one plane. A label and its number that were found as two texts are
     * judged as the line they are: {@code mAs} and {@code 12} are kept side by side, and only
     * there, since alone the number may be an age.
     *
     * @param texts all texts of the plane
     * @param identity what the file's own tags say
     * @return one decision for each text, in their order
     */
    public List<Decision> decide(List<RecognizedText> texts, Identity identity) {
        List<Decision> decisions = new ArrayList<>();
        texts.forEach(text -> decisions.add(decide(text, identity)));
        List<Decision> alone = List.copyOf(decisions);
        for (int i = 0; i < alone.size(); i++) {
            for (int j = 0; j < alone.size(); j++) {
                if (mayBelongTogether(alone.get(i), alone.get(j))
                        && isContinued(texts.get(i), texts.get(j))) {
                    String line = texts.get(i).text() + " " + texts.get(j).text();
                    Opinion opinion = judge.judge(line, identity);
                    if (isTechnique(opinion.reason())) {
                        for (int part : List.of(i, j)) {
                            Finding finding = alone.get(part).finding();
                            decisions.set(
                                    part, new Decision(finding, Verdict.KEEP, opinion.reason()));
                        }
                    }
                }
            }
        }
        return decisions;
    }

    /** True if nothing speaks against either, and something for at most one of them. */
    private static boolean mayBelongTogether(Decision left, Decision right) {
        Reason.Kind doubt = Reason.Kind.UNEXPLAINED;
        boolean first = left.reason().kind() == doubt;
        boolean second = right.reason().kind() == doubt;
        return (first && (second || isTechnique(right.reason())))
                || (second && isTechnique(left.reason()));
    }

    private static boolean isTechnique(Reason reason) {
        return reason.kind() == Reason.Kind.BUILT_IN_LIST;
    }

    /** True if the right text stands where the line of the left one goes on. */
    private static boolean isContinued(RecognizedText left, RecognizedText right) {
        PixelRectangle a = left.region().rectangle();
        PixelRectangle b = right.region().rectangle();
        int low = Math.min(a.height(), b.height());
        int high = Math.max(a.height(), b.height());
        int shared = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
        int gap = b.x() - a.right();
        return left.region().scope().equals(right.region().scope())
                && LABEL.matcher(left.text()).find()
                && 2L * shared > low
                && high <= 2L * low
                && 2L * gap > -low
                && gap <= high;
    }

    /**
     * Decides about one text.
     *
     * @param text the text
     * @param identity what the file's own tags say
     * @return the decision with its reason
     */
    public Decision decide(RecognizedText text, Identity identity) {
        Opinion opinion = judge.judge(text.text(), identity);
        return new Decision(new Finding.OfText(text), verdict(opinion), opinion.reason());
    }

    private Verdict verdict(Opinion opinion) {
        if (!opinion.sensitive()) {
            return Verdict.KEEP;
        }
        boolean doubt =
                opinion.reason().kind() == Reason.Kind.UNEXPLAINED
                        || opinion.reason().kind() == Reason.Kind.UNREADABLE;
        return doubt && onDoubt == OnDoubt.WITHHOLD ? Verdict.REVIEW : Verdict.REDACT;
    }

    /**
     * What is to be blanked.
     *
     * @param decisions all decisions about a file
     * @return the regions of those that say so
     */
    public static RedactionPlan plan(List<Decision> decisions) {
        List<Region> regions =
                decisions.stream()
                        .filter(d -> d.verdict() == Verdict.REDACT)
                        .map(d -> d.finding().region())
                        .distinct()
                        .toList();
        return new RedactionPlan(regions);
    }
}
