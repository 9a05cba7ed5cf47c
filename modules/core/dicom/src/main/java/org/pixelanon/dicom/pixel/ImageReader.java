package org.pixelanon.dicom.pixel;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Dictionary;
import org.pixelanon.dicom.data.Tag;

/** Reads and checks the image description of a data set. */
public final class ImageReader {

    private final Path file;
    private final Attributes attributes;
    private final int pixelTag;

    private ImageReader(Path file, Attributes attributes, int pixelTag) {
        this.file = file;
        this.attributes = attributes;
        this.pixelTag = pixelTag;
    }

    /** The image of a data set; empty if it has no pixels. A data set may have only one kind. */
    static Optional<ImageDescription> read(Path file, Attributes attributes) throws DicomException {
        int tag = pixelTag(attributes);
        if (!attributes.contains(tag)) {
            return Optional.empty();
        }
        ImageReader reader = new ImageReader(file, attributes, tag);
        return Optional.of(tag == Tag.PixelData ? reader.read() : reader.readFloating());
    }

    /** The element that holds the planes of a data set; {@link Tag#PixelData} if it has none. */
    public static int pixelTag(Attributes attributes) {
        return IntStream.of(Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData)
                .filter(attributes::contains)
                .findFirst()
                .orElse(Tag.PixelData);
    }

    private void requireOnce() throws DicomException {
        if (attributes.elements().stream().filter(e -> e.tag() == pixelTag).count() > 1) {
            throw refuse(name() + " " + Tag.toString(pixelTag) + " occurs twice");
        }
    }

    private String name() {
        return ImageDescription.element(pixelTag);
    }

    /** Floating samples are one to a pixel and fill their words (PS3.3 C.7.6.24, C.7.6.25). */
    private ImageDescription readFloating() throws DicomException {
        requireOnce();
        int bits = pixelTag == Tag.FloatPixelData ? 32 : 64;
        int samples = attributes.getInt(Tag.SamplesPerPixel, 1);
        int allocated = required(Tag.BitsAllocated);
        PhotometricInterpretation photometric = photometric(samples);
        if (allocated != bits) {
            throw refuse("Bits Allocated " + allocated + " with " + name());
        }
        if (samples != 1 || !photometric.isGrey()) {
            throw refuse(samples + " samples per pixel, " + photometric + ", with " + name());
        }
        return new ImageDescription(
                required(Tag.Rows),
                required(Tag.Columns),
                frames(),
                1,
                bits,
                bits,
                bits - 1,
                true,
                photometric,
                0,
                pixelTag);
    }

    private ImageDescription read() throws DicomException {
        requireOnce();
        int samples = attributes.getInt(Tag.SamplesPerPixel, 1);
        PhotometricInterpretation photometric = photometric(samples);
        int allocated = required(Tag.BitsAllocated);
        int stored = attributes.getInt(Tag.BitsStored, allocated);
        if (allocated != 1
                && allocated != 8
                && allocated != 12
                && allocated != 16
                && allocated != 32) {
            throw refuse("Bits Allocated " + allocated + " is not supported");
        }
        if (stored < 1 || stored > allocated) {
            throw refuse("Bits Stored " + stored + " of " + allocated + " bits allocated");
        }
        int high = attributes.getInt(Tag.HighBit, stored - 1);
        if (high < stored - 1 || high >= allocated) {
            high = stored - 1;
        }
        if (samples != photometric.samplesPerPixel()) {
            throw refuse(samples + " samples per pixel with " + photometric);
        }
        if (samples > 1 && allocated != 8 && allocated != 16 && allocated != 32) {
            throw refuse("Bits Allocated " + allocated + " with " + samples + " samples");
        }
        return new ImageDescription(
                required(Tag.Rows),
                required(Tag.Columns),
                frames(),
                samples,
                allocated,
                stored,
                high,
                attributes.getInt(Tag.PixelRepresentation, 0) == 1,
                photometric,
                samples > 1 && attributes.getInt(Tag.PlanarConfiguration, 0) == 1 ? 1 : 0,
                Tag.PixelData);
    }

    private PhotometricInterpretation photometric(int samples) throws DicomException {
        Optional<String> stated = attributes.getString(Tag.PhotometricInterpretation);
        if (stated.isEmpty()) {
            return samples == 3
                    ? PhotometricInterpretation.RGB
                    : PhotometricInterpretation.MONOCHROME2;
        }
        return PhotometricInterpretation.of(stated.get())
                .orElseThrow(
                        () ->
                                refuse(
                                        "the Photometric Interpretation (0028,0004) is not"
                                                + " supported"));
    }

    /** The number stated, at least 1; what more is in Pixel Data is surplus. */
    private int frames() {
        String stated = attributes.getString(Tag.NumberOfFrames).orElse("0");
        int digits = digits(stated);
        return isNumber(digits) ? Math.max(1, Integer.parseInt(stated.substring(0, digits))) : 1;
    }

    /** Returns whether Number of Frames is a number, empty or absent. */
    public static boolean statesFrames(Attributes attributes) {
        return isNumber(digits(attributes.getString(Tag.NumberOfFrames).orElse("0")));
    }

    /** Digits with something behind them are met in the field; the length of the pixels judges. */
    private static int digits(String stated) {
        int end = 0;
        while (end < stated.length() && stated.charAt(end) >= '0' && stated.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static boolean isNumber(int digits) {
        return digits > 0 && digits <= 9;
    }

    private int required(int tag) throws DicomException {
        int value = attributes.getInt(tag, 0);
        if (value < 1) {
            throw refuse(name() + " without " + Dictionary.keyword(tag) + " " + Tag.toString(tag));
        }
        return value;
    }

    private DicomException refuse(String reason) {
        return new DicomException(file, reason);
    }
}
