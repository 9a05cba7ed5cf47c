package org.pixelanon.dicom.redact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.deflate.DeflatedFrame;
import org.pixelanon.codec.jpeg.JpegEditor;
import org.pixelanon.codec.jpeg.JpegHeader;
import org.pixelanon.codec.jpeg.JpegThumbnails;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Fragments;
import org.pixelanon.dicom.data.Fragments.Fragment;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.TransferSyntax;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.dicom.pixel.EncapsulatedPixels;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.pixel.FrameDecoder;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.NativePixels;
import org.pixelanon.dicom.pixel.OrderedFrames;
import org.pixelanon.dicom.pixel.PhotometricInterpretation;
import org.pixelanon.model.PixelRectangle;

/** Writes Pixel Data with rectangles filled, and the offset tables that go with them. */
final class PixelDataWriter {

    private static final ElementWriter LITTLE = new ElementWriter(true, false);
    private static final long LONGEST_VALUE = 0xFFFFFFFEL;

    private final DicomFile file;
    private final PixelEdit form;
    private final TransferSyntax target;
    private final CopyOutput out;
    private final ImageDescription image;
    private final SortedMap<Integer, List<RectangleFill.Area>> areas;
    private final PixelEdit.Words words;
    private final Set<Integer> thumbnails;
    private final PhotometricInterpretation photometric;
    private final TreeMap<Integer, Long> tablePlaces = new TreeMap<>();
    private final long[] offsets;
    private final long[] lengths;

    PixelDataWriter(
            DicomFile file,
            RedactionTargets targets,
            PixelEdit form,
            TransferSyntax target,
            CopyOutput out)
            throws IOException {
        this.target = target;
        this.thumbnails = targets.thumbnails();
        this.file = file;
        this.form = form;
        this.out = out;
        if (form == PixelEdit.UNTOUCHED) {
            this.image = NONE;
            this.photometric = PhotometricInterpretation.MONOCHROME2;
            this.areas = new TreeMap<>();
            this.words = frame -> new long[1];
        } else {
            this.image = file.image().orElseThrow();
            this.photometric = PixelEdit.photometric(file, form);
            // JPEG blanks whole blocks in its own way
            this.words =
                    form == PixelEdit.JPEG_BLOCKS
                            ? frame -> new long[3]
                            : PixelEdit.words(file, photometric, target);
            this.areas = PixelEdit.areas(file, targets);
        }
        this.offsets = new long[image.frames()];
        this.lengths = new long[image.frames()];
    }

    /** The areas of a frame with what is written there. */
    private List<RectangleFill.Area> filled(int index) throws IOException {
        long[] own = areas.containsKey(index) ? words.in(index) : new long[0];
        return areas.getOrDefault(index, List.of()).stream()
                .map(area -> area.overlay() ? area : area.with(own))
                .toList();
    }

    private SortedMap<Integer, List<RectangleFill.Area>> filled() throws IOException {
        TreeMap<Integer, List<RectangleFill.Area>> out = new TreeMap<>();
        for (int index : areas.keySet()) {
            out.put(index, filled(index));
        }
        return out;
    }

    private static final ImageDescription NONE =
            new ImageDescription(
                    1,
                    1,
                    1,
                    1,
                    8,
                    8,
                    7,
                    false,
                    PhotometricInterpretation.MONOCHROME2,
                    0,
                    Tag.PixelData);

    /** Returns whether an element is written by this class. */
    boolean handles(Element e) {
        boolean table =
                e.tag() == Tag.ExtendedOffsetTable || e.tag() == Tag.ExtendedOffsetTableLengths;
        return switch (form) {
            case UNTOUCHED -> false;
            case NATIVE, DECOMPRESSED, TRANSCODED -> e.tag() == image.pixelTag();
            case WRAPPED, REENCODED, JPEG_BLOCKS -> e.tag() == image.pixelTag() || table;
        };
    }

    void write(Element e) throws IOException {
        if (e.tag() != image.pixelTag()) {
            extendedTable(e);
        } else if (form == PixelEdit.NATIVE) {
            NativePixels pixels = (NativePixels) file.pixels().spans();
            out.verbatim(file.source(), e.header(), e.value());
            RectangleFill fill =
                    new RectangleFill(RectangleFill.Layout.of(image, pixels, e), filled());
            out.filled(file.source(), e.value(), e.available(), fill);
        } else if (form == PixelEdit.DECOMPRESSED) {
            decompressed(e);
        } else if (form == PixelEdit.TRANSCODED) {
            transcoded(e);
        } else {
            fragments(e, (EncapsulatedPixels) file.pixels().spans());
        }
    }

    /** A table of the wrong size said nothing and is left out. */
    private void extendedTable(Element e) throws IOException {
        if (e.available() != 8L * image.frames()) {
            return;
        }
        out.verbatim(file.source(), e.header(), e.value());
        tablePlaces.put(e.tag(), out.position());
        out.verbatim(file.source(), e.value(), e.end());
        if (e.tag() == Tag.ExtendedOffsetTableLengths) {
            long[] stated = file.attributes().integers(e, VR.OV);
            System.arraycopy(stated, 0, lengths, 0, lengths.length);
        }
    }

    private void fragments(Element e, EncapsulatedPixels pixels) throws IOException {
        Fragments all = pixels.fragments();
        ByteSource source = file.source();
        out.verbatim(source, e.header(), e.value());
        int table = all.offsetTable().length() > 0 ? 4 * image.frames() : 0;
        out.bytes(LITTLE.item(Tag.Item, new byte[table]));
        long base = out.position();
        OrderedFrames.inOrder(
                image.frames(),
                image.pixels() * image.samplesPerPixel() * image.bitsAllocated() / 8,
                index -> isWritten(index) ? edited(pixels, index) : new byte[0],
                (index, bytes) -> {
                    offsets[index] = out.position() - base;
                    if (isWritten(index)) {
                        lengths[index] = bytes.length;
                        out.bytes(LITTLE.item(Tag.Item, bytes));
                    } else {
                        List<Fragment> own = pixels.fragmentsOf(index);
                        out.verbatim(source, own.get(0).header(), own.get(own.size() - 1).end());
                    }
                });
        List<Fragment> list = all.fragments();
        out.verbatim(source, list.get(list.size() - 1).end(), e.end());
        if (table > 0) {
            basicTable(base - table);
        }
    }

    /** All frames in another syntax, each in one fragment. */
    private void transcoded(Element e) throws IOException {
        out.bytes(ElementWriter.like(e).header(e.tag(), VR.OB, -1));
        int table = 4 * image.frames();
        out.bytes(LITTLE.item(Tag.Item, new byte[table]));
        long base = out.position();
        FrameEncoder codec = encoder();
        FrameShape shape = PixelEdit.shape(file, true);
        boolean like = PixelEdit.isLike(file, target);
        OrderedFrames.inOrder(
                image.frames(),
                image.pixels() * image.samplesPerPixel() * image.codedBits() / 8,
                index -> codec.encode(samples(index), shape, like ? coded(index) : null),
                (index, bytes) -> {
                    offsets[index] = out.position() - base;
                    out.bytes(LITTLE.item(Tag.Item, bytes));
                });
        out.bytes(LITTLE.item(Tag.SequenceDelimitationItem, new byte[0]));
        basicTable(base - table);
    }

    private byte[] coded(int index) throws IOException {
        return file.pixels().spans().frameBytes(index);
    }

    private void basicTable(long place) throws IOException {
        if (offsets[offsets.length - 1] > 0xFFFFFFFFL) {
            throw new DicomException(
                    file.path(), "the Basic Offset Table cannot hold more than 4 GiB");
        }
        ByteBuffer b = ByteBuffer.allocate(4 * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long offset : offsets) {
            b.putInt((int) offset);
        }
        out.patch(place, b.array());
    }

    /** Returns whether a frame is not copied as it is. */
    private boolean isWritten(int index) {
        return areas.containsKey(index) || thumbnails.contains(index);
    }

    private byte[] edited(EncapsulatedPixels pixels, int index) throws IOException {
        if (!areas.containsKey(index)) {
            return JpegThumbnails.removed(pixels.frameBytes(index));
        }
        if (form == PixelEdit.WRAPPED) {
            byte[] bytes = pixels.nativeBytes(index);
            NativePixels samples = pixels.asNative(index);
            RectangleFill.Layout own =
                    new RectangleFill.Layout(
                            image.columns(),
                            image.rows(),
                            image.samplesPerPixel(),
                            image.bitsAllocated(),
                            image.planarConfiguration() == 1,
                            image.photometric().isSubsampled(),
                            image.columns() + (samples.paddedPairs() ? image.columns() & 1 : 0),
                            false,
                            false,
                            samples.bitsPerFrame(),
                            bytes.length);
            fill(own, index, bytes);
            return file.transferSyntax().deflatesFrames() ? DeflatedFrame.deflate(bytes) : bytes;
        }
        byte[] coded = pixels.frameBytes(index);
        if (form == PixelEdit.JPEG_BLOCKS) {
            return blocks(coded, index);
        }
        try {
            return reencoded(coded, index);
        } catch (CodecException e) {
            throw new DicomException(
                    file.path(), "frame " + (index + 1) + ": " + e.getMessage(), e);
        }
    }

    private byte[] reencoded(byte[] coded, int index) throws IOException {
        FrameEncoder codec = encoder();
        FrameShape shape = PixelEdit.shape(file, false);
        byte[] samples = codec.decode(coded, shape);
        FrameDecoder.requireSingleBits(image, samples); // a copy could not be read either
        if (shape.equals(image.shape())) {
            file.pixels().remember(index, samples);
        }
        fill(RectangleFill.Layout.interleaved(image), index, samples);
        return codec.encode(samples, shape, coded);
    }

    private FrameEncoder encoder() {
        return FrameCodecs.encoder(target.uid())
                .orElseThrow(() -> new IllegalStateException("no encoder for " + target));
    }

    private byte[] blocks(byte[] coded, int index) throws IOException {
        FrameDecoder decoder = new FrameDecoder(file.path(), image);
        try {
            PhotometricInterpretation meaning = decoder.photometric(coded, file.transferSyntax());
            int precision = JpegHeader.of(coded).precision();
            return JpegEditor.blank(
                    coded,
                    decoder.shape(file.transferSyntax()),
                    inSamples(index, precision),
                    BlackValue.jpeg(file, image, meaning, precision));
        } catch (CodecException e) {
            throw new DicomException(
                    file.path(), "frame " + (index + 1) + ": " + e.getMessage(), e);
        }
    }

    /** The rectangles of samples. Bits of overlays above the precision of a frame are none. */
    private List<PixelRectangle> inSamples(int index, int precision) throws DicomException {
        List<PixelRectangle> rectangles = new ArrayList<>();
        for (RectangleFill.Area area : areas.getOrDefault(index, List.of())) {
            if (!area.overlay()) {
                rectangles.add(area.rectangle());
            } else if (area.mask() >>> precision == 0) {
                throw new DicomException(
                        file.path(),
                        "overlays in JPEG samples cannot be redacted in this syntax; choose a "
                                + "lossless --transfer-syntax");
            }
        }
        return rectangles;
    }

    private void fill(RectangleFill.Layout layout, int index, byte[] samples) throws IOException {
        TreeMap<Integer, List<RectangleFill.Area>> one = new TreeMap<>();
        one.put(0, filled(index));
        new RectangleFill(layout, one).apply(ByteBuffer.wrap(samples), 0);
    }

    private void decompressed(Element e) throws IOException {
        long frame = image.pixels() * image.samplesPerPixel() * image.bitsAllocated() / 8;
        long total = frame * image.frames();
        if (total + 1 > LONGEST_VALUE) {
            throw new DicomException(
                    file.path(), total + " bytes of decompressed pixels are too large");
        }
        VR vr = image.bitsAllocated() > 8 ? VR.OW : VR.OB;
        out.bytes(ElementWriter.like(e).header(e.tag(), vr, total + (total & 1)));
        OrderedFrames.inOrder(
                image.frames(), frame, this::decoded, (index, bytes) -> out.bytes(bytes));
        if ((total & 1) != 0) {
            out.bytes(new byte[1]);
        }
    }

    private byte[] decoded(int index) throws IOException {
        byte[] samples = samples(index);
        return image.planarConfiguration() == 1
                ? planes(samples, image.bitsAllocated() / 8, image.samplesPerPixel())
                : samples;
    }

    /** The words of a frame with rectangles filled, samples of a pixel side by side. */
    private byte[] samples(int index) throws IOException {
        Frame frame = file.frame(index);
        if (frame.photometric() != photometric) {
            throw new DicomException(
                    file.path(),
                    "frame " + (index + 1) + " has a different colour model than " + "frame 1");
        }
        int unit = image.codedBits() / 8;
        byte[] samples = new byte[frame.length() * unit];
        for (int i = 0; i < frame.length(); i++) {
            int word = frame.word(i);
            for (int k = 0; k < unit; k++) {
                samples[i * unit + k] = (byte) (word >>> 8 * k);
            }
        }
        fill(RectangleFill.Layout.interleaved(image), index, samples);
        return samples;
    }

    private static byte[] planes(byte[] samples, int unit, int channels) {
        byte[] out = new byte[samples.length];
        int pixels = samples.length / unit / channels;
        for (int i = 0; i < samples.length; i++) {
            int word = i / unit;
            int to = (word % channels * pixels + word / channels) * unit + i % unit;
            out[to] = samples[i];
        }
        return out;
    }

    /** Fills the extended tables, which stand before the frames. */
    void finish() throws IOException {
        Long place = tablePlaces.get(Tag.ExtendedOffsetTable);
        if (place != null) {
            out.patch(place, longs(offsets));
        }
        Long lengthsPlace = tablePlaces.get(Tag.ExtendedOffsetTableLengths);
        if (lengthsPlace != null) {
            out.patch(lengthsPlace, longs(lengths));
        }
    }

    private static byte[] longs(long[] values) {
        ByteBuffer b = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            b.putLong(value);
        }
        return b.array();
    }
}
