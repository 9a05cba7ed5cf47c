package org.pixelanon.texts;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.review.Display;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.workbench.Thumbnails;

/**
 * Small pictures of the pixels under rectangles, cut and scaled on workers. Used on the session's
 * thread.
 */
final class CropPictures {

    /** Twice the displayed size, for high-density screens. */
    private static final int SCALE = 2;

    private static final int MOST_KEPT = 400;
    private static final int MARGIN = 2;

    private record Key(String file, Plane plane, PixelRectangle rectangle) {}

    private final ReviewSession session;
    private final int width;
    private final int height;
    private final Thumbnails<Key> pictures;

    /**
     * Creates it without pictures.
     *
     * @param session the session with the planes
     * @param width largest width on screen
     * @param height largest height
     * @param onArrival called on the session's thread when a picture is ready
     */
    CropPictures(ReviewSession session, int width, int height, Runnable onArrival) {
        this.session = session;
        this.width = width;
        this.height = height;
        this.pictures = new Thumbnails<>(MOST_KEPT, session.workers().ui(), onArrival);
    }

    /** The picture of an item, requested if missing; empty if its planes do not exist. */
    Optional<Thumbnails.Thumbnail> get(OpenFile file, ReviewItem item) {
        Optional<PlaneGeometry> plane =
                session.screen()
                        .plane()
                        .filter(p -> item.isOn(p.plane()))
                        .or(
                                () ->
                                        file.planes().stream()
                                                .filter(p -> item.isOn(p.plane()))
                                                .findFirst());
        return plane.flatMap(
                p ->
                        item.region()
                                .rectangle()
                                .grow(MARGIN, MARGIN)
                                .clip(p.width(), p.height())
                                .map(r -> get(file, new Key(file.name(), p.plane(), r))));
    }

    private Thumbnails.Thumbnail get(OpenFile file, Key key) {
        return pictures.get(
                key,
                () ->
                        session.images()
                                .get(file, key.plane(), Display.START)
                                .thenApplyAsync(
                                        image -> cut(image, key.rectangle()),
                                        session.workers().files()),
                () -> session.open().orElse(null) == file);
    }

    private BufferedImage cut(BufferedImage plane, PixelRectangle r) {
        double scale =
                Math.min((double) SCALE * width / r.width(), (double) SCALE * height / r.height());
        int w = Math.max(1, (int) Math.round(r.width() * scale));
        int h = Math.max(1, (int) Math.round(r.height() * scale));
        return Thumbnails.scaled(plane, r, w, h);
    }
}
