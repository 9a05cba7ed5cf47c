package org.pixelanon.dicom.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.model.PlaneImage;

/**
 * The colours of a PALETTE COLOR image, 8 bits each (DICOM PS3.3 C.7.6.3.1.5, C.7.6.3.1.6 and
 * C.7.9.2 for segmented tables). Immutable.
 */
public final class Palette {

    private static final int LARGEST = 0x10000;

    private final byte[][] tables;
    private final int firstMapped;

    private Palette(byte[][] tables, int firstMapped) {
        this.tables = tables;
        this.firstMapped = firstMapped;
    }

    /** Reads the three tables; fails if one is missing. */
    public static Palette of(Path file, Attributes attributes, boolean signed) throws IOException {
        int[][] tables = new int[3][];
        int bits = 0;
        int first = 0;
        for (int i = 0; i < 3; i++) {
            Element descriptor = attributes.element(Tag.RedPaletteColorLookupTableDescriptor + i);
            if (descriptor == null) {
                throw new DicomException(file, "PALETTE COLOR without its lookup tables");
            }
            long[] d = attributes.integers(descriptor, VR.US);
            if (d.length < 3 || d[2] < 1 || d[2] > 16) {
                throw new DicomException(
                        file, "damaged " + Tag.toString(descriptor.tag()) + " of the palette");
            }
            if (i == 0) {
                first = signed ? (short) d[1] : (int) d[1];
            }
            bits = Math.max(bits, (int) d[2]);
            tables[i] = table(file, attributes, i, d[0] == 0 ? LARGEST : (int) d[0], (int) d[2]);
        }
        return new Palette(eightBits(tables, bits), first);
    }

    private static int[] table(Path file, Attributes attributes, int color, int count, int bits)
            throws IOException {
        Element data = attributes.element(Tag.RedPaletteColorLookupTableData + color);
        Element segments = attributes.element(Tag.SegmentedRedPaletteColorLookupTableData + color);
        int[] entries = {};
        if (data != null && data.available() > 0) {
            entries = plain(attributes, data, count);
        } else if (segments != null) {
            entries = segmented(file, attributes, segments, count, bits);
        }
        if (entries.length == 0) {
            throw new DicomException(file, "PALETTE COLOR without its lookup tables");
        }
        return entries;
    }

    private static int[] plain(Attributes attributes, Element data, int count) {
        ByteBuffer buffer = attributes.buffer(data);
        if (data.bigEndian() && data.effectiveVr() != VR.OB && buffer.remaining() < 2 * count) {
            // bytes in big endian words stand in swapped pairs
            byte[] b = buffer.array();
            for (int i = 0; i + 1 < b.length; i += 2) {
                byte swap = b[i];
                b[i] = b[i + 1];
                b[i + 1] = swap;
            }
        }
        return LookupTable.entries(buffer, count);
    }

    /** Tables said to be of 16 bits often hold values of 8 bits, and the other way round. */
    private static byte[][] eightBits(int[][] tables, int bits) {
        int highest = 0;
        for (int[] table : tables) {
            highest = Math.max(highest, Arrays.stream(table).max().orElse(0));
        }
        int shift = highest <= 0xFF ? 0 : bits > 8 && highest < 1 << bits ? bits - 8 : 8;
        byte[][] out = new byte[tables.length][];
        for (int t = 0; t < tables.length; t++) {
            out[t] = new byte[tables[t].length];
            for (int i = 0; i < out[t].length; i++) {
                out[t][i] = (byte) (tables[t][i] >> shift);
            }
        }
        return out;
    }

    private static int[] segmented(
            Path file, Attributes attributes, Element segments, int count, int bits)
            throws IOException {
        ByteBuffer data = attributes.buffer(segments);
        boolean bytes = bits <= 8;
        int[] units = new int[bytes ? data.remaining() : data.remaining() / 2];
        for (int i = 0; i < units.length; i++) {
            units[i] = bytes ? data.get(i) & 0xFF : data.getShort(2 * i) & 0xFFFF;
        }
        Segments s = new Segments(units, count);
        if (!s.expand(0, units.length, units.length, false)) {
            throw new DicomException(file, "damaged segments in " + Tag.toString(segments.tag()));
        }
        return Arrays.copyOf(s.out, s.filled);
    }

    /** Expands the segments of C.7.9.2. */
    private static final class Segments {
        private final int[] units;
        private final int[] out;
        private int filled;

        Segments(int[] units, int count) {
            this.units = units;
            this.out = new int[count];
        }

        boolean expand(int from, int end, int segments, boolean nested) {
            int at = from;
            for (int n = 0; n < segments && at + 1 < end && filled < out.length; n++) {
                int opcode = units[at];
                int length = units[at + 1];
                at += 2;
                if (opcode == 0) {
                    if (at + length > end) {
                        return false;
                    }
                    for (int i = 0; i < length; i++) {
                        put(units[at + i]);
                    }
                    at += length;
                } else if (opcode == 1) {
                    if (at >= end || filled == 0) {
                        return false;
                    }
                    int start = out[filled - 1];
                    for (int i = 1; i <= length; i++) {
                        put((int) Math.rint(start + (double) (units[at] - start) * i / length));
                    }
                    at++;
                } else if (opcode == 2 && !nested && at + 1 < end) {
                    int offset = units[at] | units[at + 1] << 16;
                    if (offset < 0 || !expand(offset, end, length, true)) {
                        return false;
                    }
                    at += 2;
                } else {
                    return false;
                }
            }
            return true;
        }

        private void put(int value) {
            if (filled < out.length) {
                out[filled++] = value;
            }
        }
    }

    /** The colour of a stored value: red, green and blue in the bytes from 16 down to 0. */
    public int rgb(int stored) {
        int out = 0;
        for (byte[] table : tables) {
            int index = Math.max(0, Math.min(table.length - 1, stored - firstMapped));
            out = out << 8 | table[index] & 0xFF;
        }
        return out;
    }

    /** The stored value of the first entry. */
    int firstMapped() {
        return firstMapped;
    }

    /** A grey image in which pixels of values that have an entry, or lie beyond, are coloured. */
    PlaneImage over(Frame frame, PlaneImage grey) {
        byte[] out = apply(frame);
        for (int i = 0; i < frame.length(); i++) {
            if (frame.sample(i) < firstMapped) {
                Arrays.fill(out, 3 * i, 3 * i + 3, grey.samples()[i]);
            }
        }
        return new PlaneImage(frame.columns(), frame.rows(), 3, out);
    }

    /** Writes red, green and blue of each pixel. */
    public byte[] apply(Frame frame) {
        int pixels = frame.length();
        byte[] out = new byte[Math.multiplyExact(pixels, 3)];
        for (int i = 0, to = 0; i < pixels; i++) {
            int index = frame.sample(i) - firstMapped;
            for (byte[] table : tables) {
                out[to++] = table[Math.max(0, Math.min(table.length - 1, index))];
            }
        }
        return out;
    }
}
