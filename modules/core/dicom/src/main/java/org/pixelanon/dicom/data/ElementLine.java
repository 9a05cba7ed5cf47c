package org.pixelanon.dicom.data;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One element of a file as people read it, with the lines of its items. Text is there in full; long
 * runs of bytes or numbers are told by their size and how they begin. Immutable, needs no open
 * file.
 *
 * @param tag group shl 16 | element
 * @param vr the value representation the file states, or that of the dictionary
 * @param name the name of the dictionary; for private elements their creator
 * @param value the values, with a backslash between; a summary where {@code text} is false
 * @param text whether the value is text of the file and complete
 * @param items the lines of each item, for a sequence; empty otherwise
 */
public record ElementLine(
        int tag, VR vr, String name, String value, boolean text, List<List<ElementLine>> items) {

    private static final int BYTES_SHOWN = 16;
    private static final int NUMBERS_SHOWN = 8;

    /** Numbers up to this many are values a person may want to read; more are a table. */
    private static final int NUMBERS_IN_FULL = 64;

    /** Copies the list. */
    public ElementLine {
        items = List.copyOf(items);
    }

    /**
     * Reads all elements of a data set and of its items.
     *
     * @param attributes the data set, of a file that is open
     * @return one line per element, in the order of the file
     * @throws UncheckedIOException if the file cannot be read
     */
    public static List<ElementLine> of(Attributes attributes) {
        List<ElementLine> lines = new ArrayList<>(attributes.size());
        for (Element element : attributes.elements()) {
            lines.add(line(attributes, element));
        }
        return List.copyOf(lines);
    }

    private static ElementLine line(Attributes in, Element e) {
        List<Attributes> sequence = e.items();
        List<List<ElementLine>> items = new ArrayList<>();
        if (sequence != null) {
            sequence.forEach(item -> items.add(of(item)));
        }
        boolean text =
                sequence == null
                        && e.fragments() == null
                        && e.effectiveVr().isText()
                        && e.available() <= Attributes.LARGEST_VALUE;
        String value = text ? String.join("\\", in.strings(e)) : summary(in, e, items.size());
        String missing = e.isTruncated() ? " (the file ends before the value does)" : "";
        return new ElementLine(
                e.tag(), e.vr(), name(in, e.tag()), value + missing, text, List.copyOf(items));
    }

    private static String summary(Attributes in, Element e, int items) {
        if (e.items() != null) {
            return items == 1 ? "1 item" : items + " items";
        }
        Fragments fragments = e.fragments();
        if (fragments != null) {
            return bytes(e) + " in " + fragments.fragments().size() + " fragments";
        }
        VR vr = e.effectiveVr();
        if (isPixels(e.tag())) {
            return bytes(e);
        }
        long numbers = e.available() / vr.unit();
        boolean countable =
                !vr.isText() && vr != VR.OB && vr != VR.UN && vr != VR.SQ && vr != VR.OW;
        if (!countable || numbers > NUMBERS_IN_FULL) {
            return e.available() == 0 ? "" : bytes(e) + ": " + beginning(in, e, countable);
        }
        return String.join("\\", in.strings(e));
    }

    private static boolean isPixels(int tag) {
        return tag == Tag.PixelData || tag == Tag.FloatPixelData || tag == Tag.DoubleFloatPixelData;
    }

    private static String bytes(Element e) {
        return String.format(Locale.ROOT, "%,d bytes", e.available());
    }

    private static String beginning(Attributes in, Element e, boolean numbers) {
        int size = numbers ? NUMBERS_SHOWN * e.effectiveVr().unit() : BYTES_SHOWN;
        Element head = beginning(e, (int) Math.min(size, e.available()));
        String more = head.available() < e.available() ? " …" : "";
        if (numbers) {
            return String.join("\\", in.strings(head)) + more;
        }
        // the bytes may be text for all we know, so both readings are shown
        byte[] first = in.bytes(head);
        StringBuilder characters = new StringBuilder();
        for (byte b : first) {
            characters.append(b >= ' ' && b <= '~' ? (char) b : '·');
        }
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(first)
                + more
                + "  "
                + characters
                + more;
    }

    /** The same element as if it ended early, so that a huge value is not read to show its head. */
    private static Element beginning(Element e, int available) {
        return new Element(
                e.tag(),
                e.vr(),
                e.explicit(),
                e.bigEndian(),
                e.header(),
                e.value(),
                e.length(),
                available,
                e.end(),
                e.items(),
                e.fragments());
    }

    private static String name(Attributes in, int tag) {
        int element = tag & 0xFFFF;
        if (element == 0) {
            return "Group Length";
        }
        if (!Tag.isPrivate(tag)) {
            return Dictionary.find(tag).map(Dictionary.Entry::name).orElse("Unknown");
        }
        if (element < 0x100) {
            return "Private Creator";
        }
        String creator = creator(in, tag);
        return creator == null ? "Private, without creator" : "Private, " + creator;
    }

    /** Who reserved the block of a private element (PS3.5 7.8.1). */
    private static @Nullable String creator(Attributes in, int tag) {
        Element reserved = in.element((tag & 0xFFFF0000) | ((tag & 0xFFFF) >>> 8));
        if (reserved == null) {
            return null;
        }
        List<String> values = in.strings(reserved);
        return values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
    }
}
