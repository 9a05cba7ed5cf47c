package org.pixelanon.pipeline.decide;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Finding;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.Reason;
import org.pixelanon.model.Region;
import org.pixelanon.model.form.FormClassifier;

/** Looks for frames that are scanned forms and decides about each. One per worker. */
public final class FormSearch implements AutoCloseable {

    /** Looks for none. */
    public static final FormSearch NONE = new FormSearch(null, Verdict.KEEP);

    /** On less nobody could read a form; in pixels of the shorter side. */
    private static final int SMALLEST = 160;

    private final @Nullable FormClassifier classifier;
    private final Verdict verdict;

    /**
     * Looks for forms.
     *
     * @param classifier tells them; closed with this
     * @param verdict what is done about them
     */
    FormSearch(@Nullable FormClassifier classifier, Verdict verdict) {
        this.classifier = classifier;
        this.verdict = verdict;
    }

    /**
     * Looks at a plane.
     *
     * @param file the file, open
     * @param plane the plane; an overlay is no form
     * @return the decision about the whole frame; empty if it is no form
     * @throws IOException if it cannot be decoded or looked at
     */
    public Optional<Decision> of(DicomFile file, Plane plane) throws IOException {
        if (classifier == null || !(plane instanceof FramePlane)) {
            return Optional.empty();
        }
        PlaneImage image = image(file, plane);
        if (!isForm(classifier, image)) {
            return Optional.empty();
        }
        Region whole = new Region(plane, new PixelRectangle(0, 0, image.width(), image.height()));
        return Optional.of(
                new Decision(
                        new Finding.OfForm(whole),
                        verdict,
                        new Reason(Reason.Kind.FORM, classifier.name())));
    }

    /**
     * A frame as a classifier is shown it: as a person first sees it.
     *
     * @param file the file, open
     * @param plane a frame
     * @return its image
     * @throws IOException if it cannot be decoded
     */
    public static PlaneImage image(DicomFile file, Plane plane) throws IOException {
        return file.render(plane, new DisplayWindow.OfFile());
    }

    /**
     * Returns whether a frame is a form. What is small or blank is none.
     *
     * @param classifier is asked
     * @param image of the frame
     * @return true for a form
     * @throws IOException if it cannot be looked at
     */
    public static boolean isForm(FormClassifier classifier, PlaneImage image) throws IOException {
        return Math.min(image.width(), image.height()) >= SMALLEST
                && !isBlank(image)
                && classifier.look(image).isForm();
    }

    /** True if nothing is on it, as where a form was. */
    private static boolean isBlank(PlaneImage view) {
        byte[] samples = view.samples();
        for (int i = view.channels(); i < samples.length; i++) {
            if (samples[i] != samples[i - view.channels()]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        if (classifier != null) {
            classifier.close();
        }
    }
}
