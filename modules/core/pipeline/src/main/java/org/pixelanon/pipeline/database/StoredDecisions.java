package org.pixelanon.pipeline.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Finding;
import org.pixelanon.model.Identity;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.store.RowTime;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.StoredRow;
import org.pixelanon.store.StoredRow.Author;

/**
 * Converts between decisions and rows of the shared database. A row is kept if the allow-list
 * releases its text or it is marked not sensitive; every other rectangle is blanked.
 */
public final class StoredDecisions {

    static final int TESSERACT = 1;
    static final int ULTRASOUND = 4;
    static final int FORM = 5;
    static final int ALLOW_LIST = 50;
    private static final int FORM_JUDGE = 60;
    private static final int NO_ENGINE = -1;
    private static final int UNKNOWN = -1;

    private static final Reason MARKED = new Reason(Reason.Kind.REQUESTED, "marked not sensitive");

    private StoredDecisions() {}

    /** The name of a file in the database. */
    static String nameOf(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /**
     * What rows of the database say is to be done; rows without rectangle say nothing.
     *
     * @param rows of one file
     * @param judge releases rectangles whose text the allow-list knows
     * @return a decision for each rectangle
     * @throws PipelineException if a rectangle is impossible
     */
    public static List<Decision> decisions(List<StoredRow> rows, SensitivityJudge judge)
            throws PipelineException {
        List<Decision> decisions = new ArrayList<>();
        for (StoredRow row : rows) {
            StoredRegion region = row.region();
            boolean accepted = row.author() == Author.PERSON && region.sensitive() == 1;
            if (accepted && !region.box().isSummary()) {
                // no list releases what a person said is to be blanked
                decisions.add(decision(region.box(), "", 1, "database", judge));
            } else if (!region.box().isSummary()) {
                decisions.add(
                        decision(
                                region.box(),
                                region.text(),
                                region.sensitive(),
                                "database",
                                judge));
            }
        }
        return decisions;
    }

    /**
     * Lets stand what a person marked as not sensitive, where a search finds the same text at the
     * same place again. A mark that only the Python tool's own search may have made is ignored.
     *
     * @param rows of one file
     * @param found what a search found in it
     * @return the decisions, some of them changed to KEEP
     */
    public static List<Decision> heed(List<StoredRow> rows, List<Decision> found) {
        List<StoredRegion> harmless =
                rows.stream()
                        .filter(r -> r.author() == Author.PERSON && r.region().sensitive() == 0)
                        .map(StoredRow::region)
                        .toList();
        if (harmless.isEmpty()) {
            return found;
        }
        List<Decision> heeded = new ArrayList<>();
        for (Decision decision : found) {
            StoredRegion region = row(decision, "", "");
            heeded.add(
                    harmless.stream().anyMatch(region::sameFinding)
                            ? new Decision(decision.finding(), Verdict.KEEP, MARKED)
                            : decision);
        }
        return heeded;
    }

    /**
     * One row of a database or CSV: released by its mark or by the allow-list, otherwise blanked.
     *
     * @param box the rectangle
     * @param text what was read there; may be empty
     * @param sensitive -1 unknown, 0 no, 1 yes
     * @param origin where the row is from
     * @param judge releases rectangles whose text the allow-list knows
     * @return the decision
     * @throws PipelineException if the rectangle is impossible
     */
    public static Decision decision(
            InclusiveBox box, String text, int sensitive, String origin, SensitivityJudge judge)
            throws PipelineException {
        Finding finding;
        try {
            finding = new Finding.OfPerson(box.toRegion(), origin);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new PipelineException(origin + ": " + e.getMessage(), e);
        }
        if (sensitive == 0) {
            return new Decision(finding, Verdict.KEEP, MARKED);
        }
        if (!text.isBlank()) {
            Opinion opinion = judge.judge(text, Identity.NONE);
            if (opinion.reason().kind() == Reason.Kind.ALLOW_LIST) {
                return new Decision(finding, Verdict.KEEP, opinion.reason());
            }
        }
        return new Decision(finding, Verdict.REDACT, new Reason(Reason.Kind.REQUESTED, origin));
    }

    /** One row per decision. */
    static List<StoredRegion> rows(List<Decision> decisions, String user) {
        String now = RowTime.now();
        List<StoredRegion> rows = new ArrayList<>();
        decisions.forEach(decision -> rows.add(row(decision, now, user)));
        return rows;
    }

    /**
     * What a row says of a decision.
     *
     * @param decision the decision
     * @return 1 to hide, 0 to keep, -1 nobody judged it
     */
    public static int sensitive(Decision decision) {
        if (decision.reason().kind() == Reason.Kind.NOT_JUDGED) {
            return UNKNOWN;
        }
        return decision.verdict() == Verdict.KEEP ? 0 : 1;
    }

    /**
     * What a row says of the texts of a plane or file together.
     *
     * @param texts the decisions about them
     * @return 1 one is to be hidden, 0 all are kept, -1 nobody judged one, or there are none
     */
    public static int sensitive(List<Decision> texts) {
        List<Integer> all = texts.stream().map(StoredDecisions::sensitive).toList();
        if (all.contains(1)) {
            return 1;
        }
        return all.isEmpty() || all.contains(UNKNOWN) ? UNKNOWN : 0;
    }

    private static StoredRegion row(Decision decision, String now, String user) {
        return new StoredRegion(
                InclusiveBox.of(decision.finding().region()),
                engine(decision.finding()),
                textOf(decision),
                judgeNumber(decision),
                sensitive(decision),
                now,
                user,
                "",
                witnesses(decision));
    }

    private static int engine(Finding finding) {
        if (finding instanceof Finding.OfForm) {
            return FORM;
        }
        // a rule has no number of its own; with this one the next scan replaces the row
        return finding instanceof Finding.OfText ? TESSERACT : ULTRASOUND;
    }

    private static String witnesses(Decision decision) {
        return decision.finding() instanceof Finding.OfText found
                ? found.text().witnesses().text()
                : "";
    }

    private static String textOf(Decision decision) {
        return decision.finding() instanceof Finding.OfText found ? found.text().text() : "";
    }

    /** The row that tells that a file was searched, even if it has no text. */
    static StoredRegion summary(List<Decision> decisions, boolean judged, String user) {
        List<Decision> texts =
                decisions.stream().filter(d -> d.finding() instanceof Finding.OfText).toList();
        String all =
                texts.stream()
                        .map(StoredDecisions::textOf)
                        .filter(t -> !t.isEmpty())
                        .collect(Collectors.joining(" "));
        return new StoredRegion(
                InclusiveBox.summary(new AllPlanes()),
                TESSERACT,
                all,
                judged ? ALLOW_LIST : NO_ENGINE,
                sensitive(texts),
                RowTime.now(),
                user);
    }

    private static int judgeNumber(Decision decision) {
        return switch (decision.reason().kind()) {
            case ALLOW_LIST, BUILT_IN_LIST, UNEXPLAINED -> ALLOW_LIST;
            case FORM -> FORM_JUDGE;
            default -> NO_ENGINE;
        };
    }
}
