package org.pixelanon.dicom.unprocessed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.codec.UndecodedBytes;
import org.pixelanon.codec.base.PictureSignature;
import org.pixelanon.codec.jpeg.JpegExtra;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.TransferSyntax;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.dicom.pixel.EncapsulatedPixels;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.PictureLook;
import org.pixelanon.dicom.pixel.Unprocessed;
import org.pixelanon.dicom.pixel.Unprocessed.Kind;

/**
 * Finds what the fragments of a frame contain besides the decoded codestream: bytes before and
 * after it, a second codestream, thumbnails, application segments, comments.
 */
public final class FrameExtras {

    /** A segment below this size holds no picture in which text could be read. */
    private static final int SMALLEST_PICTURE = PictureLook.SMALLEST_PICTURE;

    private static final byte[] JP2 = {0, 0, 0, 12, 'j', 'P', ' ', ' '};

    private static final String PIXEL_DATA = ImageDescription.element(Tag.PixelData);

    /** Bytes of the first box of a JP2 file. */
    private static final int JP2_SIGNATURE = 12;

    private final ImageDescription image;
    private final TransferSyntax syntax;
    private final Map<Kind, Unprocessed> found = new EnumMap<>(Kind.class);

    private FrameExtras(ImageDescription image, TransferSyntax syntax) {
        this.image = image;
        this.syntax = syntax;
    }

    /**
     * Something beside the codestream of one frame.
     *
     * @param frame 0-based
     * @param what what it is
     */
    public record Extra(int frame, Unprocessed what) {}

    /** Looks at every frame that is there; of each kind of thing one for a frame. */
    static List<Extra> find(
            ImageDescription image, TransferSyntax syntax, EncapsulatedPixels pixels)
            throws IOException {
        List<Extra> out = new ArrayList<>();
        for (int i = 0; i < pixels.framesPresent(); i++) {
            FrameExtras frame = new FrameExtras(image, syntax);
            frame.look(pixels.frameBytes(i));
            for (Unprocessed what : frame.found.values()) {
                out.add(new Extra(i, what));
            }
        }
        return out;
    }

    private void look(byte[] in) throws IOException {
        if (syntax.isJpeg() || syntax.isJpegLs()) {
            around(in, UndecodedBytes.aroundJpeg(in));
            for (JpegExtra extra : JpegExtra.of(in)) {
                segment(in, extra);
            }
        } else if (syntax.uid().startsWith(UID.JPEG2000_FAMILY)
                || syntax.uid().startsWith(UID.HTJ2K_FAMILY)) {
            around(in, UndecodedBytes.aroundJpeg2000(in));
            for (UndecodedBytes comment : UndecodedBytes.commentsOfJpeg2000(in)) {
                comment(in, comment.from(), comment.to());
            }
        } else if (syntax.uid().equals(UID.RLELossless) && image.codedBits() % 8 == 0) {
            around(in, UndecodedBytes.aroundRle(in, image.shape()));
        } else if (syntax.deflatesFrames()) {
            around(in, UndecodedBytes.behindDeflated(in));
        } else if (syntax.wrapsNative()) {
            behindNative(in);
        }
    }

    private void around(byte[] in, List<UndecodedBytes> spans) throws IOException {
        for (UndecodedBytes span : spans) {
            if (isPadding(in, span)) {
                continue;
            }
            boolean before = span.from() == 0;
            boolean boxes = before && isBoxes(in, span);
            // the box in front says that the others are JPEG 2000
            int from = boxes ? Math.min(span.to() - 1, JP2_SIGNATURE) : span.from();
            if (isCodestream(in, new UndecodedBytes(from, span.to()))) {
                find(Kind.SECOND_CODESTREAM, true, "a second codestream");
            } else if (!boxes) {
                boolean picture = isPicture(in, span.from(), span.to());
                Kind kind = before ? Kind.BEFORE_CODESTREAM : Kind.BEHIND_CODESTREAM;
                find(kind, picture, before ? "bytes before the image" : "bytes after the image");
            }
        }
    }

    /** Fragments are made even with 00, and JPEG may be filled with FF (PS3.5 A.4). */
    private static boolean isPadding(byte[] in, UndecodedBytes span) {
        for (int i = span.from(); i < span.to(); i++) {
            if (in[i] != 0 && in[i] != (byte) 0xFF) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether something in a span can be decoded as a picture of some kind. */
    private boolean isCodestream(byte[] in, UndecodedBytes span) {
        if (PictureSignature.find(in, span.from(), span.to()) >= 0) {
            return true;
        }
        if (syntax.uid().equals(UID.RLELossless)) {
            int segments = image.samplesPerPixel() * image.codedBits() / 8;
            return UndecodedBytes.findRle(in, span, segments) >= 0;
        }
        if (!syntax.deflatesFrames()) {
            return false;
        }
        // the next stream may stand behind a byte that made the first one even, or more padding
        int next = span.from();
        while (next < span.to() && in[next] == 0) {
            next++;
        }
        return inflates(in, span.from(), span.to())
                || inflates(in, span.from() + 1, span.to())
                || inflates(in, next, span.to());
    }

    /** Returns whether deflated bytes begin at a place and hold enough for a picture. */
    private static boolean inflates(byte[] in, int from, int to) {
        return to - from > 2 && UndecodedBytes.inflatedFrom(in, from) >= SMALLEST_PICTURE / 4;
    }

    /** The boxes of JP2 before its codestream. */
    private static boolean isBoxes(byte[] in, UndecodedBytes span) {
        for (int i = 0; i < JP2.length; i++) {
            if (span.length() <= i || in[span.from() + i] != JP2[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isPicture(byte[] in, int from, int to) throws IOException {
        PictureLook look = new PictureLook(new ByteSource.OfArray(in), image);
        return look.isPicture(from, to - from) || look.isMoreRows(from, to - from, false);
    }

    private void segment(byte[] in, JpegExtra extra) throws IOException {
        if (extra.picture()) {
            find(Kind.THUMBNAIL, true, "a thumbnail");
        } else if (extra.isComment()) {
            comment(in, extra.from(), extra.to());
        } else if (extra.length() >= SMALLEST_PICTURE) {
            boolean picture = isPicture(in, extra.from(), extra.to());
            String what = "an application segment " + extra.application();
            find(Kind.APPLICATION_SEGMENT, picture, what);
        }
    }

    private void comment(byte[] in, int from, int to) throws IOException {
        boolean picture = isPicture(in, from, to);
        if (picture || to - from >= SMALLEST_PICTURE) {
            find(Kind.COMMENT, picture, "a long comment");
        }
    }

    private void behindNative(byte[] in) throws IOException {
        long needed = (image.bitsPerFrame(false) + 7) / 8;
        ByteSource source = new ByteSource.OfArray(in);
        long surplus = in.length - needed;
        if (surplus <= 1 || source.isZero(needed, surplus)) {
            return;
        }
        if (surplus >= needed) {
            find(Kind.SECOND_CODESTREAM, true, "a second frame");
        } else {
            int from = (int) needed;
            find(Kind.BEHIND_CODESTREAM, isPicture(in, from, in.length), "bytes after the image");
        }
    }

    private void find(Kind kind, boolean withholds, String what) {
        boolean jpeg = syntax.isJpeg() || syntax.isJpegLs();
        String words = what + (jpeg ? " in a JPEG frame of " : " in a frame of ") + PIXEL_DATA;
        Unprocessed known = found.get(kind);
        if (known == null || withholds && !known.withholds()) {
            found.put(kind, new Unprocessed(kind, words, withholds));
        }
    }
}
