package org.pixelanon.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Finding;
import org.pixelanon.model.Identity;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoreException;
import org.pixelanon.store.StoredRegion;

/**
 * Between decisions and the rows of the shared database. A row whose text the allow-list releases
 * is kept, as is one that is marked not sensitive; every other rectangle is to be blanked.
 */
final class KnownRegions {

    static final int TESSERACT = 1;
    static final int ULTRASOUND = 4;
    static final int ALLOW_LIST = 50;
    private static final int NO_ENGINE = -1;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private KnownRegions() {}

    /** The name of a file in the database. */
    static String nameOf(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /**
     * Whether the database has any row of the file, under its absolute path or as the user named
     * it.
     */
    static boolean knows(RegionStore store, Path file) throws StoreException {
        return store.knows(nameOf(file)) || store.knows(file.toString());
    }

    /** What the database says is to be done. */
    static List<Decision> decisions(RegionStore store, Path file, SensitivityJudge judge)
            throws PipelineException, StoreException {
        List<StoredRegion> rows = new ArrayList<>(store.regions(nameOf(file)));
        if (!nameOf(file).equals(file.toString())) {
            rows.addAll(store.regions(file.toString()));
        }
        List<Decision> decisions = new ArrayList<>();
        for (StoredRegion row : rows) {
            if (!row.box().isSummary()) {
                decisions.add(decision(row.box(), row.text(), row.sensitive(), "database", judge));
            }
        }
        return decisions;
    }

    /**
     * One row of a database or CSV: released by its mark or by the allow-list, otherwise blanked.
     */
    static Decision decision(
            InclusiveBox box, String text, int sensitive, String origin, SensitivityJudge judge)
            throws PipelineException {
        Finding finding;
        try {
            finding = new Finding.OfPerson(box.toRegion(), origin);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new PipelineException(origin + ": " + e.getMessage(), e);
        }
        if (sensitive == 0) {
            return new Decision(
                    finding,
                    Verdict.KEEP,
                    new Reason(Reason.Kind.REQUESTED, "marked not sensitive"));
        }
        if (!text.isBlank()) {
            Opinion opinion = judge.judge(text, Identity.NONE);
            if (opinion.reason().kind() == Reason.Kind.ALLOW_LIST) {
                return new Decision(finding, Verdict.KEEP, opinion.reason());
            }
        }
        return new Decision(finding, Verdict.REDACT, new Reason(Reason.Kind.REQUESTED, origin));
    }

    /**
     * The rows of a scanned file: one per rectangle, and a summary row so that a file without text
     * is known too.
     */
    static List<StoredRegion> rows(List<Decision> decisions, String user) {
        String now = TIME.format(Instant.now().atZone(ZoneId.systemDefault()));
        List<StoredRegion> rows = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        boolean sensitive = false;
        for (Decision decision : decisions) {
            String text =
                    decision.finding() instanceof Finding.OfText found ? found.text().text() : "";
            int engine = decision.finding() instanceof Finding.OfText ? TESSERACT : ULTRASOUND;
            boolean hide = decision.verdict() != Verdict.KEEP;
            InclusiveBox box = InclusiveBox.of(decision.finding().region());
            rows.add(
                    new StoredRegion(
                            box, engine, text, judgeNumber(decision), hide ? 1 : 0, now, user));
            if (!text.isEmpty()) {
                all.append(all.isEmpty() ? "" : " ").append(text);
                sensitive |= hide;
            }
        }
        InclusiveBox none =
                new InclusiveBox(
                        InclusiveBox.NONE,
                        InclusiveBox.NONE,
                        InclusiveBox.NONE,
                        InclusiveBox.NONE,
                        InclusiveBox.NONE,
                        InclusiveBox.NONE);
        rows.add(
                new StoredRegion(
                        none, TESSERACT, all.toString(), ALLOW_LIST, sensitive ? 1 : 0, now, user));
        return rows;
    }

    private static int judgeNumber(Decision decision) {
        return switch (decision.reason().kind()) {
            case ALLOW_LIST, BUILT_IN_LIST, UNEXPLAINED -> ALLOW_LIST;
            default -> NO_ENGINE;
        };
    }
}
