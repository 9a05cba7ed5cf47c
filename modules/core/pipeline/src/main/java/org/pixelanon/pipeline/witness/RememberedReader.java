package org.pixelanon.pipeline.witness;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.TextReader;

/**
 * Reads lines once: those of the same pixels read the same. Forgets the least recently used beyond
 * a limit. Not thread-safe; it closes the reader.
 */
final class RememberedReader implements TextReader {

    /** Bytes of lines kept; a thousand lines of usual size take some megabytes. */
    private static final long LIMIT = 8L << 20;

    private final TextReader reader;
    private final Map<Key, Reading> readings = new LinkedHashMap<>(256, .75f, true);
    private long bytes;

    RememberedReader(TextReader reader) {
        this.reader = reader;
    }

    @Override
    public String name() {
        return reader.name();
    }

    @Override
    public Reading read(PlaneImage line) throws IOException {
        Key key = new Key(line, Arrays.hashCode(line.samples()) * 31 + line.width());
        Reading known = readings.get(key);
        if (known != null) {
            return known;
        }
        Reading reading = reader.read(line);
        readings.put(key, reading);
        bytes += line.samples().length;
        var eldest = readings.entrySet().iterator();
        while (bytes > LIMIT && readings.size() > 1) {
            bytes -= eldest.next().getKey().line.samples().length;
            eldest.remove();
        }
        return reading;
    }

    @Override
    public void close() {
        reader.close();
    }

    private record Key(PlaneImage line, int hash) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && hash == key.hash
                    && line.width() == key.line.width()
                    && line.channels() == key.line.channels()
                    && Arrays.equals(line.samples(), key.line.samples());
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
