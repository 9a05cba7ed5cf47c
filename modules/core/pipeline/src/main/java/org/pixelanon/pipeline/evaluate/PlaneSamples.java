package org.pixelanon.pipeline.evaluate;

import java.io.IOException;
import java.util.function.IntToDoubleFunction;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;

/**
 * The stored samples of a plane, the greatest of each pixel, in which ink is looked for. Nothing is
 * copied. Thread-safe.
 */
public final class PlaneSamples {

    private final int width;
    private final int height;
    private final IntToDoubleFunction values;

    private PlaneSamples(int width, int height, IntToDoubleFunction values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /**
     * Decodes a plane.
     *
     * @param file the file, open
     * @param plane one of its planes
     * @return its samples
     * @throws IOException if there is no such plane or it cannot be decoded
     */
    public static PlaneSamples of(DicomFile file, Plane plane) throws IOException {
        if (plane instanceof OverlayPlane overlay) {
            byte[] bits = file.overlay(overlay);
            for (PlaneGeometry geometry : file.planes()) {
                if (geometry.plane().equals(plane)) {
                    return new PlaneSamples(geometry.width(), geometry.height(), i -> bits[i]);
                }
            }
        }
        Frame frame = file.frame(plane.index());
        int samples = frame.samplesPerPixel();
        return new PlaneSamples(
                frame.columns(), frame.rows(), i -> greatest(frame, i * samples, samples));
    }

    private static double greatest(Frame frame, int first, int count) {
        double greatest = frame.value(first);
        for (int i = 1; i < count; i++) {
            greatest = Math.max(greatest, frame.value(first + i));
        }
        return greatest;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    double at(int x, int y) {
        return values.applyAsDouble(y * width + x);
    }
}
