package org.pixelanon.dicom.render;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.VR;

/**
 * A lookup table as an item of a Modality, VOI or Presentation LUT Sequence holds it (DICOM PS3.3
 * C.11.1.1, C.11.2.1.1, C.11.4.1). Immutable.
 */
final class LookupTable {

    private static final int SIGN = 0x8000;

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

    /**
     * The tables that an item may mean: programs disagree whether a first mapped value with the
     * highest bit is negative.
     *
     * @return none, one or two
     */
    static List<LookupTable> of(Attributes item) {
        Optional<LookupTable> table = of(item, false);
        if (table.isEmpty() || table.get().firstMapped < SIGN) {
            return table.stream().toList();
        }
        return List.of(table.get(), of(item, true).orElseThrow());
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

    /** From input to grey: by the bits that are stated, and by those that the entries have. */
    List<DoubleUnaryOperator> greys() {
        int low = Arrays.stream(entries).min().orElse(0);
        int high = Arrays.stream(entries).max().orElse(0);
        return List.of(
                v -> map(v) * 255 / highest, VoiWindow.between(low, high).compose(this::map));
    }

    /** From grey to grey as a presentation table, whose entries stand for the whole range. */
    double present(double grey) {
        double place = Math.max(0, Math.min(255, grey)) / 255;
        return entries[(int) Math.rint(place * (entries.length - 1))] * 255.0 / highest;
    }
}
