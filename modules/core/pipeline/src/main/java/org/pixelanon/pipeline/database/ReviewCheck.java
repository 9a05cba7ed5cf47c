package org.pixelanon.pipeline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Decision;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.OpenQuestion;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.Region;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.decide.RuleDecisions;
import org.pixelanon.pipeline.decide.UltrasoundDecisions;
import org.pixelanon.pipeline.group.GroupCheck;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.StoredRow;

/**
 * Counts the open questions of a file: used by the workbench before it marks a file done, and for
 * holding back a file marked done. What lies entirely within rectangles to be blanked needs no
 * decision.
 */
public final class ReviewCheck {

    private final DicomFile file;
    private final List<StoredRow> rows;
    private final List<Region> blanked;
    private final List<PlaneGeometry> planes;

    /**
     * Prepares the check of a file.
     *
     * @param file the file
     * @param rows its rows, each told by itself
     * @throws IOException if the file cannot be read, or a row holds an impossible rectangle
     */
    public ReviewCheck(DicomFile file, List<StoredRow> rows) throws IOException {
        this.file = file;
        this.rows = List.copyOf(rows);
        this.planes = file.planes();
        this.blanked = new ArrayList<>();
        for (StoredRow row : rows) {
            StoredRegion region = row.region();
            if (!region.box().isSummary() && region.sensitive() != 0 && !row.isOpen()) {
                blanked.add(regionOf(region.box()));
            }
        }
    }

    private static Region regionOf(InclusiveBox box) throws PipelineException {
        try {
            return box.toRegion();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new PipelineException("database: " + e.getMessage(), e);
        }
    }

    /**
     * Rows that a recogniser or a rule wrote and nobody decided about.
     *
     * @return how many, of text and of ultrasound regions
     * @throws IOException if a row holds an impossible rectangle
     */
    public OpenQuestions rows() throws IOException {
        EnumMap<OpenQuestion, Integer> open = new EnumMap<>(OpenQuestion.class);
        for (StoredRow row : rows) {
            if (row.isOpen() && !isCovered(regionOf(row.region().box()))) {
                open.merge(question(row.region().ocrEngine()), 1, Integer::sum);
            }
        }
        return new OpenQuestions(open);
    }

    private static OpenQuestion question(int engine) {
        return switch (engine) {
            case StoredDecisions.ULTRASOUND -> OpenQuestion.ULTRASOUND;
            case StoredDecisions.FORM -> OpenQuestion.FORM;
            default -> OpenQuestion.TEXT;
        };
    }

    /**
     * What lies outside the ultrasound regions and no row says anything about.
     *
     * @return how many rectangles
     */
    public OpenQuestions ultrasound() {
        return suggested(OpenQuestion.ULTRASOUND, UltrasoundDecisions.of(true, file).decisions());
    }

    /**
     * What rules say and no row says anything about.
     *
     * @param rules the rules whose rectangles are suggested
     * @return how many rectangles
     * @throws IOException if the file cannot be read
     */
    public OpenQuestions rules(RuleBook rules) throws IOException {
        List<Decision> ruled = RuleDecisions.of(rules, file).decisions();
        return suggested(OpenQuestion.RULE, ruled);
    }

    private OpenQuestions suggested(OpenQuestion kind, List<Decision> decisions) {
        int open = 0;
        for (Decision decision : decisions) {
            Region region = decision.finding().region();
            InclusiveBox box = InclusiveBox.of(region);
            boolean known = rows.stream().anyMatch(row -> row.region().box().equals(box));
            open += known || isCovered(region) ? 0 : 1;
        }
        return new OpenQuestions(Map.of(kind, open));
    }

    private boolean isCovered(Region region) {
        return GroupCheck.covers(blanked, region, planes);
    }

    /**
     * Planes that nobody looked at. Frames that were shown and not searched are decoded if their
     * words have room for pictures that no element describes.
     *
     * @param looked who looked at what
     * @return how many
     * @throws IOException if a frame cannot be read or decoded
     */
    public OpenQuestions planes(InspectedPlanes looked) throws IOException {
        try {
            int lacking = looked.lacking(planes, this::pictures);
            return new OpenQuestions(Map.of(OpenQuestion.PLANE, lacking));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private int pictures(int frame) {
        try {
            return file.undescribed(frame).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
