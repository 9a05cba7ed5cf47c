package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.Region;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.ocr.LineDetector;
import org.pixelanon.ocr.TesseractRecognizer;
import org.pixelanon.ocr.TextLine;

/**
 * A recogniser that notes which planes it was shown. It always finds lines as ours does, but reads
 * them only when it is told to, because reading is what takes long. Not thread-safe.
 */
final class FuzzEyes implements TextRecognizer {

    private final TesseractRecognizer reader;
    private final LineDetector finder = new LineDetector(true);
    private final Map<Path, Set<Plane>> seen = new HashMap<>();
    private Set<Plane> current = new HashSet<>();
    private final Map<Path, Double> seconds = new HashMap<>();
    private double since;
    private boolean reading;
    private int planes;
    private int lines;

    /** Owns the reader. */
    FuzzEyes(TesseractRecognizer reader) {
        this.reader = reader;
    }

    /** Forgets what it knows and says whether lines are read from now on. */
    void begin(boolean read) {
        seconds.clear();
        restart();
        reading = read;
        seen.clear();
        current = new HashSet<>();
    }

    /** One of two limits: of files whose lines are only found, of files whose lines are read. */
    double limit(double found, double read) {
        return reading ? read : found;
    }

    /** The time of the next file begins now. */
    void restart() {
        since = cpuSeconds();
    }

    /** What was shown, and what was computed, since the last file belongs to this one. */
    void endOf(Path file) {
        seconds.merge(file, cpuSeconds() - since, Math::max);
        restart();
        seen.merge(file, current, FuzzEyes::united);
        current = new HashSet<>();
    }

    /** Seconds of a processor that a file took, the most in any of its runs. */
    double seconds(Path file) {
        return seconds.getOrDefault(file, 0.0);
    }

    /** Of the whole process: a busy machine makes nothing hang. */
    private static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis()
                / 1e3;
    }

    /** The planes of a file that were shown. */
    Set<Plane> seen(Path file) {
        return seen.getOrDefault(file, Set.of());
    }

    private static Set<Plane> united(Set<Plane> some, Set<Plane> others) {
        Set<Plane> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** How many planes were shown and lines found in all. */
    String count() {
        return planes + " planes searched, " + lines + " lines found";
    }

    @Override
    public String name() {
        return reader.name();
    }

    @Override
    public List<RecognizedText> recognize(Plane plane, List<PlaneImage> views) throws IOException {
        if (views.isEmpty()) {
            throw new IllegalStateException("a plane without a view");
        }
        List<RecognizedText> texts = new ArrayList<>();
        if (reading) {
            texts.addAll(reader.recognize(plane, views));
        } else {
            for (TextLine line : finder.detect(views)) {
                texts.add(
                        new RecognizedText(
                                new Region(plane, line.rectangle()), "unread", .2, name()));
            }
        }
        current.add(plane);
        planes++;
        lines += texts.size();
        return texts;
    }

    /** Stays open: each run of a batch closes what it was lent. */
    @Override
    public void close() {}

    /** Closes the reader. */
    void closeReader() {
        reader.close();
    }
}
