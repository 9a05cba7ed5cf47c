package org.pixelanon.rulesview;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.review.PlaneImages;
import org.pixelanon.review.Workers;
import org.pixelanon.review.item.Layer;
import org.pixelanon.workbench.Thumbnails;

/**
 * Small pictures of files with rectangles drawn in them, drawn on workers when they are requested;
 * those used last are kept. Used on the session's thread.
 */
final class TrialPictures {

    static final int WIDTH = 140;
    static final int HEIGHT = 100;

    private static final int MOST_KEPT = 200;
    private static final float LINE = 3;

    private final Workers workers;
    private final Function<String, Path> paths;
    private final Thumbnails<String> pictures;
    private List<PixelRectangle> rectangles = List.of();

    /**
     * @param paths paths of files by name
     */
    TrialPictures(Workers workers, Function<String, Path> paths, Runnable onArrival) {
        this.workers = workers;
        this.paths = paths;
        this.pictures = new Thumbnails<>(MOST_KEPT, workers.ui(), onArrival);
    }

    /** Changes the rectangles to draw, in pixels of the image. */
    void setRectangles(List<PixelRectangle> other) {
        if (!rectangles.equals(other)) {
            rectangles = List.copyOf(other);
            pictures.clear();
        }
    }

    /** The picture of a file, requested if missing. */
    Thumbnails.Thumbnail get(String file) {
        List<PixelRectangle> drawn = rectangles;
        Path path = paths.apply(file);
        return pictures.get(
                file,
                () -> Workers.ask(workers.reading(path), () -> draw(path, drawn)),
                () -> true);
    }

    private static BufferedImage draw(Path file, List<PixelRectangle> rectangles)
            throws IOException {
        try (DicomFile dicom = DicomFile.open(file)) {
            PlaneGeometry first = dicom.planes().get(0);
            PlaneImage plane = dicom.render(first.plane(), new DisplayWindow.OfFile());
            return draw(PlaneImages.forScreen(plane, false), rectangles);
        }
    }

    private static BufferedImage draw(BufferedImage plane, List<PixelRectangle> rectangles) {
        BufferedImage picture = Thumbnails.fitted(plane, WIDTH, HEIGHT, Double.POSITIVE_INFINITY);
        double scale = picture.getWidth() / (double) plane.getWidth();
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (PixelRectangle r : rectangles) {
            int x = (int) Math.round(r.x() * scale);
            int y = (int) Math.round(r.y() * scale);
            int w = Math.max(2, (int) Math.round(r.width() * scale));
            int h = Math.max(2, (int) Math.round(r.height() * scale));
            // dark beside light, visible on any background
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
