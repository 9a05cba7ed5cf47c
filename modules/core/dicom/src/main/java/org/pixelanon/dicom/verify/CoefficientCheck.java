package org.pixelanon.dicom.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.jpeg.JpegComparison;
import org.pixelanon.codec.jpeg.JpegHeader;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.PhotometricInterpretation;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.ToleratedDifference;

/** Compares the coefficients of a touched JPEG frame with those of its original. */
final class CoefficientCheck {

    private static final int BLOCK = 64;

    private final ImageDescription image;
    private final ExpectedWord fill;

    CoefficientCheck(ImageDescription image, ExpectedWord fill) {
        this.image = image;
        this.fill = fill;
    }

    /**
     * Compares one frame; counted are coefficients.
     *
     * @param meaning what the samples of the frame mean
     * @param overlayBits the bits of overlays that were to be cleared, which must not be coded in
     *     it
     */
    RowComparison.Found compare(
            byte[] before,
            byte[] after,
            PhotometricInterpretation meaning,
            List<PixelRectangle> rectangles,
            long overlayBits)
            throws IOException {
        try {
            JpegComparison c = JpegComparison.of(before, after, image.shape(), rectangles);
            int precision = JpegHeader.of(after).precision();
            List<String> problems = new ArrayList<>();
            if ((overlayBits & (1L << precision) - 1) != 0) {
                problems.add("an overlay in the samples should have been blanked");
            }
            if (!c.sameFrame()) {
                problems.add("more than the coefficients changed");
            }
            if (c.changedOutside() > 0) {
                problems.add(c.changedOutside() + " coefficients changed outside");
            }
            long below =
                    rectangles.isEmpty() ? 0 : below(c, fill.jpeg(meaning, precision), meaning);
            if (c.notFlat() > 0 || below < 0 || !rectangles.isEmpty() && c.blocksInside() == 0) {
                problems.add(c.notFlat() + " blocks inside a rectangle are not flat, or not black");
            }
            return new RowComparison.Found(
                    BLOCK * (c.blocksInside() - c.notFlat()),
                    BLOCK * c.blocksOutside() - c.changedOutside(),
                    0,
                    below > 0 ? Set.of(ToleratedDifference.QUANTISED_FILL) : Set.of(),
                    String.join(", ", problems));
        } catch (CodecException e) {
            return new RowComparison.Found(
                    0, 0, 0, Set.of(), "cannot be compared: " + e.getMessage());
        }
    }

    /**
     * How far flat blocks are below black, negative if that is wrong: in MONOCHROME1, where black
     * is the brightest, the quantiser may allow no value nearer.
     */
    private long below(JpegComparison c, long[] black, PhotometricInterpretation meaning) {
        boolean inverse = meaning == PhotometricInterpretation.MONOCHROME1 && !image.signed();
        if (black.length != c.values().size()) {
            return -1;
        }
        long most = 0;
        for (int i = 0; i < black.length; i++) {
            long below = black[i] - c.values().get(i);
            boolean nearest = inverse && below > 0 && c.nexts().get(i) > black[i];
            if (below != 0 && !nearest) {
                return -1;
            }
            most = Math.max(most, below);
        }
        return most;
    }
}
