package org.pixelanon.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.OverlayPlane;

/** The frames and overlay planes of an opened file. Thread-safe. */
final class Pixels {

    private final Path path;
    private final DicomParser.Parsed parsed;
    private final @Nullable ImageDescription image;
    private final Overlays overlays;
    private final Object lock = new Object();
    private @Nullable PixelSpans spans;
    private @Nullable PlaneViews views;

    Pixels(DicomFile file) throws DicomException {
        this.path = file.path();
        this.parsed = file.parsed();
        this.image = ImageReader.read(path, parsed.dataSet()).orElse(null);
        this.overlays = new Overlays(path, parsed.dataSet(), parsed.source(), image);
    }

    Optional<ImageDescription> image() {
        return Optional.ofNullable(image);
    }

    List<OverlayDescription> overlays() {
        return overlays.planes();
    }

    List<Unprocessed> overlaysNotProcessed() {
        return overlays.notProcessed();
    }

    /** The views, which remember the range of values of the file. */
    PlaneViews views() {
        synchronized (lock) {
            PlaneViews known = views;
            if (known == null) {
                known = new PlaneViews(path, parsed.dataSet(), this);
                views = known;
            }
            return known;
        }
    }

    /** Where the frames lie. */
    PixelSpans spans() throws IOException {
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
                                + " is not encapsulated as "
                                + parsed.syntax()
                                + " asks for");
            }
            return NativePixels.of(path, parsed.source(), shape, data);
        }
        if (shape.floating()) {
            throw new DicomException(path, shape.element() + " is encapsulated");
        }
        Element extended = dataSet.element(Tag.ExtendedOffsetTable);
        long[] offsets =
                extended == null || extended.available() / 8 > shape.frames()
                        ? new long[0]
                        : dataSet.integers(extended, VR.OV);
        return EncapsulatedPixels.of(
                path,
                parsed.source(),
                shape,
                data.fragments(),
                offsets,
                parsed.syntax().deflatesFrames());
    }

    Frame frame(int index) throws IOException {
        ImageDescription shape = required();
        if (index < 0 || index >= shape.frames()) {
            throw new DicomException(
                    path, "there is no frame " + (index + 1) + ", the file has " + shape.frames());
        }
        FrameDecoder decoder = new FrameDecoder(path, shape);
        PixelSpans where = spans();
        if (where instanceof NativePixels pixels) {
            return decoder.decode(pixels, index, parsed.syntax().bigEndian());
        }
        return decoder.decode((EncapsulatedPixels) where, index, parsed.syntax());
    }

    byte[] overlay(OverlayPlane plane) throws IOException {
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
