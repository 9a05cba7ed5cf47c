package org.pixelanon.pipeline.database;

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
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.ProofJson;
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
public final class RunDatabase {

    /** The outcome of a file that was searched and for which no output was asked. */
    public static final String SCANNED = "Scanned";

    private final RegionStore store;
    private final String user;
    private final String toolVersion;

    /**
     * Begins to work with a database.
     *
     * @param store the database; not closed by this
     * @param user who is written down as the one who changed a row
     * @param toolVersion what is written down as the version of PixelAnon
     */
    public RunDatabase(RegionStore store, String user, String toolVersion) {
        this.store = store;
        this.user = user;
        this.toolVersion = toolVersion;
    }

    /**
     * Whether the database has any row of a file, under its absolute path or as it was named.
     *
     * @param file the input
     * @return true if it has
     * @throws StoreException if the database cannot be read
     */
    public boolean knows(Path file) throws StoreException {
        return store.knows(StoredDecisions.nameOf(file)) || store.knows(file.toString());
    }

    /**
     * The rows of a file, under its absolute path and as it was named.
     *
     * @param file the input
     * @return all its rows
     * @throws StoreException if the database cannot be read
     */
    public List<StoredRow> rows(Path file) throws StoreException {
        List<StoredRow> rows = new ArrayList<>(store.rows(StoredDecisions.nameOf(file)));
        if (!StoredDecisions.nameOf(file).equals(file.toString())) {
            rows.addAll(store.rows(file.toString()));
        }
        return rows;
    }

    /**
     * Whether a person marked a file done.
     *
     * @param file the input
     * @return true if it is marked
     * @throws StoreException if the database cannot be read
     */
    public boolean isDone(Path file) throws StoreException {
        return store.mark(markedName(file)).filter(m -> !m.tagged()).isPresent();
    }

    /**
     * What is open in a file that was marked done with PixelAnon. A file that the Python tool
     * marked counts as seen and decided, for that tool keeps neither.
     *
     * @param file the file
     * @param suggested rules whose rectangles are suggested
     * @param ultrasound whether what lies outside ultrasound regions is open where no row says it;
     *     false where it is blanked anyway
     * @return empty if the file is not marked done with PixelAnon
     * @throws IOException if the file or the database cannot be read
     */
    public Optional<OpenQuestions> open(DicomFile file, RuleBook suggested, boolean ultrasound)
            throws IOException {
        return open(file, ultrasound, (check, left) -> check.rules(suggested));
    }

    /**
     * What is open in a file that was marked done with PixelAnon, where what rules left open when
     * the file was marked is still open.
     *
     * @param file the file
     * @param ultrasound whether what lies outside ultrasound regions is open where no row says it;
     *     false where it is blanked anyway
     * @return empty if the file is not marked done with PixelAnon
     * @throws IOException if the file or the database cannot be read
     */
    public Optional<OpenQuestions> open(DicomFile file, boolean ultrasound) throws IOException {
        return open(file, ultrasound, (check, left) -> left.only(OpenQuestion.RULE));
    }

    /** What of rules is open, by a check now and by what was open when the file was marked. */
    private interface OpenRules {
        OpenQuestions of(ReviewCheck check, OpenQuestions left) throws IOException;
    }

    private Optional<OpenQuestions> open(DicomFile file, boolean ultrasound, OpenRules rules)
            throws IOException {
        String name = markedName(file.path());
        Optional<FileMark> mark = store.mark(name).filter(m -> m.note().isPresent());
        if (mark.isEmpty()) {
            return Optional.empty();
        }
        DoneNote note = mark.get().note().get();
        List<StoredRow> rows = store.rowsByThemselves(name);
        InspectedPlanes looked =
                InspectedPlanes.of(
                        rows,
                        store.notes().searched(name),
                        store.notes().shown(name, note.person()));
        OpenQuestions left = note.open();
        ReviewCheck check = new ReviewCheck(file, rows);
        OpenQuestions open = check.rows().and(left.only(OpenQuestion.SIMILAR));
        open = ultrasound ? open.and(check.ultrasound()) : open;
        open = open.and(rules.of(check, left));
        return Optional.of(open.and(check.planes(looked)));
    }

    private String markedName(Path file) throws StoreException {
        String absolute = StoredDecisions.nameOf(file);
        return store.mark(absolute).isPresent() ? absolute : file.toString();
    }

    /**
     * Writes what a whole search of a file found, in the place of earlier searches.
     *
     * @param result how the work on the file ended
     * @param outcome what the audit says of it
     * @param found what the search found
     * @param judged whether texts were judged
     * @param searched the planes that were searched, of those that the file has
     * @throws IOException if the database cannot be written
     */
    public void replace(
            FileResult result,
            String outcome,
            List<Decision> found,
            boolean judged,
            SeenPlanes.Part searched)
            throws IOException {
        List<StoredRegion> rows = StoredDecisions.rows(found, user);
        rows.add(StoredDecisions.summary(found, judged, user));
        store.replace(entry(result, outcome, searched), rows);
    }

    /**
     * Writes what was found of a file beyond what the database knew; may be nothing.
     *
     * @param result how the work on the file ended
     * @param outcome what the audit says of it
     * @param found what is not in the database yet
     * @throws IOException if the database cannot be written
     */
    public void append(FileResult result, String outcome, List<Decision> found) throws IOException {
        store.append(
                entry(result, outcome, SeenPlanes.Part.NONE), StoredDecisions.rows(found, user));
    }

    /**
     * Writes what a search found beyond what the database knew; once, that all was searched.
     *
     * @param result how the work on the file ended
     * @param found what the search found
     * @param whole whether all planes were searched
     * @param judged whether texts were judged
     * @param searched the planes that were searched, of those that the file has
     * @throws IOException if the database cannot be written
     */
    public void appendScan(
            FileResult result,
            List<Decision> found,
            boolean whole,
            boolean judged,
            SeenPlanes.Part searched)
            throws IOException {
        List<StoredRegion> rows = StoredDecisions.rows(found, user);
        boolean first =
                rows(result.input()).stream().noneMatch(row -> row.region().box().isSummary());
        if (whole && first) {
            rows.add(StoredDecisions.summary(found, judged, user));
        }
        store.append(entry(result, SCANNED, searched), rows);
    }

    /**
     * Writes that something was done with a file, where the database may be written.
     *
     * @param result how the work on the file ended
     * @throws IOException if the database cannot be written
     */
    public void audit(FileResult result) throws IOException {
        if (store.isWritable()) {
            append(result, result.outcome().label(), List.of());
        }
    }

    private AuditEntry entry(FileResult result, String outcome, SeenPlanes.Part searched)
            throws IOException {
        return new AuditEntry(
                StoredDecisions.nameOf(result.input()),
                result.output().map(StoredDecisions::nameOf).orElse(""),
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
                ProofJson.write(result.verification().get(), json);
            }
            json.writeEndObject();
        }
        return text.toString();
    }
}
