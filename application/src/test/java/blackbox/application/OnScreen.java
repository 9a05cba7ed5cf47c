package blackbox.application;

import java.awt.Point;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What {@code --ui-state} printed.
 *
 * @param lines one {@code name=value} each
 */
record OnScreen(List<String> lines) {

    static OnScreen of(String printed) {
        return new OnScreen(printed.lines().toList());
    }

    /** The first value of a name; empty text if it is not there. */
    String value(String name) {
        return find(name).orElse("");
    }

    private Optional<String> find(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .toList();
    }

    int number(String name) {
        return Integer.parseInt(value(name));
    }

    /** The last part of the path of the file on screen. */
    String file() {
        return value("file").substring(value("file").lastIndexOf('/') + 1);
    }

    /** Where something stands, in pixels of the screen. */
    Rectangle place(String name) {
        int[] numbers = Arrays.stream(value(name).split(",")).mapToInt(Integer::parseInt).toArray();
        return new Rectangle(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /**
     * Where the middle of a pixel stands on screen while the image fits its window.
     *
     * @param column of the image, 0-based
     * @param row of the image, 0-based
     */
    Point pixel(int column, int row) {
        int columns = number("columns");
        int rows = number("rows");
        Rectangle canvas = place("component.plane-canvas");
        double scale = Math.min(canvas.width / (double) columns, canvas.height / (double) rows);
        double left = canvas.x + (canvas.width - columns * scale) / 2;
        double top = canvas.y + (canvas.height - rows * scale) / 2;
        return new Point((int) (left + (column + 0.5) * scale), (int) (top + (row + 0.5) * scale));
    }
}
