package org.pixelanon.dicom.pixel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.DicomParser;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneImage;

/** The frames and overlay planes of an opened file. Thread-safe. */
public final class Pixels {

    private final Path path;
    private final DicomParser.Parsed parsed;
    private final @Nullable ImageDescription image;
    private final Overlays overlays;
    private final UndescribedBits undescribed;
    private final Map<Integer, Frame.WordBits> wordBits = new ConcurrentHashMap<>();
    private final Object lock = new Object();
    private @Nullable PixelSpans spans;

    /**
     * Finds the frames and overlay planes.
     *
     * @param path for messages
     * @param parsed the open file
     * @throws DicomException if the image description contradicts itself
     */
    public Pixels(Path path, DicomParser.Parsed parsed) throws DicomException {
        this.path = path;
        this.parsed = parsed;
        this.image = ImageReader.read(path, parsed.dataSet()).orElse(null);
        this.overlays = new Overlays(path, parsed.dataSet(), parsed.source(), image);
        this.undescribed =
                image == null ? UndescribedBits.NONE : UndescribedBits.of(image, overlays.planes());
    }

    /** The shape of the image; empty if the file has none. */
    public Optional<ImageDescription> image() {
        return Optional.ofNullable(image);
    }

    /** The overlay planes in the order of their groups. */
    public List<OverlayDescription> overlays() {
        return overlays.planes();
    }

    /** Overlays that are no plane, and what stands behind one. */
    public List<Unprocessed> overlaysNotProcessed() {
        return overlays.notProcessed();
    }

    /** The bits of words that no element describes. */
    public UndescribedBits undescribed() {
        return undescribed;
    }

    /** What the words of a frame have in common; it is decoded only if it never was before. */
    public Frame.WordBits wordBits(int index) throws IOException {
        Frame.WordBits known = wordBits.get(index);
        return known == null ? remembered(index, frame(index)) : known;
    }

    /** Looks at the words of a frame that somebody decoded, little endian and side by side. */
    public void remember(int index, byte[] samples) throws DicomException {
        if (!undescribed.none() && !wordBits.containsKey(index)) {
            ImageDescription shape = required();
            FrameDecoder decoder = new FrameDecoder(path, shape);
            remembered(index, decoder.frame(samples, false, shape.photometric()));
        }
    }

    private Frame.WordBits remembered(int index, Frame frame) {
        return wordBits.computeIfAbsent(index, i -> frame.wordBits());
    }

    /** Returns whether a frame holds undescribed data. */
    public boolean holdsUndescribed(int index) throws IOException {
        return !undescribed.none() && undescribed.anyIn(wordBits(index));
    }

    /** The pictures in a frame that no element describes. */
    public List<PlaneImage> undescribed(int index, Frame frame) throws IOException {
        return holdsUndescribed(index) ? UndescribedViews.of(frame, undescribed) : List.of();
    }

    /** The bits that hold something in any frame; decodes those that were not yet looked at. */
    public long bitsUndescribed() throws IOException {
        long bits = 0;
        for (int i = 0; !undescribed.none() && i < required().frames(); i++) {
            bits |= holdsUndescribed(i) ? wordBits(i).set() & undescribed.mask() : 0;
        }
        return bits;
    }

    /** Every plane of the file: all image frames, then overlay by overlay each of its frames. */
    public List<PlaneGeometry> planes() {
        List<PlaneGeometry> out = new ArrayList<>();
        if (image != null) {
            for (int i = 0; i < image.frames(); i++) {
                out.add(new PlaneGeometry(new FramePlane(i), image.columns(), image.rows(), 0, 0));
            }
        }
        for (OverlayDescription o : overlays.planes()) {
            for (int i = 0; i < o.frames(); i++) {
                out.add(
                        new PlaneGeometry(
                                new OverlayPlane(o.group(), i),
                                o.columns(),
                                o.rows(),
                                o.originX(),
                                o.originY()));
            }
        }
        return out;
    }

    /** Where the frames lie. */
    public PixelSpans spans() throws IOException {
        synchronized (lock) {
            PixelSpans known = spans;
            if (known == null) {
                known = findSpans();
                spans = known;
            }
            return known;
        }
    }

    private ImageDescription required() throws DicomException {
        if (image == null) {
            throw new DicomException(path, "has no image");
        }
        return image;
    }

    private PixelSpans findSpans() throws IOException {
        ImageDescription shape = required();
        Attributes dataSet = parsed.dataSet();
        Element data = dataSet.element(shape.pixelTag());
        if (data == null || data.available() == 0) {
            throw new DicomException(path, shape.element() + " is empty");
        }
        if (data.fragments() == null) {
            if (parsed.syntax().encapsulated()) {
                throw new DicomException(
                        path,
                        shape.element()
                                + " is not encapsulated, but "
                                + parsed.syntax()
                                + " requires it");
            }
            return NativePixels.of(path, parsed.source(), shape, data);
        }
        if (shape.floating()) {
            throw new DicomException(path, shape.element() + " is encapsulated");
        }
        Element extended = dataSet.element(Tag.ExtendedOffsetTable);
        long[] offsets =
                extended == null || extended.available() / 8 > data.fragments().fragments().size()
                        ? new long[0]
                        : dataSet.integers(extended, VR.OV);
        return EncapsulatedPixels.of(
                path, parsed.source(), shape, data.fragments(), offsets, parsed.syntax());
    }

    /** Decodes a frame, 0-based. */
    public Frame frame(int index) throws IOException {
        ImageDescription shape = required();
        if (index < 0 || index >= shape.frames()) {
            throw new DicomException(
                    path, "there is no frame " + (index + 1) + ", the file has " + shape.frames());
        }
        FrameDecoder decoder = new FrameDecoder(path, shape);
        Frame frame =
                spans() instanceof NativePixels pixels
                        ? decoder.decode(pixels, index, parsed.syntax().bigEndian())
                        : decoder.decode((EncapsulatedPixels) spans(), index, parsed.syntax());
        if (!undescribed.none()) {
            remembered(index, frame);
        }
        return frame;
    }

    /** The bits of an overlay plane, a byte each, row by row. */
    public byte[] overlay(OverlayPlane plane) throws IOException {
        for (OverlayDescription o : overlays.planes()) {
            if (o.group() == plane.group() && plane.index() < o.frames()) {
                return o.embedded() ? embedded(o, plane.index()) : overlays.bits(o, plane.index());
            }
        }
        throw new DicomException(path, "there is no " + plane);
    }

    private byte[] embedded(OverlayDescription overlay, int index) throws IOException {
        Frame frame = frame(index);
        byte[] out = new byte[frame.length()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (frame.word(i) >>> overlay.bitPosition() & 1);
        }
        return out;
    }
}
