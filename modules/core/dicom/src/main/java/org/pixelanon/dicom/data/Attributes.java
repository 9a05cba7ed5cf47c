package org.pixelanon.dicom.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelAnonException;

/**
 * The elements of a data set or of an item, in the order of the file. Values are read from the file
 * when they are asked for, so it must still be open; a file that cannot be read then gives an
 * {@link UncheckedIOException}. Thread-safe once the file is open.
 */
public final class Attributes {

    /** Values above this size are pixels or documents and never asked for as text or numbers. */
    static final int LARGEST_VALUE = 64 << 20;

    private final ByteSource source;
    private final @Nullable Attributes parent;
    private final long header;
    private final long start;
    private final List<Element> elements = new ArrayList<>();
    private long end;
    private boolean ascending = true;
    private volatile @Nullable SpecificCharacterSet characterSet;

    /**
     * An empty list of elements.
     *
     * @param source where values are read from
     * @param parent the data set around an item
     * @param header position of the item tag; of the first element for a data set
     * @param start position of the first element
     */
    Attributes(ByteSource source, @Nullable Attributes parent, long header, long start) {
        this.source = source;
        this.parent = parent;
        this.header = header;
        this.start = start;
        this.end = start;
    }

    void add(Element element) {
        if (!elements.isEmpty()) {
            int last = elements.get(elements.size() - 1).tag();
            ascending &= Integer.compareUnsigned(last, element.tag()) < 0;
        }
        elements.add(element);
    }

    void endAt(long position) {
        end = position;
    }

    /** Position of the item tag, or of the first element of a data set. */
    public long header() {
        return header;
    }

    /** Position of the first element. */
    public long start() {
        return start;
    }

    /** Position behind the last element; an item delimiter may follow. */
    public long end() {
        return end;
    }

    /** The spans, in the order of the file. */
    public List<Element> elements() {
        return Collections.unmodifiableList(elements);
    }

    /** The first element of a tag, or null. */
    public @Nullable Element element(int tag) {
        if (!ascending) {
            for (Element e : elements) {
                if (e.tag() == tag) {
                    return e;
                }
            }
            return null;
        }
        int low = 0;
        int high = elements.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Element e = elements.get(middle);
            int compared = Integer.compareUnsigned(e.tag(), tag);
            if (compared == 0) {
                return e;
            }
            if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /**
     * The tags, in the order of the file; a tag that comes twice is there twice.
     *
     * @return tags as group shl 16 | element
     */
    public int[] tags() {
        return elements.stream().mapToInt(Element::tag).toArray();
    }

    /**
     * The number of elements.
     *
     * @return 0 or more
     */
    public int size() {
        return elements.size();
    }

    /**
     * Returns whether an element is there, with or without a value.
     *
     * @param tag the tag
     * @return true if there
     */
    public boolean contains(int tag) {
        return element(tag) != null;
    }

    /**
     * The value representation of an element.
     *
     * @param tag the tag
     * @return the one the file states, that of the dictionary where it states none; empty if the
     *     element is absent
     */
    public Optional<VR> vr(int tag) {
        return Optional.ofNullable(element(tag)).map(Element::vr);
    }

    /**
     * The length of a value.
     *
     * @param tag the tag
     * @return bytes that are there, without the delimiter; 0 if absent
     */
    public long length(int tag) {
        Element e = element(tag);
        return e == null ? 0 : e.available();
    }

    /**
     * The first value as text, without padding.
     *
     * @param tag the tag
     * @return the text, or empty if the element is absent or its first value is empty
     */
    public Optional<String> getString(int tag) {
        List<String> values = getStrings(tag);
        return values.isEmpty() || values.get(0).isEmpty()
                ? Optional.empty()
                : Optional.of(values.get(0));
    }

    /**
     * All values as text, decoded by the Specific Character Set, without padding; numbers in
     * decimal.
     *
     * @param tag the tag
     * @return the values; empty if the element is absent, has no value, or is a sequence or pixels
     */
    public List<String> getStrings(int tag) {
        Element e = element(tag);
        return e == null ? List.of() : strings(e);
    }

    /** All values of one element as text. */
    public List<String> strings(Element e) {
        if (e.available() == 0 || e.items() != null || e.fragments() != null) {
            return List.of();
        }
        VR vr = e.effectiveVr();
        if (vr.isText()) {
            return texts(e, vr);
        }
        List<String> out = new ArrayList<>();
        if (vr == VR.FD || vr == VR.FL) {
            for (double d : doubles(e)) {
                out.add(vr == VR.FL ? Float.toString((float) d) : Double.toString(d));
            }
        } else if (vr == VR.AT) {
            long[] words = integers(e, VR.US);
            for (int i = 0; i + 1 < words.length; i += 2) {
                out.add(Tag.toString(Tag.of((int) words[i], (int) words[i + 1])));
            }
        } else if (vr != VR.UN && vr != VR.OB && vr != VR.OW && vr != VR.SQ) {
            for (long l : integers(e, vr)) {
                out.add(vr == VR.UV ? Long.toUnsignedString(l) : Long.toString(l));
            }
        }
        return out;
    }

    private List<String> texts(Element e, VR vr) {
        byte[] bytes = bytes(e);
        String text =
                vr.isLocalized()
                        ? characterSet().decode(bytes, vr == VR.PN)
                        : new String(bytes, StandardCharsets.ISO_8859_1);
        if (!vr.isMultiValued()) {
            return List.of(trim(text, false));
        }
        List<String> out = new ArrayList<>();
        int from = 0;
        for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', from)) {
            out.add(trim(text.substring(from, i), true));
            from = i + 1;
        }
        out.add(trim(text.substring(from), true));
        return out;
    }

    private static String trim(String text, boolean leading) {
        int from = 0;
        int to = text.length();
        while (to > 0 && (text.charAt(to - 1) == ' ' || text.charAt(to - 1) == 0)) {
            to--;
        }
        while (leading && from < to && text.charAt(from) == ' ') {
            from++;
        }
        return text.substring(from, to);
    }

    /**
     * The first value as a whole number.
     *
     * @param tag the tag of a binary number, IS or DS
     * @param otherwise what to return if there is none
     * @return the number, or otherwise if the element is absent, empty, no number or out of range
     */
    public int getInt(int tag, int otherwise) {
        double[] values = getDoubles(tag);
        return values.length == 0
                        || !(Math.abs(values[0]) <= Integer.MAX_VALUE)
                        || values[0] != Math.rint(values[0])
                ? otherwise
                : (int) values[0];
    }

    /**
     * The first value as a number.
     *
     * @param tag the tag of a binary number, IS or DS
     * @param otherwise what to return if there is none
     * @return the number, or otherwise if the element is absent, empty or no finite number
     */
    public double getDouble(int tag, double otherwise) {
        double[] values = getDoubles(tag);
        return values.length == 0 || !Double.isFinite(values[0]) ? otherwise : values[0];
    }

    /**
     * All values as numbers.
     *
     * @param tag the tag of a binary number, IS or DS
     * @return the numbers, NaN for text that is none; empty if the element is absent or no number
     */
    public double[] getDoubles(int tag) {
        Element e = element(tag);
        return e == null || e.items() != null || e.fragments() != null ? new double[0] : doubles(e);
    }

    private double[] doubles(Element e) {
        VR vr = e.effectiveVr();
        if (vr == VR.IS || vr == VR.DS) {
            return texts(e, vr).stream().mapToDouble(Attributes::number).toArray();
        }
        if (vr.isText() || vr == VR.SQ) {
            return new double[0];
        }
        if (vr == VR.FD || vr == VR.OD) {
            ByteBuffer b = buffer(e);
            double[] out = new double[b.remaining() / 8];
            b.asDoubleBuffer().get(out);
            return out;
        }
        if (vr == VR.FL || vr == VR.OF) {
            ByteBuffer b = buffer(e);
            double[] out = new double[b.remaining() / 4];
            for (int i = 0; i < out.length; i++) {
                out[i] = b.getFloat(4 * i);
            }
            return out;
        }
        long[] integers = integers(e, vr);
        double[] out = new double[integers.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = integers[i];
        }
        return out;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Whole numbers of one element, read as a given binary value representation. */
    public long[] integers(Element e, VR as) {
        ByteBuffer b = buffer(e);
        int unit = as.unit();
        long[] out = new long[b.remaining() / unit];
        for (int i = 0; i < out.length; i++) {
            out[i] =
                    switch (as) {
                        case US, OW, AT -> b.getShort(2 * i) & 0xFFFF;
                        case SS -> b.getShort(2 * i);
                        case UL, OL -> b.getInt(4 * i) & 0xFFFFFFFFL;
                        case SL -> b.getInt(4 * i);
                        case SV, UV, OV -> b.getLong(8 * i);
                        default -> b.get(i) & 0xFF;
                    };
        }
        return out;
    }

    /** The value in its byte order. */
    public ByteBuffer buffer(Element e) {
        return ByteBuffer.wrap(bytes(e))
                .order(e.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The bytes of a value as they are in the file.
     *
     * @param tag the tag
     * @return a copy; empty if the element is absent
     * @throws UncheckedIOException if the file cannot be read or the value is larger than 64 MiB
     */
    public byte[] getBytes(int tag) {
        Element e = element(tag);
        return e == null ? new byte[0] : bytes(e);
    }

    /** The bytes of one element. */
    public byte[] bytes(Element e) {
        try {
            if (e.available() > LARGEST_VALUE) {
                throw new PixelAnonException(
                        "value of " + e.available() + " bytes in " + Tag.toString(e.tag()));
            }
            return source.read(e.value(), (int) e.available());
        } catch (IOException x) {
            throw new UncheckedIOException(x);
        }
    }

    /**
     * The items of a sequence.
     *
     * @param tag the tag
     * @return the items in order; empty if the element is absent or no sequence
     */
    public List<Attributes> getSequence(int tag) {
        Element e = element(tag);
        return e == null || e.items() == null ? List.of() : e.items();
    }

    /** The character set declared here or in the data set around. */
    SpecificCharacterSet characterSet() {
        SpecificCharacterSet known = characterSet;
        if (known == null) {
            if (contains(Tag.SpecificCharacterSet)) {
                known = SpecificCharacterSet.of(getStrings(Tag.SpecificCharacterSet));
            } else {
                known = parent == null ? SpecificCharacterSet.DEFAULT : parent.characterSet();
            }
            characterSet = known;
        }
        return known;
    }
}
