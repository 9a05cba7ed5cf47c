package org.pixelanon.pipeline.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.UltrasoundRegions;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Finding;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Reason;
import org.pixelanon.model.Region;

/**
 * What the Sequence of Ultrasound Regions of one file says is to be blanked.
 *
 * @param decisions everything outside the regions, on all frames
 * @param refusal why nobody can tell what is outside, naming the element; empty if the regions can
 *     be used or the file states none
 * @param notes regions that were clipped
 */
public record UltrasoundDecisions(
        List<Decision> decisions, Optional<String> refusal, List<String> notes) {

    static final UltrasoundDecisions NONE =
            new UltrasoundDecisions(List.of(), Optional.empty(), List.of());

    /**
     * Reads the regions of a file.
     *
     * @param wanted whether anybody asked for them
     * @param file the file
     * @return what they say; nothing if nobody asked
     */
    public static UltrasoundDecisions of(boolean wanted, DicomFile file) {
        if (!wanted) {
            return NONE;
        }
        UltrasoundRegions regions = UltrasoundRegions.of(file.attributes());
        if (regions instanceof UltrasoundRegions.Unusable unusable) {
            return new UltrasoundDecisions(List.of(), Optional.of(unusable.reason()), List.of());
        }
        return regions instanceof UltrasoundRegions.Usable usable ? outside(usable) : NONE;
    }

    private static UltrasoundDecisions outside(UltrasoundRegions.Usable regions) {
        List<Decision> decisions = new ArrayList<>();
        for (PixelRectangle rectangle : regions.complement()) {
            decisions.add(
                    new Decision(
                            new Finding.OfUltrasoundRegion(new Region(new AllFrames(), rectangle)),
                            Verdict.REDACT,
                            new Reason(Reason.Kind.ULTRASOUND_REGION, "")));
        }
        return new UltrasoundDecisions(decisions, Optional.empty(), regions.notes());
    }
}
