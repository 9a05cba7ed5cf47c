package org.pixelanon.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Finding;
import org.pixelanon.model.Reason;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.rules.RuleResult;

/**
 * What the rules of a run say about one file.
 *
 * @param decisions a rectangle each, all to be blanked
 * @param refusal why the file is withheld; empty if it is not
 * @param notes what was clipped, and whether no rule matches
 */
record RuleDecisions(List<Decision> decisions, Optional<String> refusal, List<String> notes) {

    private static final RuleDecisions NONE =
            new RuleDecisions(List.of(), Optional.empty(), List.of());

    /** Matches the rules, if there are any, against a file. */
    static RuleDecisions of(Optional<RuleBook> rules, DicomFile file) throws IOException {
        if (rules.isEmpty()) {
            return NONE;
        }
        RuleResult result = rules.get().apply(file);
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
        return new RuleDecisions(decisions, refusal(result), notes);
    }

    private static Optional<String> refusal(RuleResult result) {
        if (result.denied().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                result.denied().stream()
                        .map(e -> "rule '" + e.name() + "' withholds the file" + reason(e))
                        .collect(Collectors.joining("; ")));
    }

    private static String reason(RuleBook.Entry entry) {
        String reason = entry.extensions().reason();
        return reason.isEmpty() ? "" : ": " + reason;
    }
}
