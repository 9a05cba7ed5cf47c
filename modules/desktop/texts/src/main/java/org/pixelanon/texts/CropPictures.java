package org.pixelanon.texts;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.review.Display;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.ReviewSession;

/**
 * Small pictures of what lies under rectangles, cut and scaled on workers. Used on the session's
 * thread.
 */
final class CropPictures {

    /** Twice what is shown, for screens of twice the density. */
    private static final int SCALE = 2;

    private static final int MOST_KEPT = 400;
    private static final int MARGIN = 2;

    private record Key(String file, Plane plane, PixelRectangle rectangle) {}

    /**
     * A picture, or why there is none.
     *
     * @param image the picture; null while it is made and after a failure
     * @param failed whether it cannot be made
     */
    record Crop(@Nullable BufferedImage image, boolean failed) {}

    private static final Crop COMING = new Crop(null, false);

    private final ReviewSession session;
    private final int width;
    private final int height;
    private final Runnable onArrival;
    private final Map<Key, Crop> kept =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Crop> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    /**
     * No pictures yet.
     *
     * @param session whose planes are cut
     * @param width most columns a picture takes on screen
     * @param height most rows
     * @param onArrival told on the session's thread that a picture is there
     */
    CropPictures(ReviewSession session, int width, int height, Runnable onArrival) {
        this.session = session;
        this.width = width;
        this.height = height;
        this.onArrival = onArrival;
    }

    /** The picture of an item, asked for if it is not there; empty if its planes do not exist. */
    Optional<Crop> get(OpenFile file, ReviewItem item) {
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

    private Crop get(OpenFile file, Key key) {
        Crop known = kept.get(key);
        if (known != null) {
            return known;
        }
        kept.put(key, COMING);
        session.images()
                .get(file, key.plane(), Display.START)
                .thenApplyAsync(image -> cut(image, key.rectangle()), session.workers().files())
                .whenCompleteAsync(
                        (image, problem) -> {
                            if (problem != null && session.open().orElse(null) != file) {
                                kept.remove(key); // closed meanwhile; opened again it may be read
                                return;
                            }
                            kept.put(key, new Crop(image, problem != null));
                            onArrival.run();
                        },
                        session.workers().ui());
        return COMING;
    }

    private BufferedImage cut(BufferedImage plane, PixelRectangle r) {
        double scale =
                Math.min((double) SCALE * width / r.width(), (double) SCALE * height / r.height());
        int w = Math.max(1, (int) Math.round(r.width() * scale));
        int h = Math.max(1, (int) Math.round(r.height() * scale));
        BufferedImage picture = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(plane, 0, 0, w, h, r.x(), r.y(), r.right(), r.bottom(), null);
        g.dispose();
        return picture;
    }
}
