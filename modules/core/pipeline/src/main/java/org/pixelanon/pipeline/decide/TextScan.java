package org.pixelanon.pipeline.decide;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Identity;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.SeenPlanes;
import org.pixelanon.model.TextRecognizer;

/**
 * Searches every plane of a file for text and decides about each. One per worker; does not own the
 * recogniser.
 */
public final class TextScan {

    /** Why a file has no output that was being processed when a stop was asked for. */
    public static final String STOPPED = "not processed: the run was stopped";

    private final TextRecognizer recognizer;
    private final DecisionPolicy policy;
    private final FormSearch forms;

    /**
     * Creates the scan.
     *
     * @param recognizer reads the text; not closed by this
     * @param policy decides about it
     */
    public TextScan(TextRecognizer recognizer, DecisionPolicy policy) {
        this(recognizer, policy, FormSearch.NONE);
    }

    /**
     * Creates a scan that also looks for scanned forms. In a frame that is to be blanked as a form
     * no text is searched.
     *
     * @param recognizer reads the text; not closed by this
     * @param policy decides about it
     * @param forms looks for forms; not closed by this
     */
    public TextScan(TextRecognizer recognizer, DecisionPolicy policy, FormSearch forms) {
        this.recognizer = recognizer;
        this.policy = policy;
        this.forms = forms;
    }

    /**
     * Searches all planes of a file.
     *
     * @param file the file, open
     * @param overlays whether overlay planes are searched
     * @return the decisions, in the order of the planes
     * @throws IOException if a plane cannot be decoded or searched, or the thread was interrupted
     */
    public List<Decision> scan(DicomFile file, boolean overlays) throws IOException {
        return scan(file, plane -> overlays || !(plane instanceof OverlayPlane));
    }

    /**
     * Searches some planes of a file.
     *
     * @param file the file, open
     * @param wanted which planes
     * @return the decisions, in the order of the planes
     * @throws IOException if a plane cannot be decoded or searched, or the thread was interrupted
     */
    public List<Decision> scan(DicomFile file, Predicate<Plane> wanted) throws IOException {
        return scan(file, wanted, policy.identities().of(file));
    }

    /**
     * Searches some planes of a file of which it is known whose it is.
     *
     * @param file the file, open
     * @param wanted which planes
     * @param identity what is known of its patient, staff and institution
     * @return the decisions, in the order of the planes
     * @throws IOException if a plane cannot be decoded or searched, or the thread was interrupted
     */
    public List<Decision> scan(DicomFile file, Predicate<Plane> wanted, Identity identity)
            throws IOException {
        return scan(file, wanted, RedactionTargets.NONE, identity);
    }

    /**
     * Searches the planes of a copy that were blanked for what is left on them. The blanked
     * rectangles are painted over with what surrounds them, so that they are not taken for text.
     *
     * @param copy the copy, open
     * @param targets what was blanked in it
     * @param identity what is known of its patient, staff and institution
     * @return the decisions, in the order of the planes
     * @throws IOException if a plane cannot be decoded or searched, or the thread was interrupted
     */
    public List<Decision> scanAgain(DicomFile copy, RedactionTargets targets, Identity identity)
            throws IOException {
        return scan(copy, plane -> !targets.on(plane).isEmpty(), targets, identity);
    }

    private List<Decision> scan(
            DicomFile file, Predicate<Plane> wanted, RedactionTargets targets, Identity identity)
            throws IOException {
        List<Decision> decisions = new ArrayList<>();
        for (PlaneGeometry geometry : file.planes()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException(STOPPED);
            }
            if (wanted.test(geometry.plane())) {
                Plane plane = geometry.plane();
                decisions.addAll(scan(file, plane, targets.on(plane), identity));
            }
        }
        return decisions;
    }

    private List<Decision> scan(
            DicomFile file, Plane plane, List<PixelRectangle> blanked, Identity identity)
            throws IOException {
        List<Decision> found = new ArrayList<>(forms.of(file, plane).stream().toList());
        if (found.stream().noneMatch(form -> form.verdict() == Verdict.REDACT)) {
            List<PlaneImage> views = file.views(plane);
            List<PlaneImage> shown = blanked.isEmpty() ? views : Inpainting.of(views, blanked);
            found.addAll(policy.decide(recognizer.recognize(plane, shown), identity));
        }
        return found;
    }

    /**
     * The planes that a search goes through.
     *
     * @param file the file, open
     * @param wanted which planes
     * @return those, of all that the file has
     * @throws IOException if the file cannot be read
     */
    public static SeenPlanes.Part planes(DicomFile file, Predicate<Plane> wanted)
            throws IOException {
        SeenPlanes all = SeenPlanes.NONE;
        SeenPlanes seen = SeenPlanes.NONE;
        for (PlaneGeometry geometry : file.planes()) {
            Plane plane = geometry.plane();
            all = all.with(plane);
            seen = wanted.test(plane) ? seen.with(plane) : seen;
        }
        return new SeenPlanes.Part(seen, all);
    }

    /**
     * The planes that a search goes through.
     *
     * @param file the file, open
     * @param overlays whether overlay planes are searched
     * @return those, of all that the file has
     * @throws IOException if the file cannot be read
     */
    public static SeenPlanes.Part planes(DicomFile file, boolean overlays) throws IOException {
        return planes(file, plane -> overlays || !(plane instanceof OverlayPlane));
    }

    /**
     * What a person should know of a file that was searched: what no element describes.
     *
     * @param file the file, open
     * @return a sentence, or none
     * @throws IOException if a frame cannot be decoded
     */
    public static List<String> notes(DicomFile file) throws IOException {
        List<Integer> bits = file.undescribedBits();
        return bits.isEmpty()
                ? List.of()
                : List.of(HighBitOverlays.words(bits) + "; it was searched");
    }
}
