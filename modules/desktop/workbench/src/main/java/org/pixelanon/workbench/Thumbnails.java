package org.pixelanon.workbench;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.review.RecentlyUsed;

/**
 * A cache of small pictures of a view, made on workers on request. Used on the session's thread.
 *
 * @param <K> the keys
 */
public final class Thumbnails<K> {

    /**
     * A picture or a failure.
     *
     * @param image the picture; null while it is being made and after a failure
     * @param failed whether it cannot be made
     */
    public record Thumbnail(@Nullable BufferedImage image, boolean failed) {}

    private static final Thumbnail COMING = new Thumbnail(null, false);

    private final Executor ui;
    private final Runnable onArrival;
    private final RecentlyUsed<K, Thumbnail> kept;
    private int generation;

    /**
     * Creates an empty cache.
     *
     * @param most the number of pictures kept
     * @param ui runs tasks on the session's thread
     * @param onArrival called on the session's thread when a picture is ready
     */
    public Thumbnails(int most, Executor ui, Runnable onArrival) {
        this.kept = new RecentlyUsed<>(most, picture -> 1);
        this.ui = ui;
        this.onArrival = onArrival;
    }

    /**
     * A picture, requested if missing.
     *
     * @param key its key
     * @param made starts making it
     * @param wanted called after a failure: whether its source is still open; a source closed
     *     meanwhile may be readable later
     * @return the picture if it is there
     */
    public Thumbnail get(
            K key, Supplier<CompletableFuture<BufferedImage>> made, BooleanSupplier wanted) {
        Optional<Thumbnail> known = kept.get(key);
        if (known.isPresent()) {
            return known.get();
        }
        kept.put(key, COMING);
        int asked = generation;
        made.get()
                .whenCompleteAsync(
                        (image, problem) -> {
                            if (asked == generation && problem != null && !wanted.getAsBoolean()) {
                                kept.removeIf(key::equals);
                            } else if (asked == generation) {
                                kept.put(key, new Thumbnail(image, problem != null));
                                onArrival.run();
                            }
                        },
                        ui);
        return COMING;
    }

    /** Removes all pictures; pending ones are dropped on arrival. */
    public void clear() {
        generation++;
        kept.clear();
    }

    /**
     * Scales a part of an image; for workers.
     *
     * @param image the image
     * @param part the part in its pixels
     * @param width columns of the result
     * @param height rows of the result
     * @return opaque
     */
    public static BufferedImage scaled(
            BufferedImage image, PixelRectangle part, int width, int height) {
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(
                image, 0, 0, width, height, part.x(), part.y(), part.right(), part.bottom(), null);
        g.dispose();
        return out;
    }

    /**
     * Scales an image to fit into a frame; for workers.
     *
     * @param image the image
     * @param width most columns
     * @param height most rows
     * @param most the largest scale, e.g. 1 for an image that is not to be enlarged
     * @return opaque, at least one pixel
     */
    public static BufferedImage fitted(BufferedImage image, int width, int height, double most) {
        double scale =
                Math.min(
                        most,
                        Math.min(
                                width / (double) image.getWidth(),
                                height / (double) image.getHeight()));
        PixelRectangle all = new PixelRectangle(0, 0, image.getWidth(), image.getHeight());
        return scaled(
                image,
                all,
                Math.max(1, (int) Math.round(image.getWidth() * scale)),
                Math.max(1, (int) Math.round(image.getHeight() * scale)));
    }
}
