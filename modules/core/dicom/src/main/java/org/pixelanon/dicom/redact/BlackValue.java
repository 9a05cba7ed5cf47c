package org.pixelanon.dicom.redact;

import java.io.IOException;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.pixel.FloatPadding;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.PhotometricInterpretation;
import org.pixelanon.dicom.render.FloatRange;
import org.pixelanon.dicom.render.Palette;

/** The stored value that displays black (DICOM PS3.3 C.7.6.3.1.2). */
public final class BlackValue {

    private BlackValue() {}

    /**
     * The value of each sample of a pixel, at its place in the word.
     *
     * @param photometric what the samples mean as they are stored in the copy
     */
    public static long[] words(
            DicomFile file, ImageDescription image, PhotometricInterpretation photometric)
            throws IOException {
        if (image.floating()) {
            return new long[] {floating(file, image, photometric)};
        }
        int bits = image.bitsStored();
        long middle = 1L << bits - 1;
        long full = (1L << bits) - 1;
        long lowest = image.signed() ? middle : 0;
        long highest = image.signed() ? middle - 1 : full;
        long[] values =
                switch (photometric) {
                    case MONOCHROME2 -> new long[] {lowest};
                    case MONOCHROME1 -> new long[] {highest};
                    case PALETTE_COLOR -> new long[] {darkest(file, image)};
                    // JPEG 2000 undoes its own transforms: what is edited is RGB
                    case RGB, YBR_ICT, YBR_RCT -> new long[] {lowest, lowest, lowest};
                    default -> new long[] {0, middle, middle};
                };
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] & full) << image.shift();
        }
        return values;
    }

    /**
     * Zero, or what lies still further at the black end of the file: its lowest number, in
     * MONOCHROME1 its highest. The values of a map mean something, so there is no lowest one that
     * is always black: that of the format would leave no viewer a range to display.
     */
    private static long floating(
            DicomFile file, ImageDescription image, PhotometricInterpretation photometric)
            throws IOException {
        FloatPadding padding = FloatPadding.of(file.attributes(), image);
        double darkest = 0;
        for (int i = 0; i < image.frames(); i++) {
            double[] range = FloatRange.range(file.frame(i), padding);
            darkest =
                    photometric == PhotometricInterpretation.MONOCHROME1
                            ? Math.max(darkest, range[1])
                            : Math.min(darkest, range[0]);
        }
        // no negative zero
        double fill = darkest + 0.0;
        return image.bitsAllocated() == 64
                ? Double.doubleToRawLongBits(fill)
                : Float.floatToRawIntBits((float) fill) & 0xFFFFFFFFL;
    }

    /**
     * The value of each sample of a pixel in a JPEG frame, which may hold fewer bits than its file
     * says, and then none of them is a sign.
     *
     * @param photometric what the samples of the frame mean
     * @param precision bits of a sample in the frame
     */
    static long[] jpeg(
            DicomFile file,
            ImageDescription image,
            PhotometricInterpretation photometric,
            int precision)
            throws IOException {
        if (precision > image.highBit()) {
            return words(file, image, photometric);
        }
        ImageDescription narrow =
                new ImageDescription(
                        image.rows(),
                        image.columns(),
                        image.frames(),
                        image.samplesPerPixel(),
                        image.bitsAllocated(),
                        precision,
                        precision - 1,
                        false,
                        image.photometric(),
                        image.planarConfiguration(),
                        image.pixelTag());
        return words(file, narrow, photometric);
    }

    /** The index whose colour is darkest; of several the lowest. */
    private static long darkest(DicomFile file, ImageDescription image) throws IOException {
        int bits = image.bitsStored();
        if (bits > 16) {
            throw new DicomException(file.path(), "PALETTE COLOR of " + bits + " bits");
        }
        int count = 1 << bits;
        ImageDescription all =
                new ImageDescription(
                        1,
                        count,
                        1,
                        1,
                        16,
                        bits,
                        bits - 1,
                        image.signed(),
                        image.photometric(),
                        0,
                        image.pixelTag());
        short[] words = new short[count];
        for (int i = 0; i < count; i++) {
            words[i] = (short) i;
        }
        byte[] colours =
                Palette.of(file.path(), file.attributes(), image.signed())
                        .apply(Frame.of(all, 1, image.photometric(), words));
        int best = 0;
        int bestLight = Integer.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            int light =
                    299 * (colours[3 * i] & 0xFF)
                            + 587 * (colours[3 * i + 1] & 0xFF)
                            + 114 * (colours[3 * i + 2] & 0xFF);
            if (light < bestLight) {
                bestLight = light;
                best = i;
            }
        }
        return best;
    }
}
