package org.pixelanon.pipeline.decide;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Identity;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.SeenPlanes;
import org.pixelanon.model.TextRecognizer;

/**
 * Searches every plane of a file for text and decides about each. One per worker; does not own the
 * recogniser.
 */
public final class TextScan {

    /** Why a file has no output that was being worked on when a stop was asked for. */
    public static final String STOPPED = "left when the run was stopped";

    private final TextRecognizer recognizer;
    private final DecisionPolicy policy;

    /**
     * Creates the scan.
     *
     * @param recognizer reads the text; not closed by this
     * @param policy decides about it
     */
    public TextScan(TextRecognizer recognizer, DecisionPolicy policy) {
        this.recognizer = recognizer;
        this.policy = policy;
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
        Identity identity = file.identity();
        List<Decision> decisions = new ArrayList<>();
        for (PlaneGeometry geometry : file.planes()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException(STOPPED);
            }
            if (wanted.test(geometry.plane())) {
                List<RecognizedText> texts =
                        recognizer.recognize(geometry.plane(), file.views(geometry.plane()));
                decisions.addAll(policy.decide(texts, identity));
            }
        }
        return decisions;
    }

    /**
     * The planes that a search goes through.
     *
     * @param file the file, open
     * @param wanted which planes
     * @return those of the file
     * @throws IOException if the file cannot be read
     */
    public static SeenPlanes planes(DicomFile file, Predicate<Plane> wanted) throws IOException {
        SeenPlanes planes = SeenPlanes.NONE;
        for (PlaneGeometry geometry : file.planes()) {
            planes = wanted.test(geometry.plane()) ? planes.with(geometry.plane()) : planes;
        }
        return planes;
    }

    /**
     * The planes that a search goes through.
     *
     * @param file the file, open
     * @param overlays whether overlay planes are searched
     * @return those of the file
     * @throws IOException if the file cannot be read
     */
    public static SeenPlanes planes(DicomFile file, boolean overlays) throws IOException {
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
