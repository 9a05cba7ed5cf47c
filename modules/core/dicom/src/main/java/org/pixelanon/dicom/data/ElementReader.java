package org.pixelanon.dicom.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.HeaderReader.Header;

/**
 * Finds the spans of all elements of a data set (DICOM PS3.5 chapter 7), as forgiving as files in
 * the field demand and never past the end of what contains them. What it had to forgive is noted in
 * {@link #defects()}. One instance reads one file; not thread-safe.
 */
final class ElementReader {

    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 4_000_000;
    private static final int PREAMBLE = 128;

    /** The first element of the group that holds pixels. */
    private static final int PIXELS = 0x7FE00000;

    /** The mark of a Part 10 file. */
    private static final int DICM = 0x4449434D;

    private final Path file;
    private final ByteSource source;
    private final HeaderBytes bytes;
    private final Set<String> defects = new LinkedHashSet<>();
    private final HeaderReader headers;
    private boolean truncated;
    private boolean headOnly;
    private int count;

    ElementReader(Path file, ByteSource source) {
        this.file = file;
        this.source = source;
        this.bytes = new HeaderBytes(source);
        this.headers = new HeaderReader(bytes, defects);
    }

    /** What had to be forgiven: one line each, with tags and without values. */
    List<String> defects() {
        return List.copyOf(defects);
    }

    /** Returns whether the file ends, or cannot be understood, before its data set is complete. */
    boolean isTruncated() {
        return truncated;
    }

    HeaderBytes bytes() {
        return bytes;
    }

    /** A sequence that is none. */
    private static final class NoSequence extends IOException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        NoSequence(String reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /** Leaves Pixel Data and what follows it unread. */
    void stopAtPixels() {
        headOnly = true;
    }

    /** Reads the data set from a position to the end of the source. */
    Attributes readDataSet(long start, ElementEncoding encoding) throws IOException {
        Attributes root = new Attributes(source, null, start, start);
        try {
            root.endAt(readElements(root, start, source.size(), encoding, 0, false));
        } catch (NoSequence e) {
            damaged(e.reason);
            List<Element> all = root.elements();
            root.endAt(all.isEmpty() ? start : all.get(all.size() - 1).end());
        }
        return root;
    }

    /** Reads the file meta group, which ends where another group begins (PS3.10 7.1). */
    Attributes readFileMeta(long start) throws IOException {
        Attributes meta = new Attributes(source, null, start, start);
        long at = start;
        while (at + 8 <= source.size() && bytes.u16(at, false) == 2) {
            Element e = readElement(meta, at, source.size(), ElementEncoding.EXPLICIT_LITTLE, 0);
            if (e == null || e.isTruncated()) {
                throw new DicomException(file, "the file meta information is damaged");
            }
            meta.add(e);
            at = e.end();
        }
        meta.endAt(at);
        return meta;
    }

    private void damaged(String what) {
        truncated = true;
        defects.add(what);
    }

    /** Reads elements up to an end or a delimiter, and returns where it stopped. */
    private long readElements(
            Attributes into,
            long start,
            long end,
            ElementEncoding encoding,
            int depth,
            boolean untilDelimiter)
            throws IOException {
        if (depth > DEEPEST) {
            throw new DicomException(
                    file, "sequences are nested more than " + DEEPEST + " levels deep");
        }
        long at = start;
        while (at + 8 <= end) {
            int tag = bytes.tag(at, encoding.bigEndian());
            if (headOnly && depth == 0 && Integer.compareUnsigned(tag, PIXELS) >= 0) {
                return at;
            }
            if (tag == Tag.ItemDelimitationItem || tag == Tag.SequenceDelimitationItem) {
                if (untilDelimiter) {
                    return at;
                }
                defects.add("stray " + Tag.toString(tag));
                at += 8;
            } else if (tag == Tag.Item) {
                defects.add("stray " + Tag.toString(tag));
                at += 8;
            } else {
                Element e =
                        depth == 0 && (isPadding(tag, at, end) || isAppended(into, tag, at))
                                ? null
                                : readElement(into, at, end, encoding, depth);
                if (e == null) {
                    return at;
                }
                into.add(e);
                at = e.end();
            }
        }
        if (untilDelimiter) {
            damaged("an item without delimiter");
        }
        return at;
    }

    /** Zero bytes behind the last element are no elements of group 0. */
    private boolean isPadding(int tag, long at, long end) throws IOException {
        return tag == 0 && end - at >= 8 && bytes.u32(at + 4, false) == 0;
    }

    /**
     * Returns whether another file begins behind the last element: one of Part 10, or a data set
     * that begins again behind pixels. Elements in the wrong order before that are read on.
     */
    private boolean isAppended(Attributes into, int tag, long at) throws IOException {
        if (into.size() == 0) {
            return false;
        }
        int last = into.elements().get(into.size() - 1).tag();
        boolean descends = Integer.compareUnsigned(tag, last) < 0;
        if (!descends && Integer.compareUnsigned(last, Tag.PixelData) < 0) {
            return false;
        }
        if (at + PREAMBLE + 4 <= source.size() && bytes.u32(at + PREAMBLE, true) == DICM) {
            return true;
        }
        boolean complete = Integer.compareUnsigned(last, Tag.PixelData) >= 0;
        return descends && complete && new FormatSniffer(bytes).sniff(at).isPresent();
    }

    /** Reads one element, or returns null where none can begin. */
    private @Nullable Element readElement(
            Attributes owner, long at, long end, ElementEncoding encoding, int depth)
            throws IOException {
        if (++count > MOST_ELEMENTS) {
            throw new DicomException(file, "more than " + MOST_ELEMENTS + " elements");
        }
        Header header = headers.read(at, end, encoding);
        if (header == null) {
            damaged("no element can be read at byte " + at);
            return null;
        }
        if (header.length() == HeaderReader.UNDEFINED) {
            return undefinedLength(owner, header, end, depth);
        }
        long available = Math.min(header.length(), end - header.value());
        if (available < header.length()) {
            damaged("the value of " + Tag.toString(header.tag()) + " runs past its end");
        }
        List<Attributes> items = header.vr() == VR.SQ && header.length() == 0 ? List.of() : null;
        long valueEnd = header.value() + available;
        if (available >= 8 && mayBeSequence(header)) {
            items = definedSequence(owner, header, valueEnd, depth);
        }
        return header.element(header.length(), available, valueEnd, items, null);
    }

    private boolean mayBeSequence(Header header) throws IOException {
        if (header.vr() == VR.SQ) {
            return true;
        }
        return header.vr() == VR.UN && bytes.tag(header.value(), header.bigEndian()) == Tag.Item;
    }

    private @Nullable List<Attributes> definedSequence(
            Attributes owner, Header header, long end, int depth) throws IOException {
        Set<String> before = new LinkedHashSet<>(defects);
        boolean wasTruncated = truncated;
        try {
            List<Attributes> items = new ArrayList<>();
            readItems(owner, items, header.value(), end, inside(header), depth + 1, false);
            if (header.vr() == VR.SQ || defects.equals(before)) {
                return items;
            }
        } catch (NoSequence e) {
            if (header.vr() == VR.SQ) {
                defects.add(e.reason + " in " + Tag.toString(header.tag()));
                truncated = true;
                return null;
            }
        }
        // an unknown value that only happened to begin like an item
        defects.clear();
        defects.addAll(before);
        truncated = wasTruncated;
        return null;
    }

    /** Unknown values of undefined length are implicit little endian inside (PS3.5 6.2.2). */
    private static ElementEncoding inside(Header header) {
        return header.vr() == VR.UN && header.explicit()
                ? ElementEncoding.IMPLICIT_LITTLE
                : new ElementEncoding(header.explicit(), header.bigEndian());
    }

    private Element undefinedLength(Attributes owner, Header header, long end, int depth)
            throws IOException {
        if (header.tag() == Tag.PixelData || header.vr() != VR.SQ && header.vr() != VR.UN) {
            Fragments fragments = readFragments(header, end);
            List<Fragments.Fragment> all = fragments.fragments();
            long last =
                    all.isEmpty() ? fragments.offsetTable().end() : all.get(all.size() - 1).end();
            long next = fragments.terminated() ? last + 8 : last;
            return header.element(Element.UNDEFINED, last - header.value(), next, null, fragments);
        }
        List<Attributes> items = new ArrayList<>();
        long next = readItems(owner, items, header.value(), end, inside(header), depth + 1, true);
        return header.element(Element.UNDEFINED, next - header.value(), next, items, null);
    }

    private long readItems(
            Attributes owner,
            List<Attributes> items,
            long start,
            long end,
            ElementEncoding encoding,
            int depth,
            boolean untilDelimiter)
            throws IOException {
        long at = start;
        while (at + 8 <= end) {
            int tag = bytes.tag(at, encoding.bigEndian());
            long length = bytes.u32(at + 4, encoding.bigEndian());
            if (tag == Tag.SequenceDelimitationItem) {
                if (!untilDelimiter) {
                    defects.add("a delimiter in a sequence of defined length");
                }
                at += 8;
                if (untilDelimiter) {
                    return at;
                }
                continue;
            }
            if (tag == Tag.ItemDelimitationItem) {
                defects.add("stray " + Tag.toString(tag));
                at += 8;
                continue;
            }
            if (tag != Tag.Item) {
                throw new NoSequence("no item at byte " + at);
            }
            Attributes item = new Attributes(source, owner, at, at + 8);
            ElementEncoding written = sniffItem(at + 8, end, encoding);
            items.add(item);
            if (length == HeaderReader.UNDEFINED) {
                at = readElements(item, at + 8, end, written, depth + 1, true);
                item.endAt(at);
                if (at + 8 <= end
                        && bytes.tag(at, encoding.bigEndian()) == Tag.ItemDelimitationItem) {
                    at += 8;
                }
            } else {
                long stop = Math.min(end, at + 8 + length);
                if (stop < at + 8 + length) {
                    damaged("an item runs past its end");
                }
                item.endAt(readElements(item, at + 8, stop, written, depth + 1, false));
                at = stop;
            }
        }
        if (untilDelimiter) {
            damaged("a sequence without delimiter");
        }
        return untilDelimiter ? at : end;
    }

    /** Some writers change between explicit and implicit at a sequence without saying so. */
    private ElementEncoding sniffItem(long at, long end, ElementEncoding stated)
            throws IOException {
        if (stated.explicit() || at + 8 > end) {
            return stated;
        }
        return looksExplicit(at, stated.bigEndian())
                ? new ElementEncoding(true, stated.bigEndian())
                : stated;
    }

    /** Returns whether a header states a value representation that the dictionary agrees with. */
    boolean looksExplicit(long at, boolean bigEndian) throws IOException {
        VR vr = VR.of(bytes.u8(at + 4), bytes.u8(at + 5));
        return vr != null && Dictionary.agrees(bytes.tag(at, bigEndian), vr);
    }

    private Fragments readFragments(Header header, long end) throws IOException {
        List<Fragments.Fragment> all = new ArrayList<>();
        boolean terminated = false;
        long at = header.value();
        while (at + 8 <= end) {
            int tag = bytes.tag(at, header.bigEndian());
            if (tag == Tag.SequenceDelimitationItem) {
                terminated = true;
                break;
            }
            if (tag != Tag.Item) {
                break;
            }
            if (++count > MOST_ELEMENTS) {
                throw new DicomException(file, "more than " + MOST_ELEMENTS + " fragments");
            }
            long length = bytes.u32(at + 4, header.bigEndian());
            long available = Math.min(length, end - at - 8);
            all.add(new Fragments.Fragment(at, available, available < length));
            at += 8 + available;
        }
        Fragments.Fragment table =
                all.isEmpty()
                        ? new Fragments.Fragment(header.value() - 8, 0, false)
                        : all.remove(0);
        Fragments fragments = new Fragments(table, all, terminated);
        if (!fragments.isComplete()) {
            damaged("the fragments of " + Tag.toString(header.tag()) + " end too early");
        }
        return fragments;
    }
}
