package blackbox.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/**
 * Files of one device: strokes instead of a name, different in each file, always at the same place.
 *
 * @param model Manufacturer's Model Name
 * @param width columns
 * @param height rows
 * @param name where the name stands
 */
public record DrawnDevice(String model, int width, int height, PixelRectangle name) {

    /** An ultrasound device. */
    public static final DrawnDevice ECHO =
            new DrawnDevice("Echo 5", 160, 120, new PixelRectangle(8, 6, 60, 12));

    /** A tomograph. */
    public static final DrawnDevice TOMO =
            new DrawnDevice("Tomo 64", 128, 128, new PixelRectangle(60, 8, 60, 12));

    private static final int MODALITY = 0x00080060;
    private static final int MODEL = 0x00081090;
    private static final int WHITE = 255;

    /**
     * Draws strokes at places of the only frame.
     *
     * @param file where
     * @param number the same number draws the same
     * @param places where strokes are
     * @return the file
     * @throws IOException if it cannot be written
     */
    public Path write(Path file, int number, PixelRectangle... places) throws IOException {
        return write(file, number, 1, places);
    }

    /**
     * Draws strokes at places, on the last frame only.
     *
     * @param file where
     * @param number the same number draws the same
     * @param frames how many
     * @param places where strokes are
     * @return the file
     * @throws IOException if it cannot be written
     */
    public Path write(Path file, int number, int frames, PixelRectangle... places)
            throws IOException {
        boolean[] white = new boolean[width * height];
        Random random = new Random(number);
        for (PixelRectangle r : places) {
            for (int y = r.y(); y < r.bottom(); y += 3) {
                for (int x = r.x(); x < r.right(); x++) {
                    boolean end = x == r.x() || x == r.right() - 1;
                    white[y * width + x] = end || random.nextInt(4) > 0;
                }
            }
        }
        return SampleFile.of(height, width)
                .frames(frames)
                .samples(
                        (frame, row, column, channel) ->
                                frame == frames - 1 && white[row * width + column] ? WHITE : 20)
                .with(
                        b -> {
                            b.text(MODALITY, "CS", "OT");
                            b.text(MODEL, "LO", model);
                        })
                .write(file, Syntax.EXPLICIT);
    }
}
