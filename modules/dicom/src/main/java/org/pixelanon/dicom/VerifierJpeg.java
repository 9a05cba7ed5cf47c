package org.pixelanon.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.codec.CodecException;
import org.pixelanon.codec.FrameShape;
import org.pixelanon.codec.JpegComparison;
import org.pixelanon.codec.JpegHeader;
import org.pixelanon.model.PixelRectangle;

/** Compares the coefficients of a touched JPEG frame with those of its original. */
final class VerifierJpeg {

    private static final int BLOCK = 64;

    private final DicomFile original;
    private final DicomFile copy;
    private final ImageDescription image;

    VerifierJpeg(DicomFile original, DicomFile copy, ImageDescription image) {
        this.original = original;
        this.copy = copy;
        this.image = image;
    }

    /**
     * What was found on one frame.
     *
     * @param inside coefficients of touched blocks
     * @param outside coefficients of all other blocks
     * @param problem empty if all are as they must be
     */
    record Found(long inside, long outside, String problem) {}

    /** Compares one frame; the overlay bits that were to be cleared must not be coded in it. */
    Found compare(int index, List<PixelRectangle> rectangles, long overlayBits) throws IOException {
        byte[] before = original.pixels().spans().frameBytes(index);
        byte[] after = copy.pixels().spans().frameBytes(index);
        TransferSyntax syntax = original.transferSyntax();
        FrameDecoder decoder = new FrameDecoder(original.path(), image);
        FrameShape shape = decoder.shape(syntax);
        try {
            JpegComparison c = JpegComparison.of(before, after, shape, rectangles);
            PhotometricInterpretation meaning = decoder.photometric(after, syntax);
            int precision = JpegHeader.of(after).precision();
            long[] black = RedactionValue.jpeg(original, image, meaning, precision);
            List<String> problems = new ArrayList<>();
            if ((overlayBits & (1L << precision) - 1) != 0) {
                problems.add("an overlay coded with the samples was to be blanked");
            }
            if (!c.sameFrame()) {
                problems.add("more than coefficients changed");
            }
            if (c.changedOutside() > 0) {
                problems.add(c.changedOutside() + " coefficients changed outside");
            }
            boolean blanked = c.blocksInside() > 0 && isBlack(c, black, meaning);
            if (c.notFlat() > 0 || !rectangles.isEmpty() && !blanked) {
                problems.add(c.notFlat() + " blocks inside a rectangle are not flat, or not black");
            }
            return new Found(
                    BLOCK * (c.blocksInside() - c.notFlat()),
                    BLOCK * c.blocksOutside() - c.changedOutside(),
                    String.join(", ", problems));
        } catch (CodecException e) {
            return new Found(0, 0, "cannot be compared: " + e.getMessage());
        }
    }

    /**
     * Bright enough in MONOCHROME1 is what is as near below the brightest as a quantiser allows.
     */
    private boolean isBlack(JpegComparison c, long[] black, PhotometricInterpretation meaning) {
        boolean inverse = meaning == PhotometricInterpretation.MONOCHROME1 && !image.signed();
        boolean right = black.length == c.values().size();
        for (int i = 0; right && i < black.length; i++) {
            long below = black[i] - c.values().get(i);
            right = below == 0 || inverse && below > 0 && below <= c.tolerances().get(i);
        }
        return right;
    }
}
