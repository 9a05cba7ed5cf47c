package org.pixelanon.pipeline.decide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Finding;
import org.pixelanon.model.Reason;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.rules.RuleEntry;
import org.pixelanon.rules.RuleResult;

/**
 * What the rules of a run, and its ultrasound regions, say about one file.
 *
 * @param decisions a rectangle each, all to be blanked
 * @param refusal why the file is withheld; empty if it is not
 * @param unusable what rules and regions would need to know of the file and it does not say, one
 *     line each; a part of the refusal
 * @param notes what was clipped, and whether no rule matches
 */
public record RuleDecisions(
        List<Decision> decisions,
        Optional<String> refusal,
        List<String> unusable,
        List<String> notes) {

    /** There are no rules. */
    static final RuleDecisions NONE =
            new RuleDecisions(List.of(), Optional.empty(), List.of(), List.of());

    /**
     * Matches rules against a file.
     *
     * @param rules the rules
     * @param file the file
     * @return what they say
     * @throws IOException if the file cannot be read
     */
    public static RuleDecisions of(RuleBook rules, DicomFile file) throws IOException {
        RuleResult result = rules.apply(file);
        List<Decision> decisions = new ArrayList<>();
        for (RuleResult.RuleRegion region : result.regions()) {
            String rule = region.entry().name();
            decisions.add(
                    new Decision(
                            new Finding.OfRule(region.region(), rule),
                            Verdict.REDACT,
                            new Reason(Reason.Kind.RULE, rule)));
        }
        List<String> notes = new ArrayList<>(result.notes());
        if (result.matching().isEmpty()) {
            notes.add("no rule matches this file");
        }
        List<String> refusals = new ArrayList<>(result.unusable());
        result.denied()
                .forEach(
                        e ->
                                refusals.add(
                                        "rule '" + e.name() + "' withholds the file" + reason(e)));
        return new RuleDecisions(decisions, joined(refusals), result.unusable(), notes);
    }

    /**
     * Together with what the Sequence of Ultrasound Regions says, if anybody asked for it.
     *
     * @param regions what it says
     * @return both, regions first
     */
    public RuleDecisions and(UltrasoundDecisions regions) {
        return new RuleDecisions(
                concat(regions.decisions(), decisions),
                joined(concat(regions.refusal().stream().toList(), refusal.stream().toList())),
                concat(regions.refusal().stream().toList(), unusable),
                concat(regions.notes(), notes));
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static Optional<String> joined(List<String> refusals) {
        return refusals.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", refusals));
    }

    private static String reason(RuleEntry entry) {
        String reason = entry.extensions().reason();
        return reason.isEmpty() ? "" : ": " + reason;
    }
}
