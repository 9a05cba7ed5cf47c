package org.pixelanon.model.engine;

import java.io.IOException;
import java.util.Objects;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.TextReader;

/** A reader that must answer in time; what it throws ends the file at hand. */
final class WatchedReader implements TextReader {

    private final String name;
    private final Watched<TextReader> reader;

    /**
     * Watches a reader.
     *
     * @param name by which users chose it
     * @param reader closed with this
     */
    WatchedReader(String name, Watched<TextReader> reader) {
        this.name = name;
        this.reader = reader;
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
                    return reading;
                });
    }

    @Override
    public void close() {
        reader.close();
    }
}
