package org.pixelanon.ocr;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Caches the readings of crops by their pixels; evicts the least recently used beyond a limit. */
final class ReadingCache {

    /** Bytes of crops kept; a thousand lines of usual size take two megabytes. */
    private static final long LIMIT = 8L << 20;

    private final Map<Key, Reading> readings = new LinkedHashMap<>(256, .75f, true);
    private long bytes;

    @Nullable Reading get(GreyImage crop, boolean vertical) {
        return readings.get(new Key(crop, vertical));
    }

    void put(GreyImage crop, boolean vertical, Reading reading) {
        if (readings.put(new Key(crop, vertical), reading) == null) {
            bytes += crop.samples().length;
        }
        var eldest = readings.entrySet().iterator();
        while (bytes > LIMIT && readings.size() > 1) {
            bytes -= eldest.next().getKey().crop.samples().length;
            eldest.remove();
        }
    }

    private static final class Key {
        private final GreyImage crop;
        private final boolean vertical;
        private final int hash;

        Key(GreyImage crop, boolean vertical) {
            this.crop = crop;
            this.vertical = vertical;
            hash = Arrays.hashCode(crop.samples()) * 31 + crop.width();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && hash == key.hash
                    && vertical == key.vertical
                    && crop.width() == key.crop.width()
                    && Arrays.equals(crop.samples(), key.crop.samples());
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
