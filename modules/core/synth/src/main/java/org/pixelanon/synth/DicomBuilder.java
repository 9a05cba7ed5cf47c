package org.pixelanon.synth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes DICOM elements, valid or deliberately invalid: a file (DICOM PS3.10 section 7) or an item
 * of a sequence. Nothing is checked, and only the file meta information is added. Elements are
 * written in ascending order of their tags, whatever the order of the calls; a second call for one
 * tag replaces the first. Not thread-safe.
 */
public final class DicomBuilder {

    private record Element(String vr, Value value) {}

    private final TreeMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
    private final TreeMap<Integer, Element> meta = new TreeMap<>(Integer::compareUnsigned);
    private Charset charset = StandardCharsets.UTF_8;
    private boolean preamble = true;
    private boolean withMeta = true;
    private int metaLengthError;
    private boolean withMetaLength = true;
    private byte[] tail = {};

    /**
     * The character set of text values; does not set (0008,0005), see {@link #text}.
     *
     * @param newCharset the encoding of text; UTF-8 by default
     * @return this
     */
    public DicomBuilder charset(Charset newCharset) {
        charset = newCharset;
        return this;
    }

    /**
     * Text of any string VR, padded to even length with a blank (UI: zero).
     *
     * @param tag group and element, e.g. 0x00100010
     * @param vr two letters, e.g. {@code PN}
     * @param values joined by a backslash
     * @return this
     */
    public DicomBuilder text(int tag, String vr, String... values) {
        return put(tag, vr, new Value.Text(String.join("\\", values)));
    }

    /**
     * Whole numbers in the byte order of the file.
     *
     * @param tag group and element
     * @param vr US, SS, OW (2 bytes each), UL, SL, OL (4), SV, UV, OV (8) or AT (4, a tag)
     * @param numbers the values
     * @return this
     */
    public DicomBuilder numbers(int tag, String vr, long... numbers) {
        if (vr.equals("AT")) {
            long[] halves = new long[numbers.length * 2];
            for (int i = 0; i < numbers.length; i++) {
                halves[2 * i] = numbers[i] >>> 16;
                halves[2 * i + 1] = numbers[i] & 0xFFFF;
            }
            return put(tag, vr, new Value.Numbers(halves, 2));
        }
        return put(tag, vr, new Value.Numbers(numbers.clone(), width(vr)));
    }

    /**
     * Floating-point numbers in the byte order of the file.
     *
     * @param tag group and element
     * @param vr FL, OF (4 bytes each), FD or OD (8)
     * @param numbers the values
     * @return this
     */
    public DicomBuilder decimals(int tag, String vr, double... numbers) {
        int width = width(vr);
        long[] bits = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            bits[i] =
                    width == 4
                            ? Float.floatToIntBits((float) numbers[i])
                            : Double.doubleToLongBits(numbers[i]);
        }
        return put(tag, vr, new Value.Numbers(bits, width));
    }

    /**
     * Raw bytes: neither padded nor swapped.
     *
     * @param tag group and element
     * @param vr any two letters, even invalid ones
     * @param value the bytes
     * @return this
     */
    public DicomBuilder bytes(int tag, String vr, byte[] value) {
        return put(tag, vr, new Value.Bytes(value.clone()));
    }

    /**
     * Bytes in place of a whole element, its header included: for wrong lengths, unknown forms and
     * elements that end too early.
     *
     * @param tag their position among the other elements
     * @param element the bytes
     * @return this
     */
    public DicomBuilder verbatim(int tag, byte[] element) {
        return put(tag, "UN", new Value.Verbatim(element.clone()));
    }

    /**
     * A sequence of defined length.
     *
     * @param tag group and element
     * @param items the items; they are read when this is written
     * @return this
     */
    public DicomBuilder sequence(int tag, DicomBuilder... items) {
        return put(tag, "SQ", items(items, false));
    }

    /**
     * A sequence of undefined length whose items are of undefined length.
     *
     * @param tag group and element
     * @param items the items; they are read when this is written
     * @return this
     */
    public DicomBuilder delimitedSequence(int tag, DicomBuilder... items) {
        return put(tag, "SQ", items(items, true));
    }

    /**
     * Encapsulated PixelData (DICOM PS3.5 A.4) with any division into fragments.
     *
     * @param offsetTable the Basic Offset Table as bytes, may be empty
     * @param fragments each padded to even length with a zero byte
     * @return this
     */
    public DicomBuilder fragments(byte[] offsetTable, List<byte[]> fragments) {
        List<byte[]> items = new ArrayList<>();
        items.add(offsetTable);
        items.addAll(fragments);
        return put(Tags.PIXEL_DATA, "OB", new Value.Encapsulated(items, true));
    }

    /**
     * Encapsulated PixelData without the delimiter at its end.
     *
     * @param fragments each padded to even length with a zero byte
     * @return this
     */
    public DicomBuilder unfinishedFragments(List<byte[]> fragments) {
        List<byte[]> items = new ArrayList<>();
        items.add(new byte[0]);
        items.addAll(fragments);
        return put(Tags.PIXEL_DATA, "OB", new Value.Encapsulated(items, false));
    }

    /**
     * Removes an element.
     *
     * @param tag group and element
     * @return this
     */
    public DicomBuilder remove(int tag) {
        elements.remove(tag);
        meta.remove(tag);
        return this;
    }

    /**
     * Omits the preamble and {@code DICM}.
     *
     * @return this
     */
    public DicomBuilder withoutPreamble() {
        preamble = false;
        return this;
    }

    /**
     * Omits preamble and file meta information, as in files from before 1995.
     *
     * @return this
     */
    public DicomBuilder withoutMeta() {
        preamble = false;
        withMeta = false;
        return this;
    }

    /**
     * Omits (0002,0000).
     *
     * @return this
     */
    public DicomBuilder withoutMetaLength() {
        withMetaLength = false;
        return this;
    }

    /**
     * Makes (0002,0000) wrong.
     *
     * @param error added to the correct value
     * @return this
     */
    public DicomBuilder wrongMetaLength(int error) {
        metaLengthError = error;
        return this;
    }

    /**
     * Bytes after the last element.
     *
     * @param bytes the bytes
     * @return this
     */
    public DicomBuilder tail(byte[] bytes) {
        tail = bytes.clone();
        return this;
    }

    /**
     * Only the elements, without preamble and file meta information.
     *
     * @param syntax determines VR and byte order; nothing is deflated
     * @return the bytes
     */
    public byte[] elements(Syntax syntax) {
        return elements(new Encoding(syntax.explicit(), syntax.bigEndian()));
    }

    byte[] elements(Encoding encoding) {
        return bytesOf(elements, encoding);
    }

    /**
     * The whole file.
     *
     * @param syntax the transfer syntax; written into the file meta information unless (0002,0010)
     *     was set before, so that a file can state a wrong one
     * @return the bytes
     */
    public byte[] toBytes(Syntax syntax) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head(syntax));
        byte[] body = elements(syntax);
        out.writeBytes(syntax == Syntax.DEFLATED ? deflate(body) : body);
        out.writeBytes(tail);
        return out.toByteArray();
    }

    /**
     * The file, cut off.
     *
     * @param syntax the transfer syntax
     * @param missing number of bytes cut off at the end
     * @return the bytes
     */
    public byte[] truncated(Syntax syntax, int missing) {
        byte[] all = toBytes(syntax);
        return Arrays.copyOf(all, all.length - missing);
    }

    /**
     * Writes the file.
     *
     * @param file where; replaced if it exists
     * @param syntax the transfer syntax
     * @return the file
     * @throws IOException if it cannot be written
     */
    public Path write(Path file, Syntax syntax) throws IOException {
        return Files.write(file, toBytes(syntax));
    }

    /** Preamble and file meta information. */
    byte[] head(Syntax syntax) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (preamble) {
            out.writeBytes(new byte[128]);
            out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        }
        if (withMeta) {
            out.writeBytes(metaBytes(syntax));
        }
        return out.toByteArray();
    }

    private byte[] metaBytes(Syntax syntax) {
        TreeMap<Integer, Element> all = new TreeMap<>(Integer::compareUnsigned);
        all.put(0x0002_0001, new Element("OB", new Value.Bytes(new byte[] {0, 1})));
        copyText(all, Tags.SOP_CLASS, 0x0002_0002);
        copyText(all, Tags.SOP_INSTANCE, 0x0002_0003);
        all.put(0x0002_0010, new Element("UI", new Value.Text(syntax.uid())));
        all.put(0x0002_0012, new Element("UI", new Value.Text("2.25.20261124")));
        all.put(0x0002_0013, new Element("SH", new Value.Text("PIXELANON SYNTH")));
        all.putAll(meta);
        byte[] body = bytesOf(all, Encoding.META);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (withMetaLength) {
            new Value.Numbers(new long[] {body.length + metaLengthError}, 4)
                    .write(out, 0x0002_0000, "UL", Encoding.META, charset);
        }
        out.writeBytes(body);
        return out.toByteArray();
    }

    private void copyText(TreeMap<Integer, Element> all, int from, int to) {
        Element element = elements.get(from);
        if (element != null) {
            all.put(to, element);
        }
    }

    private byte[] bytesOf(TreeMap<Integer, Element> source, Encoding encoding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        source.forEach(
                (tag, element) -> element.value().write(out, tag, element.vr(), encoding, charset));
        return out.toByteArray();
    }

    private static Value items(DicomBuilder[] items, boolean undefinedLength) {
        List<Function<Encoding, byte[]>> bytes = new ArrayList<>();
        for (DicomBuilder item : items) {
            bytes.add(item::elements);
        }
        return new Value.Items(bytes, undefinedLength);
    }

    private DicomBuilder put(int tag, String vr, Value value) {
        (tag >>> 16 == 2 ? meta : elements).put(tag, new Element(vr, value));
        return this;
    }

    private static int width(String vr) {
        return switch (vr) {
            case "US", "SS", "OW" -> 2;
            case "UL", "SL", "OL", "FL", "OF" -> 4;
            case "SV", "UV", "OV", "FD", "OD" -> 8;
            default -> throw new IllegalArgumentException("VR " + vr + " holds no numbers");
        };
    }

    private static byte[] deflate(byte[] body) {
        byte[] packed = FixedDeflate.compress(body);
        return (packed.length & 1) == 0 ? packed : Arrays.copyOf(packed, packed.length + 1);
    }
}
