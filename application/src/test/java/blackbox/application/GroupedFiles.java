package blackbox.application;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Thirty files of two devices, and where their picture stands in the view of groups. */
final class GroupedFiles {

    static final int FILES = 30;

    private static final int LIGHT = 150;

    /** Files of one device, with a made-up name at one place and nothing else on them. */
    record Device(String model, int members, int columns, int rows, Rectangle name) {

        /**
         * Whether the picture of its group is on screen: all members have a dot beside the name.
         */
        boolean isDrawn(Hands hands, OnScreen state) {
            Point spot = pixel(state, name.x + 5, name.y + 5);
            return hands.brightness(new Rectangle(spot, new Dimension(1, 1))) > LIGHT;
        }

        /** Where the middle of a pixel of the picture of the group is on screen. */
        Point pixel(OnScreen state, int column, int row) {
            Rectangle canvas = state.place("component.groups.canvas");
            double scale = Math.min(canvas.width / (double) columns, canvas.height / (double) rows);
            double left = canvas.x + (canvas.width - columns * scale) / 2;
            double top = canvas.y + (canvas.height - rows * scale) / 2;
            return new Point(
                    (int) (left + (column + 0.5) * scale), (int) (top + (row + 0.5) * scale));
        }

        /** Draws the rectangle around the name. */
        void drag(Hands hands, OnScreen state) {
            hands.drag(
                    pixel(state, name.x, name.y),
                    pixel(state, name.x + name.width - 1, name.y + name.height - 1));
        }
    }

    /** The larger group, which stands first in the view. */
    static final Device ECHO = new Device("Echo 5", 18, 400, 300, new Rectangle(10, 10, 170, 40));

    static final Device TOMO = new Device("Tomo 64", 12, 320, 320, new Rectangle(130, 20, 170, 40));

    private GroupedFiles() {}

    /**
     * Draws them.
     *
     * @param odd the number of the one with more text; below 0 for none
     */
    static List<Path> write(Path folder, int odd) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            files.add(file(folder.resolve("f%02d.dcm".formatted(i)), i, i == odd));
        }
        return files;
    }

    static Device deviceOf(int file) {
        return file < ECHO.members() ? ECHO : TOMO;
    }

    private static Path file(Path path, int number, boolean odd) throws IOException {
        Device device = deviceOf(number);
        BufferedImage drawn =
                new BufferedImage(device.columns(), device.rows(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
        Rectangle at = device.name();
        pen.fillRect(at.x + 4, at.y + 4, 4, 4);
        pen.drawString("Sample " + (100 + number), at.x + 20, at.y + 28);
        if (odd) {
            pen.drawString("Ada Sample 01.02.1950", 40, 200);
        }
        pen.dispose();
        return SampleFile.of(device.rows(), device.columns())
                .samples(
                        (frame, row, column, channel) ->
                                drawn.getRaster().getSample(column, row, 0))
                .with(
                        file -> {
                            file.text(0x0008_0060, "CS", "OT");
                            file.text(0x0008_1090, "LO", device.model());
                        })
                .write(path, Syntax.EXPLICIT);
    }
}
