package org.pixelanon.pipeline.database;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.SeenPlanes;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.StoredRow;

/**
 * Which planes of a file were searched or seen. A search covers all bits of a frame; a person sees
 * what was on screen.
 *
 * @param whole whether a search went through the whole file and did not say by which planes
 * @param searched planes that were searched
 * @param shown planes that a person had on screen
 */
public record InspectedPlanes(boolean whole, SeenPlanes searched, SeenPlanes shown) {

    /**
     * What the database tells of searches and persons.
     *
     * @param rows all rows of the file; those of recognisers prove a search of their plane
     * @param noted the planes that searches wrote down; where they wrote none, a row of a
     *     recogniser about the whole file says that all were searched
     * @param shown the planes that a person had on screen
     * @return the planes
     */
    public static InspectedPlanes of(List<StoredRow> rows, SeenPlanes noted, SeenPlanes shown) {
        boolean whole = false;
        SeenPlanes searched = noted;
        for (StoredRow row : rows) {
            StoredRegion region = row.region();
            boolean read =
                    region.ocrEngine() >= StoredDecisions.TESSERACT
                            && region.ocrEngine() != StoredDecisions.ULTRASOUND;
            if (read && isPossible(region)) {
                PlaneScope scope = region.box().scope();
                boolean all = region.box().isSummary() && scope instanceof AllPlanes;
                whole |= all && noted.isEmpty();
                searched = scope instanceof Plane plane ? searched.with(plane) : searched;
            }
        }
        return new InspectedPlanes(whole, searched, shown);
    }

    private static boolean isPossible(StoredRegion region) {
        return region.box().frame() >= -1 && region.box().overlay() >= -1;
    }

    /**
     * These and more planes that a person has on screen.
     *
     * @param more the planes
     * @return all of them
     */
    public InspectedPlanes andShown(SeenPlanes more) {
        return new InspectedPlanes(whole, searched, shown.and(more));
    }

    /**
     * How many planes nobody looked at. A picture in bits of a frame that no element describes
     * counts as one.
     *
     * @param planes the planes of the file
     * @param pictures by 0-based frame, how many such pictures it holds; asked only of frames that
     *     were not searched
     * @return 0 or more
     */
    public int lacking(List<PlaneGeometry> planes, IntUnaryOperator pictures) {
        int lacking = 0;
        for (PlaneGeometry geometry : whole ? List.<PlaneGeometry>of() : planes) {
            Plane plane = geometry.plane();
            boolean isSearched = searched.has(plane);
            lacking += isSearched || shown.has(plane) ? 0 : 1;
            if (!isSearched && plane instanceof FramePlane frame) {
                for (int i = 0; i < pictures.applyAsInt(frame.index()); i++) {
                    lacking += shown.has(frame, i) ? 0 : 1;
                }
            }
        }
        return lacking;
    }
}
