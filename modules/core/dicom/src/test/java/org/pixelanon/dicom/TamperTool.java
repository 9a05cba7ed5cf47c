package org.pixelanon.dicom;

import static org.pixelanon.dicom.WrittenParts.afterSize;
import static org.pixelanon.dicom.WrittenParts.deflatedAgain;
import static org.pixelanon.dicom.WrittenParts.fragment;
import static org.pixelanon.dicom.WrittenParts.join;
import static org.pixelanon.dicom.WrittenParts.sized;
import static org.pixelanon.dicom.WrittenParts.valued;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Fragments;
import org.pixelanon.dicom.data.Fragments.Fragment;
import org.pixelanon.dicom.pixel.ImageReader;

/**
 * Tampers with one redacted copy, in every way that its structure offers: bytes, values, elements,
 * items, fragments, tables, paddings, and compression.
 */
final class TamperTool {

    private static final byte[] TEXT = "DOE^JANE 1970".getBytes(StandardCharsets.US_ASCII);
    private static final int WAYS = 30;

    private final Random random;
    private final byte[] good;
    private final byte[] head;
    private final byte[] body;
    private final boolean deflated;
    private final List<Element> elements;
    private final List<Element> meta;
    private final List<Attributes> items = new ArrayList<>();
    private final Element pixels;
    private String way = "";

    /** Learns where everything lies in the copy. */
    TamperTool(Path copy, byte[] good, Random random) throws IOException {
        this.good = good;
        this.random = random;
        try (DicomFile file = DicomFile.open(copy)) {
            this.deflated = file.transferSyntax().deflated();
            this.head = Arrays.copyOf(good, (int) file.parsed().dataSetStart());
            this.body =
                    deflated
                            ? file.source().read(0, (int) file.source().size())
                            : Arrays.copyOfRange(good, head.length, good.length);
            this.elements = file.attributes().elements();
            this.meta = file.fileMeta().elements();
            this.pixels = file.attributes().element(ImageReader.pixelTag(file.attributes()));
            for (Element e : elements) {
                if (e.items() != null) {
                    items.addAll(e.items());
                }
            }
        }
    }

    /** What was done last, in a word or two. */
    String way() {
        return way;
    }

    /** A copy that was tampered with; now and then nothing has come of it. */
    byte[] next() throws IOException {
        int n = random.nextInt(WAYS);
        if (n < 8) {
            return bytes(deflated && random.nextBoolean() ? body : good, n);
        }
        if (n == 8) {
            return meta();
        }
        if (n == 9 && deflated) {
            way = "deflated again";
            return joined(body, 1 + random.nextInt(9), random.nextInt(3));
        }
        if (n < 20) {
            return joined(element(n));
        }
        if (n < 24 && !items.isEmpty()) {
            return joined(item(n));
        }
        Fragments fragments = pixels.fragments();
        return joined(fragments == null ? element(n) : fragments(fragments, n));
    }

    private byte[] joined(byte[] newBody) {
        return joined(newBody, Deflater.DEFAULT_COMPRESSION, Deflater.DEFAULT_STRATEGY);
    }

    private byte[] joined(byte[] newBody, int level, int strategy) {
        if (!deflated) {
            return join(head, newBody);
        }
        Deflater deflater = new Deflater(level, true);
        deflater.setStrategy(strategy);
        deflater.setInput(newBody);
        deflater.finish();
        byte[] out = new byte[newBody.length * 2 + 99];
        int n = deflater.deflate(out);
        deflater.end();
        return join(head, Arrays.copyOf(out, n + n % 2));
    }

    /** A range of the body replaced. */
    private byte[] replaced(long from, long to, byte[] by) {
        return join(
                Arrays.copyOf(body, at(from)), by, Arrays.copyOfRange(body, at(to), body.length));
    }

    /** Positions count from the beginning of the file, or of the inflated data set. */
    private int at(long position) {
        return (int) (deflated ? position : position - head.length);
    }

    private byte[] range(long from, long to) {
        return Arrays.copyOfRange(body, at(from), at(to));
    }

    private byte[] text(int most) {
        int n = 2 + 2 * random.nextInt(most / 2);
        byte[] out = new byte[n];
        for (int i = 0; i < n; i++) {
            out[i] = TEXT[i % TEXT.length];
        }
        return out;
    }

    private byte[] bytes(byte[] all, int n) {
        byte[] out = all.clone();
        int at = random.nextInt(out.length);
        int length = Math.min(out.length - at, 1 + random.nextInt(16));
        switch (n) {
            case 0, 1, 2 -> {
                way = "a bit";
                out[at] ^= (byte) (1 << random.nextInt(8));
            }
            case 3 -> {
                way = "a byte";
                out[at] = (byte) random.nextInt(256);
            }
            case 4 -> {
                way = "bytes put in";
                out =
                        join(
                                Arrays.copyOf(out, at),
                                text(16),
                                Arrays.copyOfRange(out, at, out.length));
            }
            case 5 -> {
                way = "bytes cut out";
                out =
                        join(
                                Arrays.copyOf(out, at),
                                Arrays.copyOfRange(out, at + length, out.length));
            }
            case 6 -> {
                way = "bytes copied";
                System.arraycopy(out, random.nextInt(out.length - length + 1), out, at, length);
            }
            default -> {
                way = "bytes behind";
                byte[] more = random.nextBoolean() ? text(600) : new byte[1 + random.nextInt(8)];
                out = join(out, random.nextInt(4) == 0 ? good : more);
            }
        }
        return all == body ? joined(out) : out;
    }

    /** An element more, less, twice or changed in the file meta group. */
    private byte[] meta() {
        if (meta.isEmpty()) {
            return good;
        }
        Element e = meta.get(random.nextInt(meta.size()));
        byte[] own = Arrays.copyOfRange(good, (int) e.header(), (int) e.end());
        byte[] other =
                switch (random.nextInt(4)) {
                    case 0 -> join(own, own);
                    case 1 -> new byte[0];
                    case 2 ->
                            join(
                                    own,
                                    WrittenParts.element(0x00020102, "OB", text(16), true, false));
                    default -> valued(own, (int) (e.value() - e.header()), text(16), true, false);
                };
        way = "file meta";
        byte[] out =
                join(
                        Arrays.copyOf(good, (int) e.header()),
                        other,
                        Arrays.copyOfRange(good, (int) e.end(), good.length));
        // the length of the group is put right, so that only the change itself can be seen
        Element length = meta.get(0);
        int was = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getInt((int) length.value());
        ByteBuffer.wrap(out)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) length.value(), was + other.length - own.length);
        return out;
    }

    private byte[] element(int n) {
        Element e = elements.get(random.nextInt(elements.size()));
        byte[] own = range(e.header(), e.end());
        int value = (int) (e.value() - e.header());
        byte[] old = Arrays.copyOfRange(own, value, own.length);
        switch (n) {
            case 9, 10 -> {
                way = "an element twice";
                return replaced(e.end(), e.end(), own);
            }
            case 11 -> {
                way = "an element less";
                return replaced(e.header(), e.end(), new byte[0]);
            }
            case 12 -> {
                way = "elements swapped";
                Element other = elements.get(random.nextInt(elements.size()));
                byte[] its = range(other.header(), other.end());
                return other.header() > e.header()
                        ? join(
                                Arrays.copyOf(body, at(e.header())),
                                its,
                                range(e.end(), other.header()),
                                own,
                                Arrays.copyOfRange(body, at(other.end()), body.length))
                        : body;
            }
            case 13, 14 -> {
                way = "an element more";
                int[] tags = {
                    0x00091011, 0x00104000, 0x00081030, 0x00090000, 0x7FE11010, 0x60100022
                };
                int tag = tags[random.nextInt(tags.length)] + random.nextInt(2);
                byte[] more =
                        WrittenParts.element(tag, "LO", text(64), e.explicit(), e.bigEndian());
                return replaced(e.header(), e.header(), more);
            }
            case 15 -> {
                way = "another value representation";
                byte[] vr = own.clone();
                String[] others = {"LO", "UN", "OB", "SH", "LT", "UC"};
                byte[] letters =
                        others[random.nextInt(others.length)].getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(letters, 0, vr, 4, 2);
                return replaced(e.header(), e.end(), e.explicit() ? vr : own);
            }
            case 16 -> {
                way = "padding";
                byte[] padded =
                        join(old, new byte[] {' ', (byte) (random.nextBoolean() ? ' ' : 0)});
                return replaced(
                        e.header(),
                        e.end(),
                        valued(own, value, padded, e.explicit(), e.bigEndian()));
            }
            case 17 -> {
                way = "another pad byte";
                byte[] other = own.clone();
                other[other.length - 1] = (byte) (other[other.length - 1] == ' ' ? 0 : ' ');
                return replaced(e.header(), e.end(), other);
            }
            case 18 -> {
                way = "a value emptied";
                return replaced(
                        e.header(),
                        e.end(),
                        valued(own, value, new byte[0], e.explicit(), e.bigEndian()));
            }
            default -> {
                way = "a second value";
                byte[] more = join(old, new byte[] {'\\'}, Arrays.copyOf(text(64), 13));
                byte[] even = Arrays.copyOf(more, more.length + more.length % 2);
                return replaced(
                        e.header(), e.end(), valued(own, value, even, e.explicit(), e.bigEndian()));
            }
        }
    }

    /** Items twice, gone, with one element more, or with something behind their elements. */
    private byte[] item(int n) {
        Attributes item = items.get(random.nextInt(items.size()));
        Element first = item.size() > 0 ? item.elements().get(0) : elements.get(0);
        byte[] more =
                WrittenParts.element(
                        0x00104000, "LT", text(32), first.explicit(), first.bigEndian());
        byte[] own = range(item.header(), item.end());
        way = "an item";
        byte[] by =
                switch (n) {
                    case 20 -> join(own, own);
                    case 21 -> new byte[0];
                    case 22 -> join(own, more);
                    default -> join(own, text(8));
                };
        // lengths around are not put right where they are stated: then all behind is read otherwise
        Element around = around(item);
        int value = (int) (around.value() - around.header());
        byte[] whole = range(around.header(), around.end());
        int from = (int) (item.header() - around.header());
        byte[] content =
                join(
                        Arrays.copyOfRange(whole, value, from),
                        sized(by, own.length, first.bigEndian()),
                        Arrays.copyOfRange(whole, from + own.length, whole.length));
        return replaced(
                around.header(),
                around.end(),
                around.length() == Element.UNDEFINED
                        ? join(Arrays.copyOf(whole, value), content)
                        : valued(whole, value, content, around.explicit(), around.bigEndian()));
    }

    private Element around(Attributes item) {
        for (Element e : elements) {
            if (e.items() != null && e.items().contains(item)) {
                return e;
            }
        }
        throw new IllegalStateException("no sequence around an item");
    }

    private byte[] fragments(Fragments all, int n) throws IOException {
        List<Fragment> list = all.fragments();
        Fragment f = list.get(random.nextInt(list.size()));
        byte[] own = range(f.value(), f.end());
        switch (n) {
            case 20, 24 -> {
                way = "a fragment more";
                byte[] more = random.nextBoolean() ? own : text(64);
                return replaced(f.end(), f.end(), fragment(more));
            }
            case 21, 25 -> {
                way = "a fragment less";
                return replaced(f.header(), f.end(), new byte[0]);
            }
            case 22, 26 -> {
                way = "a fragment in two";
                int cut = own.length / 4 * 2;
                return replaced(
                        f.header(),
                        f.end(),
                        join(
                                fragment(Arrays.copyOf(own, cut)),
                                fragment(Arrays.copyOfRange(own, cut, own.length))));
            }
            case 23, 27 -> {
                way = "an offset table";
                byte[] table = random.nextBoolean() ? new byte[0] : text(16);
                Fragment old = all.offsetTable();
                return replaced(old.header(), old.end(), fragment(table));
            }
            case 28 -> {
                way = "a codestream longer";
                byte[] more = random.nextBoolean() ? text(32) : new byte[2];
                return replaced(f.header(), f.end(), fragment(join(own, more)));
            }
            default -> {
                return replaced(f.header(), f.end(), fragment(otherwise(own)));
            }
        }
    }

    /** A codestream with a comment, or deflated in another way. */
    private byte[] otherwise(byte[] own) {
        if (own.length < 4 || own[0] != -1) {
            way = "a frame deflated again";
            return deflatedAgain(own);
        }
        way = "a segment put in";
        byte[] text = text(32);
        byte[] segment = join(new byte[] {-1, -2, 0, (byte) (text.length + 2)}, text);
        boolean jpeg2000 = own[1] == 0x4F;
        if (jpeg2000) {
            segment[1] = 0x64;
        }
        int at = jpeg2000 ? afterSize(own) : 2;
        return join(Arrays.copyOf(own, at), segment, Arrays.copyOfRange(own, at, own.length));
    }
}
