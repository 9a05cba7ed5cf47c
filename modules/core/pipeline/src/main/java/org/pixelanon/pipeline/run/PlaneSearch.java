package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Plane;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.pipeline.database.RunDatabase;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.pipeline.decide.FormSearch;
import org.pixelanon.pipeline.decide.TextScan;
import org.pixelanon.pipeline.report.FileResult;

/**
 * Finds, reads and judges the text of some planes of one file, for a person who looks at it. One
 * per worker; owns neither recogniser nor file.
 */
public final class PlaneSearch {

    private final TextScan scan;
    private final boolean judged;
    private final RunDatabase database;

    /**
     * Creates the use case.
     *
     * @param recognizer reads the text
     * @param policy decides about it
     * @param forms looks for scanned forms; not closed by this
     * @param database where what was found is written
     */
    public PlaneSearch(
            TextRecognizer recognizer,
            DecisionPolicy policy,
            FormSearch forms,
            RunDatabase database) {
        this.scan = new TextScan(recognizer, policy, forms);
        this.judged = policy.judge().judges();
        this.database = database;
    }

    /**
     * Searches planes and writes what was found and no row says yet.
     *
     * @param file the file, open
     * @param wanted which planes
     * @return the decisions
     * @throws IOException if a plane cannot be decoded or searched, or the database not be written
     */
    public List<Decision> search(DicomFile file, Predicate<Plane> wanted) throws IOException {
        List<Decision> found = scan.scan(file, wanted);
        int planes = (int) file.planes().stream().filter(p -> wanted.test(p.plane())).count();
        FileResult result =
                FileResult.searched(file.path(), DecisionPolicy.found(found), planes, found);
        boolean whole = planes == file.planes().size();
        database.appendScan(result, found, whole, judged, TextScan.planes(file, wanted));
        return found;
    }
}
