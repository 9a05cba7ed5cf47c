package org.pixelanon.model.engine;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText.Alternative;
import org.pixelanon.model.text.Calibration;
import org.pixelanon.model.text.TextReader;

/** A reader with a time limit; if it throws, the current file fails. */
final class WatchedReader implements TextReader {

    private final String name;
    private final Watched<TextReader> reader;
    private final Calibration calibration;

    /**
     * Watches a reader.
     *
     * @param name by which users chose it
     * @param reader closed with this
     * @param calibration what its confidences are worth
     */
    WatchedReader(String name, Watched<TextReader> reader, Calibration calibration) {
        this.name = name;
        this.reader = reader;
        this.calibration = calibration;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Reading read(PlaneImage line) throws IOException {
        long pixels = (long) line.width() * line.height();
        return reader.call(
                pixels,
                r -> {
                    Reading reading = r.read(line);
                    Objects.requireNonNull(reading.text());
                    return new Reading(
                            reading.text(),
                            calibration.of(reading.confidence()),
                            calibrated(reading.alternatives()));
                });
    }

    private List<Alternative> calibrated(List<Alternative> alternatives) {
        return alternatives.stream()
                .map(a -> new Alternative(a.text(), calibration.of(a.probability())))
                .toList();
    }

    @Override
    public void close() {
        reader.close();
    }
}
