package org.pixelanon.dicom.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Fragments;
import org.pixelanon.dicom.data.Fragments.Fragment;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.TransferSyntax;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.OverlayDescription;
import org.pixelanon.model.ToleratedDifference;

/**
 * Walks the bytes of a copy from first to last. Each is a byte of the original in its place, or
 * belongs to an element that must differ and is then correct, or to planes that were to be changed,
 * whose positions are returned. Nothing that the copy states guides the walk.
 */
final class LayoutCheck {

    private static final byte[] DELIMITER = {-2, -1, -35, -32, 0, 0, 0, 0};

    private final ExpectedChanges plan;
    private final DicomFile original;
    private final DicomFile copy;
    private final ProofTally tally;
    private final Map<Integer, Long> skipped = new HashMap<>();
    private final Map<Integer, Long> tables = new HashMap<>();
    private final List<List<Fragment>> places = new ArrayList<>();
    private ByteSource from;
    private ByteSource to;
    private long at;
    private long base;
    private long[] offsets = {};
    private long[] lengths = {};

    LayoutCheck(ExpectedChanges plan, DicomFile copy, ProofTally tally) {
        this.plan = plan;
        this.original = plan.original();
        this.copy = copy;
        this.tally = tally;
        this.from = original.parsed().fileSource();
        this.to = copy.parsed().fileSource();
    }

    /** The copy lies differently from it must. */
    static final class Astray extends IOException {
        private static final long serialVersionUID = 1L;

        private final String what;

        Astray(String what) {
            super(what);
            this.what = what;
        }

        /** What is wrong, and where. */
        String what() {
            return what;
        }
    }

    /**
     * Compares everything but the samples of touched planes.
     *
     * @param statements the elements that are otherwise
     * @throws Astray if a byte is not what it must be
     */
    void run(byte[] meta, SortedMap<Integer, byte[]> statements) throws IOException {
        long prefix =
                meta.length == 0 ? original.parsed().dataSetStart() : original.fileMeta().start();
        verbatim(0, prefix);
        exactly(meta);
        tally.identicalElements(original.fileMeta().size());
        require(at == copy.parsed().dataSetStart(), "the data set begins at a different byte");
        from = original.source();
        to = copy.source();
        if (copy.parsed().syntax().deflated()) {
            at = 0;
            tally.tolerate(ToleratedDifference.DEFLATE);
        }
        dataSet(statements);
        require(at == to.size(), "bytes after its end");
        finish();
    }

    private void dataSet(SortedMap<Integer, byte[]> statements) throws IOException {
        TreeMap<Integer, byte[]> added = new TreeMap<>(statements);
        Attributes attributes = original.attributes();
        attributes.elements().forEach(e -> added.remove(e.tag()));
        long done = attributes.start();
        for (Element e : attributes.elements()) {
            while (!added.isEmpty() && Integer.compareUnsigned(added.firstKey(), e.tag()) < 0) {
                verbatim(done, e.header());
                done = e.header();
                exactly(added.pollFirstEntry().getValue());
                tally.changedElement();
            }
            verbatim(done, e.header());
            done = e.end();
            byte[] statement = statements.get(e.tag());
            if (statement != null) {
                exactly(statement);
                tally.changedElement();
            } else if (!planes(e)) {
                verbatim(e.header(), e.end());
                tally.identicalElements(1);
            } else {
                tally.changedElement();
            }
        }
        verbatim(done, attributes.end());
        for (byte[] statement : added.values()) {
            exactly(statement);
            tally.changedElement();
        }
        verbatim(attributes.end(), from.size());
    }

    /** Goes through an element with planes that change, or with what names their places. */
    private boolean planes(Element e) throws IOException {
        for (OverlayDescription o : plan.overlays()) {
            if (e.tag() == Tag.of(o.group(), Tag.OVERLAY_DATA) && plan.isTouched(o)) {
                inPlace(e);
                return true;
            }
        }
        Optional<Element> pixels = plan.touchedPixels();
        if (pixels.isEmpty()) {
            return false;
        }
        if (e.equals(pixels.get())) {
            pixels(e, plan.touchedImage().orElseThrow());
            return true;
        }
        boolean table =
                e.tag() == Tag.ExtendedOffsetTable || e.tag() == Tag.ExtendedOffsetTableLengths;
        if (table && pixels.get().fragments() != null) {
            extendedTable(e, plan.touchedImage().orElseThrow().frames());
            return true;
        }
        return false;
    }

    private void inPlace(Element e) throws IOException {
        verbatim(e.header(), e.value());
        skipped.put(e.tag(), at);
        skip(e.available());
    }

    /** A table of the wrong size said nothing and is left out. */
    private void extendedTable(Element e, int frames) throws IOException {
        tally.tolerate(ToleratedDifference.OFFSET_TABLES);
        if (e.available() == 8L * frames) {
            verbatim(e.header(), e.value());
            tables.put(e.tag(), at);
            at += e.available();
            verbatim(e.value() + e.available(), e.end());
        }
    }

    private void pixels(Element e, ImageDescription image) throws IOException {
        if (plan.isTranscoded() && !plan.target().encapsulated()) {
            long total =
                    image.pixels()
                            * image.samplesPerPixel()
                            * image.bitsAllocated()
                            / 8
                            * image.frames();
            VR vr = image.bitsAllocated() > 8 ? VR.OW : VR.OB;
            TransferSyntax own = original.transferSyntax();
            surplus(e, image, new UnpackedFrames(original, image, own, e));
            exactly(ElementBytes.like(e).header(e.tag(), vr, total + total % 2));
            skipped.put(e.tag(), at);
            skip(total);
            exactly(new byte[(int) (total % 2)]);
        } else if (plan.isTranscoded()) {
            exactly(ElementBytes.like(e).header(e.tag(), VR.OB, Element.UNDEFINED));
            fragments(e, image, 4 * image.frames());
            exactly(DELIMITER);
        } else if (e.fragments() == null) {
            inPlace(e);
        } else {
            verbatim(e.header(), e.value());
            boolean table = e.fragments().offsetTable().length() > 0;
            fragments(e, image, table ? 4 * image.frames() : 0);
            List<Fragment> all = e.fragments().fragments();
            verbatim(all.get(all.size() - 1).end(), e.end());
        }
    }

    /** Frames that were to change are in one fragment each, all others in those they were in. */
    private void fragments(Element e, ImageDescription image, int table) throws IOException {
        UnpackedFrames before = new UnpackedFrames(original, image, original.transferSyntax(), e);
        surplus(e, image, before);
        exactly(item(table));
        tables.put(Tag.Item, at);
        at += table;
        base = at;
        if (table > 0) {
            tally.tolerate(ToleratedDifference.OFFSET_TABLES);
        }
        offsets = new long[image.frames()];
        lengths = new long[image.frames()];
        for (int i = 0; i < image.frames(); i++) {
            offsets[i] = at - base;
            boolean written = plan.isTouched(i) || plan.losesThumbnailsOnly(i);
            if (written || plan.isTranscoded()) {
                lengths[i] = fragment();
                places.add(List.of(new Fragment(at - 8, lengths[i], false)));
                skip(lengths[i]);
                anew();
                if (before.fragments(i).size() > 1) {
                    tally.tolerate(ToleratedDifference.FRAGMENT_BORDERS);
                }
            } else {
                List<Fragment> own = before.fragments(i);
                verbatim(own.get(0).header(), own.get(own.size() - 1).end());
                lengths[i] = -1;
                places.add(List.of());
            }
        }
    }

    /** Samples in fragments are as they are; codestreams are not. */
    private void anew() {
        if (plan.target().deflatesFrames()) {
            tally.tolerate(ToleratedDifference.DEFLATE);
        } else if (!plan.target().wrapsNative()) {
            tally.tolerate(ToleratedDifference.CODESTREAMS);
        }
    }

    /** What lies behind the last frame goes with the codestreams around it. */
    private void surplus(Element e, ImageDescription image, UnpackedFrames before) {
        Fragments all = e.fragments();
        boolean more;
        if (all == null) {
            FrameWords.Native frames = before.inElement();
            more = e.available() - (frames.bits() * image.frames() + 7) / 8 > 1;
        } else {
            List<Fragment> last = before.fragments(image.frames() - 1);
            List<Fragment> list = all.fragments();
            more = last.get(last.size() - 1).end() < list.get(list.size() - 1).end();
        }
        if (more) {
            tally.tolerate(ToleratedDifference.SURPLUS_FRAMES);
        }
    }

    private static byte[] item(long length) {
        return new ElementBytes(false, false).header(Tag.Item, VR.UN, length);
    }

    /** The length of the item that begins here. */
    private long fragment() throws IOException {
        require(at + 8 <= to.size(), "a fragment is missing");
        long length =
                ByteBuffer.wrap(to.read(at + 4, 4)).order(ByteOrder.LITTLE_ENDIAN).getInt()
                        & 0xFFFFFFFFL;
        exactly(item(length));
        return length;
    }

    /** Compares the tables, now that the places of all frames are known. */
    private void finish() throws IOException {
        Optional<Element> pixels = plan.touchedPixels();
        if (pixels.isEmpty() || offsets.length == 0) {
            return;
        }
        at = tables.getOrDefault(Tag.Item, 0L);
        if (base > at) {
            ByteBuffer table =
                    ByteBuffer.allocate(4 * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
            for (long offset : offsets) {
                table.putInt((int) offset);
            }
            exactly(table.array());
        }
        extended(Tag.ExtendedOffsetTable, offsets, new long[offsets.length]);
        Element stated = original.attributes().element(Tag.ExtendedOffsetTableLengths);
        if (stated != null && stated.available() == 8L * lengths.length) {
            extended(
                    Tag.ExtendedOffsetTableLengths,
                    lengths,
                    original.attributes().integers(stated, VR.OV));
        }
    }

    /** Frames that did not change are as long as was stated. */
    private void extended(int tag, long[] values, long[] stated) throws IOException {
        Long place = tables.get(tag);
        if (place == null) {
            return;
        }
        at = place;
        ByteBuffer table = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.length; i++) {
            table.putLong(values[i] < 0 ? stated[i] : values[i]);
        }
        exactly(table.array());
    }

    /** Leaves the bytes of planes to others. */
    private void skip(long length) throws IOException {
        at += length;
        require(at <= to.size(), "it ends too early");
    }

    /** Where the frames that changed lie in their fragments; those that did not have none. */
    List<List<Fragment>> places() {
        return places;
    }

    /** Returns whether planes that lie in an element are found where they were left to others. */
    void requireSamePlanes() throws IOException {
        for (Map.Entry<Integer, Long> place : skipped.entrySet()) {
            Element found = copy.attributes().element(place.getKey());
            require(
                    found != null && found.fragments() == null && found.value() == place.getValue(),
                    Tag.toString(place.getKey()) + " is at a different place");
        }
    }

    private void verbatim(long first, long behind) throws IOException {
        long length = behind - first;
        require(
                at + length <= to.size()
                        && ByteSource.same(from, first, behind, to, at, at + length),
                "bytes differ from the original");
        at += length;
    }

    private void exactly(byte[] bytes) throws IOException {
        require(
                at + bytes.length <= to.size() && Arrays.equals(bytes, to.read(at, bytes.length)),
                "unexpected bytes");
        at += bytes.length;
    }

    private void require(boolean right, String what) throws IOException {
        if (!right) {
            throw new Astray(what + ", at byte " + at + "");
        }
    }
}
