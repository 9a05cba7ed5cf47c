package org.pixelanon.viewer;

import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.review.Display;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.FileSign;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.workbench.Thumbnails;

/**
 * Small pictures of the planes of the open file, drawn on first request, and the planes with
 * findings. Used on the session's thread.
 */
final class PlanePictures {

    private static final int MOST_KEPT = 512;

    /**
     * The planes with findings, by their index in the file.
     *
     * @param any planes with at least one
     * @param waiting planes with at least one undecided finding
     * @param searched planes that were searched for text
     */
    record Marks(BitSet any, BitSet waiting, BitSet searched) {

        /** The sign of a plane, with the same shapes as those of files. */
        FileSign sign(int plane) {
            if (waiting.get(plane)) {
                return FileSign.SEARCHED;
            }
            return searched.get(plane) ? FileSign.DECIDED : FileSign.NOT_SEARCHED;
        }
    }

    private final ReviewSession session;
    private final int size;
    private final Thumbnails<Plane> pictures;
    private @Nullable OpenFile file;

    /**
     * Creates it without pictures.
     *
     * @param session the session
     * @param size the longer side of a picture in pixels
     * @param onArrival called on the session's thread when a picture is ready
     */
    PlanePictures(ReviewSession session, int size, Runnable onArrival) {
        this.session = session;
        this.size = size;
        this.pictures = new Thumbnails<>(MOST_KEPT, session.workers().ui(), onArrival);
    }

    /** Follows the open file; returns true if it changed. */
    boolean follow() {
        OpenFile now = session.open().orElse(null);
        if (Objects.equals(now, file)) {
            return false;
        }
        file = now;
        pictures.clear();
        return true;
    }

    /** The planes of the file in stepping order. */
    List<PlaneGeometry> planes() {
        return file == null ? List.of() : file.planes();
    }

    /** The picture of a plane; null until it is drawn, or if it cannot be. */
    @Nullable BufferedImage of(Plane plane) {
        OpenFile wanted = file;
        if (wanted == null || wanted.dicom().isEmpty()) {
            return null;
        }
        return pictures.get(
                        plane,
                        () ->
                                session.images()
                                        .get(wanted, plane, Display.START)
                                        .thenApplyAsync(
                                                image -> Thumbnails.fitted(image, size, size, 1),
                                                session.workers().files()),
                        () -> true)
                .image();
    }

    /** The planes with findings. */
    Marks marks() {
        List<PlaneGeometry> planes = planes();
        BitSet any = new BitSet();
        BitSet waiting = new BitSet();
        List<ReviewItem> items = file == null ? List.of() : file.items();
        for (ReviewItem item : items) {
            boolean waits = OpenFile.waits(item);
            for (int i = 0; i < planes.size(); i++) {
                if (item.isOn(planes.get(i).plane())) {
                    any.set(i);
                    if (waits) {
                        waiting.set(i);
                    }
                }
            }
        }
        BitSet searched = new BitSet();
        for (int i = 0; i < planes.size() && file != null; i++) {
            searched.set(i, file.isSearched(planes.get(i).plane()));
        }
        return new Marks(any, waiting, searched);
    }

    /** The short name of a plane: a frame number, or group and number. */
    static String label(Plane plane) {
        return plane instanceof OverlayPlane o
                ? String.format(Locale.ROOT, "%04X:%d", o.group(), o.index() + 1)
                : String.valueOf(plane.index() + 1);
    }
}
