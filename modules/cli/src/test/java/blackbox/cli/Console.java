package blackbox.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/**
 * A made-up device that burns names, numbers and dates into fixed corners of its images. Its
 * letters are patterns of their own, five by seven pixels; they need not be legible, since their
 * places are known.
 */
record Console(
        String modality,
        String manufacturer,
        String model,
        String version,
        int rows,
        int columns,
        List<Place> places) {

    static final int BACKGROUND = 40;
    private static final int INK = 220;
    private static final int ADVANCE = 6;
    private static final int HEIGHT = 7;

    /** A corner with a text of so many letters. */
    record Place(int x, int y, boolean fromRight, int shortest, int longest, boolean sensitive) {}

    /** A text on an image. */
    record Text(PixelRectangle box, boolean sensitive) {}

    /** An image and its texts. */
    record Drawn(Path path, List<Text> texts) {}

    /** Six devices, of which two differ only in their version, two only in their size. */
    static List<Console> six() {
        List<Place> top =
                List.of(
                        new Place(3, 3, false, 8, 22, true),
                        new Place(3, 14, false, 6, 10, true),
                        new Place(4, 4, true, 10, 10, true),
                        new Place(90, 70, false, 1, 1, false));
        List<Place> bottom =
                List.of(
                        new Place(5, 120, false, 8, 20, true),
                        new Place(6, 130, true, 5, 12, true),
                        new Place(60, 60, false, 2, 2, false));
        return List.of(
                new Console("XA", "Acme|Imaging", "Arc 9", "1.0", 160, 200, top),
                new Console("XA", "Acme|Imaging", "Arc 9", "2.0+a", 160, 200, bottom),
                new Console("XA", "Acme|Imaging", "Arc 9", "1.0", 176, 208, bottom),
                new Console("US", "Beta (Sound)", "S-200 #4", "", 160, 200, top),
                new Console("CR", "", "", "7", 160, 200, bottom),
                new Console("CT", "Gamma", "G+ [x]", "3.1", 160, 200, top));
    }

    /** A device that differs from the first one in its model alone. */
    static Console seventh() {
        Console first = six().get(0);
        return new Console("XA", first.manufacturer, "Arc 99", "1.0", 160, 200, first.places);
    }

    Drawn draw(Path file, long seed) throws IOException {
        Random random = new Random(seed);
        boolean[][] ink = new boolean[rows][columns];
        List<Text> texts = new ArrayList<>();
        for (Place place : places) {
            int letters = place.shortest() + random.nextInt(place.longest() - place.shortest() + 1);
            int width = letters * ADVANCE - 1;
            int x = place.fromRight() ? columns - place.x() - width : place.x();
            PixelRectangle box = new PixelRectangle(x, place.y(), width, HEIGHT);
            for (int i = 0; i < letters; i++) {
                letter(ink, x + i * ADVANCE, place.y(), random);
            }
            texts.add(new Text(box, place.sensitive()));
        }
        SampleFile image =
                SampleFile.of(rows, columns)
                        .samples((f, r, c, k) -> ink[r][c] ? INK : BACKGROUND)
                        .with(b -> b.text(0x0008_0060, "CS", modality));
        if (manufacturer.isEmpty()) {
            image =
                    image.with(
                            b ->
                                    b.remove(0x0008_0070)
                                            .remove(0x0008_1090)
                                            .text(0x0018_1016, "LO", "Delta Capture")
                                            .text(0x0018_1018, "LO", "Grab 3"));
        } else {
            image =
                    image.with(
                            b ->
                                    b.text(0x0008_0070, "LO", manufacturer)
                                            .text(0x0008_1090, "LO", model));
        }
        if (!version.isEmpty()) {
            image = image.with(b -> b.text(0x0018_1020, "LO", version));
        }
        return new Drawn(image.write(file, Syntax.EXPLICIT), texts);
    }

    private static void letter(boolean[][] ink, int x, int y, Random random) {
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < ADVANCE - 1; column++) {
                ink[y + row][x + column] = column == 0 || row == 0 || random.nextBoolean();
            }
        }
    }
}
