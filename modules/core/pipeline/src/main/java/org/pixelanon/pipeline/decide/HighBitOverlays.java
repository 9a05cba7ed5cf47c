package org.pixelanon.pipeline.decide;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.OverlayDescription;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Finding;
import org.pixelanon.model.OverlayGroup;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Reason;
import org.pixelanon.model.Region;

/**
 * What a file has in high bits when their removal is requested. Overlays are cleared entirely; for
 * undescribed bits, which no list or database could name as a plane, a person must decide.
 *
 * @param overlays those that lie in bits of the pixel words
 * @param undescribed the bits that hold something else
 */
public record HighBitOverlays(List<OverlayDescription> overlays, List<Integer> undescribed) {

    private static final String ORIGIN = "option";

    /**
     * Looks for what lies in high bits.
     *
     * @param file the file, open
     * @return what is there
     * @throws IOException if a frame cannot be decoded
     */
    public static HighBitOverlays of(DicomFile file) throws IOException {
        return new HighBitOverlays(
                file.overlays().stream().filter(OverlayDescription::embedded).toList(),
                file.undescribedBits());
    }

    /**
     * Why the file cannot be published.
     *
     * @return the reason; empty if there is none
     */
    public Optional<String> refusal() {
        return undescribed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        there()
                                + "; "
                                + words(undescribed)
                                + ": search it with anonymise, or blank it with --rect alone");
    }

    /**
     * Clears each overlay on all frames.
     *
     * @return one decision for each
     */
    public List<Decision> decisions() {
        return overlays.stream()
                .map(
                        o ->
                                new Region(
                                        new OverlayGroup(o.group()),
                                        new PixelRectangle(0, 0, o.columns(), o.rows())))
                .map(
                        region ->
                                new Decision(
                                        new Finding.OfPerson(region, ORIGIN),
                                        Verdict.REDACT,
                                        new Reason(Reason.Kind.REQUESTED, ORIGIN)))
                .toList();
    }

    /**
     * What was removed, or is to be.
     *
     * @param written whether an output was written
     * @return a few words
     */
    public String words(boolean written) {
        boolean done = written && !overlays.isEmpty();
        return there() + (done ? ", removed" : "");
    }

    private String there() {
        return overlays.isEmpty()
                ? "no overlay in high bits"
                : overlays.stream()
                        .map(
                                o ->
                                        String.format(
                                                Locale.ROOT,
                                                "%04X in bit %d",
                                                o.group(),
                                                o.bitPosition()))
                        .collect(Collectors.joining(", ", "overlays in high bits: ", ""));
    }

    /** Says of bits that they hold what nobody described. */
    static String words(List<Integer> bits) {
        boolean one = bits.size() == 1;
        return bits.stream()
                .map(String::valueOf)
                .collect(
                        Collectors.joining(
                                ", ",
                                one ? "bit " : "bits ",
                                " of the pixel words "
                                        + (one ? "holds" : "hold")
                                        + " undescribed data"));
    }
}
