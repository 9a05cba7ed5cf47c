package org.pixelanon.rulesview;

import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.Plane;
import org.pixelanon.review.RuleReview;
import org.pixelanon.rules.RuleCheck;
import org.pixelanon.rules.RuleEntry;
import org.pixelanon.rules.RuleLab;

/**
 * A finding in the rules, or in a file on which they were tried.
 *
 * @param what its kind, in words
 * @param where the line of the rules or the name of the file
 * @param detail details, without patient text
 * @param line 1-based line of the rules; 0 if it is about a file
 * @param file name of the file in the database; empty if it is about the rules
 * @param plane the plane in the file; null for the first
 */
@Messages({
    "LINE_Error=Error in the rules",
    "LINE_Warning=Warning about the rules",
    "LINE_None=No rule matches",
    "LINE_Several=Several rules match",
    "LINE_Outside=Rectangle outside the image",
    "LINE_Uncovered=Text left uncovered",
    "LINE_Unreadable=Cannot be tested",
    "# {0} - line number",
    "LINE_Number=line {0}",
    "LINE_NoneDetail=would be left unchanged",
    "# {0} - plane",
    "# {1} - place",
    "# {2} - share in percent",
    "LINE_Text={0}, {1}: {2} covered",
    "# {0} - number of files",
    "# {1} - files without rule",
    "# {2} - files with several rules",
    "# {3} - rectangles outside",
    "# {4} - texts uncovered",
    "# {5} - share in percent",
    "MSG_Summary={0} files \u00b7 {1} no rule \u00b7 {2} several \u00b7 {3} outside \u00b7 {4} uncovered \u00b7 {5} over-blanked"
})
record RuleIssue(
        String what, String where, String detail, int line, String file, @Nullable Plane plane) {

    private static final int PERCENT = 100;

    /** All findings: those in rules first, then file by file in order of severity. */
    static List<RuleIssue> of(List<RuleCheck.Problem> problems, RuleReview.@Nullable Tried tried) {
        List<RuleIssue> lines = new ArrayList<>();
        for (RuleCheck.Problem p : problems) {
            lines.add(ofRules(p.line(), p.text(), false));
        }
        if (tried == null) {
            return lines;
        }
        var report = tried.report();
        for (RuleLab.Trial trial : report.uncovered()) {
            trial.uncovered().forEach(text -> lines.add(uncovered(trial, text)));
        }
        report.unmatched()
                .forEach(t -> lines.add(of(Bundle.LINE_None(), t, Bundle.LINE_NoneDetail())));
        report.ambiguous()
                .forEach(
                        t ->
                                lines.add(
                                        of(
                                                Bundle.LINE_Several(),
                                                t,
                                                t.result().matching().stream()
                                                        .map(RuleEntry::name)
                                                        .collect(Collectors.joining(", ")))));
        for (RuleLab.Trial trial : report.trials()) {
            trial.result().outside().forEach(n -> lines.add(of(Bundle.LINE_Outside(), trial, n)));
        }
        for (Map.Entry<String, String> e : tried.unreadable().entrySet()) {
            lines.add(
                    new RuleIssue(
                            Bundle.LINE_Unreadable(),
                            shortName(e.getKey()),
                            e.getValue(),
                            0,
                            e.getKey(),
                            null));
        }
        return lines;
    }

    /** The same in numbers. */
    static String summary(RuleReview.Tried tried) {
        var report = tried.report();
        NumberFormat percent = NumberFormat.getPercentInstance(Locale.getDefault());
        percent.setMaximumFractionDigits(2);
        return Bundle.MSG_Summary(
                report.trials().size(),
                report.unmatched().size(),
                report.ambiguous().size(),
                report.outside().size(),
                report.uncovered().stream().mapToInt(t -> t.uncovered().size()).sum(),
                percent.format(report.overBlanked()));
    }

    /** Findings in the rules themselves. */
    static RuleIssue ofRules(int line, String text, boolean error) {
        return new RuleIssue(
                error ? Bundle.LINE_Error() : Bundle.LINE_Warning(),
                line == 0 ? "" : Bundle.LINE_Number(line),
                text,
                line,
                "",
                null);
    }

    private static RuleIssue of(String what, RuleLab.Trial trial, String detail) {
        return new RuleIssue(what, shortName(trial.file()), detail, 0, trial.file(), null);
    }

    private static RuleIssue uncovered(RuleLab.Trial trial, RuleLab.Text text) {
        var r = text.region().rectangle();
        // rounded down, so that incomplete coverage never shows 100 %
        String share = (int) (text.covered() * PERCENT) + "\u00a0%";
        return new RuleIssue(
                Bundle.LINE_Uncovered(),
                shortName(trial.file()),
                Bundle.LINE_Text(text.region().scope().toString(), r.toString(), share),
                0,
                trial.file(),
                text.region().scope() instanceof Plane p ? p : null);
    }

    /** The last part of the path of a file. */
    static String shortName(String file) {
        Path name = Path.of(file).getFileName();
        return name == null ? file : name.toString();
    }
}
