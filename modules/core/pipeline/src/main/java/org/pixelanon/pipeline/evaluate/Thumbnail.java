package org.pixelanon.pipeline.evaluate;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.pipeline.format.PictureFormat;
import org.pixelanon.pipeline.format.PictureWriter;

/**
 * A small picture of a place on a plane, with frames around what stands and what was found there.
 */
final class Thumbnail {

    private static final int AROUND = 24;
    private static final int WIDEST = 400;
    private static final int HIGHEST = 200;
    private static final int[] GREEN = {0, 220, 0};
    private static final int[] RED = {255, 60, 60};

    private final PlaneImage plane;

    private Thumbnail(PlaneImage plane) {
        this.plane = plane;
    }

    /** Draws the plane as it is first shown. */
    static Thumbnail of(DicomFile file, Plane plane) throws IOException {
        return new Thumbnail(file.render(plane, new DisplayWindow.OfFile()));
    }

    /**
     * A place.
     *
     * @param place where to look
     * @param texts rectangles of texts, drawn green
     * @param found rectangles that were found, drawn red
     * @return a data URL of a PNG
     */
    String at(PixelRectangle place, List<PixelRectangle> texts, List<PixelRectangle> found)
            throws IOException {
        PixelRectangle shown =
                place.grow(AROUND, AROUND)
                        .clip(plane.width(), plane.height())
                        .orElse(new PixelRectangle(0, 0, 1, 1));
        byte[] rgb = colours(shown);
        found.forEach(f -> outline(f, shown, RED, rgb));
        texts.forEach(t -> outline(t.grow(1, 1), shown, GREEN, rgb));
        PlaneImage small = smaller(new PlaneImage(shown.width(), shown.height(), 3, rgb));
        byte[] png = new PictureWriter(PictureFormat.PNG, false).bytes(small);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    private byte[] colours(PixelRectangle shown) {
        byte[] rgb = new byte[Math.toIntExact(shown.area() * 3)];
        int channels = plane.channels();
        int at = 0;
        for (int y = shown.y(); y < shown.bottom(); y++) {
            for (int x = shown.x(); x < shown.right(); x++) {
                int from = (y * plane.width() + x) * channels;
                for (int c = 0; c < 3; c++) {
                    rgb[at++] = plane.samples()[from + (channels == 1 ? 0 : c)];
                }
            }
        }
        return rgb;
    }

    private static void outline(PixelRectangle r, PixelRectangle shown, int[] colour, byte[] rgb) {
        for (int x = r.x(); x < r.right(); x++) {
            dot(x, r.y(), shown, colour, rgb);
            dot(x, r.bottom() - 1, shown, colour, rgb);
        }
        for (int y = r.y(); y < r.bottom(); y++) {
            dot(r.x(), y, shown, colour, rgb);
            dot(r.right() - 1, y, shown, colour, rgb);
        }
    }

    private static void dot(int x, int y, PixelRectangle shown, int[] colour, byte[] rgb) {
        if (shown.contains(x, y)) {
            int at = ((y - shown.y()) * shown.width() + x - shown.x()) * 3;
            for (int c = 0; c < 3; c++) {
                rgb[at + c] = (byte) colour[c];
            }
        }
    }

    /** Every n-th pixel of every n-th row. */
    private static PlaneImage smaller(PlaneImage image) {
        int step = Math.max(ceil(image.width(), WIDEST), ceil(image.height(), HIGHEST));
        if (step <= 1) {
            return image;
        }
        int width = ceil(image.width(), step);
        int height = ceil(image.height(), step);
        byte[] samples = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int from = (y * step * image.width() + x * step) * 3;
                System.arraycopy(image.samples(), from, samples, (y * width + x) * 3, 3);
            }
        }
        return new PlaneImage(width, height, 3, samples);
    }

    private static int ceil(int a, int b) {
        return (a + b - 1) / b;
    }
}
