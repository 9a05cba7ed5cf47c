package org.pixelanon.model.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a reader's own confidence into the share of correct lines at that confidence: linear
 * between measured points. Immutable.
 */
public final class Calibration {

    /** Leaves a confidence as it is. */
    public static final Calibration NONE =
            new Calibration(List.of(new Point(0, 0), new Point(1, 1)));

    /** For readers that nobody measured: what is below .4 is taken for nonsense. */
    public static final Calibration UNKNOWN =
            new Calibration(List.of(new Point(0, 0), new Point(.4, .03), new Point(1, 1)));

    private final List<Point> points;

    /**
     * A point of the table.
     *
     * @param stated the reader's own confidence, 0 to 1
     * @param observed the share of lines that are right, 0 to 1
     */
    public record Point(double stated, double observed) {}

    private Calibration(List<Point> points) {
        this.points = List.copyOf(points);
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            boolean inside =
                    point.stated >= 0
                            && point.stated <= 1
                            && point.observed >= 0
                            && point.observed <= 1;
            boolean rises =
                    i == 0
                            || (points.get(i - 1).stated < point.stated
                                    && points.get(i - 1).observed <= point.observed);
            if (!inside || !rises) {
                throw new IllegalArgumentException("no monotone table of shares");
            }
        }
        if (points.isEmpty()) {
            throw new IllegalArgumentException("no points");
        }
    }

    /**
     * Reads a table that belongs to the program.
     *
     * @param owner the class beside which it lies
     * @param name of the file: two numbers a line, stated and observed, ascending; lines after a #
     *     say what it is
     * @return the calibration
     * @throws IOException if it is missing or broken
     */
    public static Calibration of(Class<?> owner, String name) throws IOException {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + ": is missing from the installation");
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<Point> points = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] numbers = line.strip().split("\\s+", 2);
                    points.add(
                            new Point(
                                    Double.parseDouble(numbers[0]),
                                    Double.parseDouble(numbers[1])));
                }
            }
            return new Calibration(points);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IOException(name + ": is not a table of two increasing columns", e);
        }
    }

    /**
     * The share of lines that are right.
     *
     * @param stated the reader's own confidence, 0 to 1
     * @return 0 to 1; the higher the confidence, the higher or the same
     */
    public double of(double stated) {
        if (stated <= points.get(0).stated) {
            return points.get(0).observed;
        }
        for (int i = 1; i < points.size(); i++) {
            Point low = points.get(i - 1);
            Point high = points.get(i);
            if (stated <= high.stated) {
                double part = (stated - low.stated) / (high.stated - low.stated);
                return low.observed + part * (high.observed - low.observed);
            }
        }
        return points.get(points.size() - 1).observed;
    }
}
