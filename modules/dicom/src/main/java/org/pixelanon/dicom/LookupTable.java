package org.pixelanon.dicom;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A lookup table as an item of a Modality or VOI LUT Sequence holds it (DICOM PS3.3 C.11.1.1,
 * C.11.2.1.1). Immutable.
 */
final class LookupTable {

    private final int[] entries;
    private final int firstMapped;
    private final int highest;

    private LookupTable(int[] entries, int firstMapped, int highest) {
        this.entries = entries;
        this.firstMapped = firstMapped;
        this.highest = highest;
    }

    /** The table of an item, or empty if it has none that makes sense. */
    static Optional<LookupTable> of(Attributes item, boolean signedInput) {
        Element descriptor = item.element(Tag.LUTDescriptor);
        Element data = item.element(Tag.LUTData);
        if (descriptor == null || data == null || data.available() == 0) {
            return Optional.empty();
        }
        long[] d = item.integers(descriptor, VR.US);
        if (d.length < 3 || d[2] < 1 || d[2] > 16) {
            return Optional.empty();
        }
        int count = d[0] == 0 ? 0x10000 : (int) d[0];
        int first = signedInput ? (short) d[1] : (int) d[1];
        int[] entries = entries(item.buffer(data), count);
        return entries.length == 0
                ? Optional.empty()
                : Optional.of(new LookupTable(entries, first, (1 << d[2]) - 1));
    }

    /** Entries of a byte each if there are only so many bytes, else of a word each. */
    static int[] entries(ByteBuffer data, int count) {
        boolean bytes = data.remaining() < 2 * count;
        int[] out = new int[Math.min(count, bytes ? data.remaining() : data.remaining() / 2)];
        for (int i = 0; i < out.length; i++) {
            out[i] = bytes ? data.get(i) & 0xFF : data.getShort(2 * i) & 0xFFFF;
        }
        return out;
    }

    double map(double input) {
        long index = (long) Math.floor(input) - firstMapped;
        return entries[(int) Math.max(0, Math.min(entries.length - 1, index))];
    }

    /** The highest value an entry can have by its number of bits. */
    int highest() {
        return highest;
    }
}
