package org.pixelanon.rulesview;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.DisplayWindow;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.PlaneImages;
import org.pixelanon.review.Workers;

/**
 * Small pictures of files with rectangles drawn in them, drawn on workers when they are asked for;
 * those that were looked at last are kept. Used on the session's thread.
 */
final class SmallPictures {

    static final int WIDTH = 140;
    static final int HEIGHT = 100;

    private static final int MOST_KEPT = 200;
    private static final float LINE = 3;

    private final Workers workers;
    private final Runnable onArrival;
    private final Map<String, Shot> kept =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Shot> eldest) {
                    return size() > MOST_KEPT;
                }
            };
    private List<PixelRectangle> rectangles = List.of();

    /**
     * A picture, or why there is none.
     *
     * @param image the picture; null while it is drawn and after a failure
     * @param failed whether it cannot be drawn
     */
    record Shot(@Nullable BufferedImage image, boolean failed) {}

    private static final Shot COMING = new Shot(null, false);

    SmallPictures(Workers workers, Runnable onArrival) {
        this.workers = workers;
        this.onArrival = onArrival;
    }

    /** Draws other rectangles from now on, in pixels of the image. */
    void setRectangles(List<PixelRectangle> other) {
        if (!rectangles.equals(other)) {
            rectangles = List.copyOf(other);
            kept.clear();
        }
    }

    /** The picture of a file, asked for if it is not there. */
    Shot get(String file) {
        Shot known = kept.get(file);
        if (known != null) {
            return known;
        }
        kept.put(file, COMING);
        List<PixelRectangle> drawn = rectangles;
        CompletableFuture.supplyAsync(() -> draw(Path.of(file), drawn), workers.files())
                .whenCompleteAsync(
                        (image, problem) -> {
                            if (drawn.equals(rectangles)) {
                                kept.put(file, new Shot(image, problem != null));
                                onArrival.run();
                            }
                        },
                        workers.ui());
        return COMING;
    }

    private static BufferedImage draw(Path file, List<PixelRectangle> rectangles) {
        try (DicomFile dicom = DicomFile.open(file)) {
            PlaneGeometry first = dicom.planes().get(0);
            PlaneImage plane = dicom.render(first.plane(), new DisplayWindow.OfFile());
            return draw(PlaneImages.forScreen(plane, false), rectangles);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage draw(BufferedImage plane, List<PixelRectangle> rectangles) {
        double scale =
                Math.min(WIDTH / (double) plane.getWidth(), HEIGHT / (double) plane.getHeight());
        int width = Math.max(1, (int) Math.round(plane.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(plane.getHeight() * scale));
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.drawImage(plane, 0, 0, width, height, null);
        for (PixelRectangle r : rectangles) {
            int x = (int) Math.round(r.x() * scale);
            int y = (int) Math.round(r.y() * scale);
            int w = Math.max(2, (int) Math.round(r.width() * scale));
            int h = Math.max(2, (int) Math.round(r.height() * scale));
            // dark beside light: seen on any ground
            g.setColor(Color.BLACK);
            g.setStroke(new BasicStroke(LINE));
            g.drawRect(x, y, w, h);
            g.setColor(Layer.RULE.color().brighter());
            g.setStroke(new BasicStroke(LINE / 2));
            g.drawRect(x, y, w, h);
        }
        g.dispose();
        return picture;
    }
}
