package org.pixelanon.pipeline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Decision;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.OpenQuestion;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.Region;
import org.pixelanon.model.SeenPlanes;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.store.AuditEntry;
import org.pixelanon.store.DoneNote;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.RowTime;
import org.pixelanon.store.StoreException;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.StoredRow;

/**
 * The database a run works with: what it knew before, what the run found, and one audit entry for
 * each file. Entries hold coordinates and counts, no text. Thread-safe.
 */
public final class Ledger {

    /** The outcome of a file that was searched and for which no output was asked. */
    static final String SCANNED = "Scanned";

    private final RegionStore store;
    private final String user;
    private final String toolVersion;

    /**
     * Creates the ledger.
     *
     * @param store the database; not closed by this
     * @param user who is written down as the one who changed a row
     * @param toolVersion what is written down as the version of PixelAnon
     */
    public Ledger(RegionStore store, String user, String toolVersion) {
        this.store = store;
        this.user = user;
        this.toolVersion = toolVersion;
    }

    /** Whether the database has any row of a file, under its absolute path or as it was named. */
    boolean knows(Path file) throws StoreException {
        return store.knows(KnownRegions.nameOf(file)) || store.knows(file.toString());
    }

    /** The rows of a file, under its absolute path and as it was named. */
    List<StoredRow> rows(Path file) throws StoreException {
        List<StoredRow> rows = new ArrayList<>(store.rows(KnownRegions.nameOf(file)));
        if (!KnownRegions.nameOf(file).equals(file.toString())) {
            rows.addAll(store.rows(file.toString()));
        }
        return rows;
    }

    /** Whether a person marked a file done. */
    boolean isDone(Path file) throws StoreException {
        return store.mark(markedName(file)).filter(m -> !m.tagged()).isPresent();
    }

    /**
     * What is open in a file that was marked done with PixelAnon. A file that the Python tool
     * marked counts as seen and decided, for that tool keeps neither.
     *
     * @param suggested rules whose rectangles are suggested; if absent, what rules left open when
     *     the file was marked is still open
     * @param ultrasound whether what lies outside ultrasound regions is open where no row says it;
     *     false where it is blanked anyway
     * @return empty if the file is not marked done with PixelAnon
     */
    Optional<OpenQuestions> open(DicomFile file, Optional<RuleBook> suggested, boolean ultrasound)
            throws IOException {
        String name = markedName(file.path());
        Optional<FileMark> mark = store.mark(name).filter(m -> m.note().isPresent());
        if (mark.isEmpty()) {
            return Optional.empty();
        }
        DoneNote note = mark.get().note().get();
        List<StoredRow> rows = store.rowsByThemselves(name);
        LookedAt looked =
                LookedAt.of(
                        rows,
                        store.notes().searched(name),
                        store.notes().shown(name, note.person()));
        OpenQuestions left = note.open();
        ReviewCheck check = new ReviewCheck(file, rows);
        OpenQuestions open = check.rows().and(left.only(OpenQuestion.SIMILAR));
        open = ultrasound ? open.and(check.ultrasound()) : open;
        open =
                open.and(
                        suggested.isPresent()
                                ? check.rules(suggested.get())
                                : left.only(OpenQuestion.RULE));
        return Optional.of(open.and(check.planes(looked)));
    }

    private String markedName(Path file) throws StoreException {
        String absolute = KnownRegions.nameOf(file);
        return store.mark(absolute).isPresent() ? absolute : file.toString();
    }

    /** Writes what a whole search of a file found, in the place of earlier searches. */
    void replace(
            FileResult result,
            String outcome,
            List<Decision> found,
            boolean judged,
            SeenPlanes searched)
            throws IOException {
        List<StoredRegion> rows = KnownRegions.rows(found, user);
        rows.add(KnownRegions.summary(found, judged, user));
        store.replace(entry(result, outcome, searched), rows);
    }

    /** Writes what was found of a file beyond what the database knew; may be nothing. */
    void append(FileResult result, String outcome, List<Decision> found) throws IOException {
        store.append(entry(result, outcome, SeenPlanes.NONE), KnownRegions.rows(found, user));
    }

    /** Writes what a search found beyond what the database knew; once, that all was searched. */
    void appendScan(
            FileResult result,
            List<Decision> found,
            boolean whole,
            boolean judged,
            SeenPlanes searched)
            throws IOException {
        List<StoredRegion> rows = KnownRegions.rows(found, user);
        boolean first =
                rows(result.input()).stream().noneMatch(row -> row.region().box().isSummary());
        if (whole && first) {
            rows.add(KnownRegions.summary(found, judged, user));
        }
        store.append(entry(result, SCANNED, searched), rows);
    }

    /** Writes that something was done with a file, where the database may be written. */
    void audit(FileResult result) throws IOException {
        if (store.isWritable()) {
            append(result, result.outcome().label(), List.of());
        }
    }

    private AuditEntry entry(FileResult result, String outcome, SeenPlanes searched)
            throws IOException {
        return new AuditEntry(
                KnownRegions.nameOf(result.input()),
                result.output().map(KnownRegions::nameOf).orElse(""),
                outcome,
                toolVersion,
                plan(result),
                proof(result),
                RowTime.now(),
                searched);
    }

    private static String plan(FileResult result) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            for (Decision.Verdict verdict : Decision.Verdict.values()) {
                json.writeNumberField(
                        verdict.name(),
                        result.decisions().stream().filter(d -> d.verdict() == verdict).count());
            }
            json.writeArrayFieldStart("blanked");
            for (Region region : result.redacted()) {
                InclusiveBox box = InclusiveBox.of(region);
                int[] place = {
                    box.left(), box.top(), box.right(), box.bottom(), box.frame(), box.overlay()
                };
                json.writeArray(place, 0, place.length);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static String proof(FileResult result) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            if (result.verification().isPresent()) {
                RunReport.writeVerification(result.verification().get(), json);
            }
            json.writeEndObject();
        }
        return text.toString();
    }
}
