package org.pixelanon.dicom.pixel;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.Fragments.Fragment;

/** Follows deflated bytes from fragment to fragment to where they end. Not thread-safe. */
final class DeflatedEnd implements AutoCloseable {

    private static final int BLOCK = 1 << 16;

    private final Inflater inflater = new Inflater(true);
    private final byte[] scratch = new byte[BLOCK];
    private boolean damaged;

    /** Goes on with a fragment; tells whether the deflated bytes end in it. */
    boolean isEndedBy(ByteSource source, Fragment fragment) throws IOException {
        long at = fragment.value();
        try {
            while (!damaged && !inflater.finished()) {
                if (inflater.needsInput()) {
                    int n = (int) Math.min(BLOCK, fragment.end() - at);
                    if (n == 0) {
                        return false;
                    }
                    inflater.setInput(source.read(at, n));
                    at += n;
                }
                damaged = inflater.inflate(scratch) == 0 && inflater.needsDictionary();
            }
        } catch (DataFormatException e) {
            damaged = true; // where it ends cannot be known
        }
        return !damaged && inflater.finished();
    }

    /** Begins with other deflated bytes. */
    void reset() {
        inflater.reset();
        damaged = false;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
