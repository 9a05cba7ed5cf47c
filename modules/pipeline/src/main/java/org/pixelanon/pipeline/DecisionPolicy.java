package org.pixelanon.pipeline;

import java.util.List;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Finding;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector.Opinion;
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
