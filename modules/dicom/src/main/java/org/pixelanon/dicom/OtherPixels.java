package org.pixelanon.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.dicom.Unprocessed.Kind;

/**
 * Lists what holds, or may hold, pixels beside the planes of a file, so that nothing that was not
 * looked at passes for clean.
 */
final class OtherPixels {

    /** A private binary value of this size may be a small picture. */
    private static final int SUSPICIOUS = 4096;

    /** Writers fill small paddings with what was in their memory; no text fits into less. */
    private static final int SMALLEST_PICTURE = 512;

    private static final int LOOKED_AT = 4096;

    /** Names a place where the pixels are instead (PS3.5 A.6). */
    private static final int PIXEL_DATA_PROVIDER = 0x00287FE0;

    private final ByteSource source;

    /** The element that holds the planes. */
    private final int planes;

    private final List<Unprocessed> found = new ArrayList<>();

    private OtherPixels(ByteSource source, int planes) {
        this.source = source;
        this.planes = planes;
    }

    static List<Unprocessed> find(DicomFile file) {
        OtherPixels other = new OtherPixels(file.source(), ImageReader.pixelTag(file.attributes()));
        other.visit(file.attributes(), "", 0);
        try {
            Pixels pixels = file.pixels();
            other.found.addAll(pixels.overlaysNotProcessed());
            if (pixels.image().isPresent()) {
                PixelSpans spans = pixels.spans();
                other.found.addAll(spans.surplus());
                TransferSyntax syntax = file.transferSyntax();
                if (spans instanceof EncapsulatedPixels frames
                        && (syntax.isJpeg() || syntax.isJpegLs())) {
                    other.found.addAll(JpegExtras.find(frames));
                }
            }
        } catch (IOException e) {
            // the planes of such a file cannot be read at all, and whoever asks for them is told so
            String unreadable =
                    " " + Dictionary.keyword(other.planes) + " that cannot be read as frames";
            other.found.add(
                    Unprocessed.withholding(
                            Kind.UNREADABLE_PIXELS, Tag.toString(other.planes) + unreadable));
        }
        return List.copyOf(other.found);
    }

    private void visit(Attributes attributes, String path, int depth) {
        for (Element e : attributes.elements()) {
            String here = path + Tag.toString(e.tag());
            if (e.tag() == Tag.IconImageSequence && e.available() > 0) {
                Kind kind = depth == 0 ? Kind.ICON : Kind.NESTED_PIXELS;
                found.add(Unprocessed.withholding(kind, here + " IconImageSequence"));
            } else if (e.items() != null) {
                int number = 1;
                for (Attributes item : e.items()) {
                    visit(item, here + "[" + number++ + "]", depth + 1);
                }
            } else if (e.available() > 0 && isPicture(e.tag(), depth)) {
                found.add(
                        Unprocessed.withholding(
                                pictureKind(e.tag(), depth),
                                here + " " + Dictionary.keyword(e.tag())));
            } else if (e.available() > 0 && mayHoldPixels(e)) {
                String keyword = Dictionary.keyword(e.tag());
                String what = keyword.isEmpty() ? "private value" : keyword;
                found.add(Unprocessed.told(kind(e.tag()), here + " " + what));
            }
        }
    }

    /** Tells whether an element holds pixels, or a page, by its meaning. */
    private boolean isPicture(int tag, int depth) {
        int group = Tag.group(tag);
        int element = tag & 0xFFFF;
        boolean evenGroup = (group & 1) == 0;
        if (tag == planes || evenGroup && group >> 8 == 0x60 && element == 0x3000) {
            return depth > 0;
        }
        return tag == Tag.PixelData
                || tag == Tag.FloatPixelData
                || tag == Tag.DoubleFloatPixelData
                || tag == Tag.EncapsulatedDocument
                || tag == PIXEL_DATA_PROVIDER
                || evenGroup && group >> 8 == 0x7F && group != 0x7FE0 && element == 0x0010;
    }

    private static Kind pictureKind(int tag, int depth) {
        if (tag == Tag.EncapsulatedDocument) {
            return Kind.DOCUMENT;
        }
        return depth > 0 ? Kind.NESTED_PIXELS : Kind.OTHER_PIXELS;
    }

    private static Kind kind(int tag) {
        int group = Tag.group(tag);
        if (tag == Tag.SpectroscopyData) {
            return Kind.SPECTROSCOPY;
        }
        if (tag == Tag.DataSetTrailingPadding) {
            return Kind.TRAILING_PADDING;
        }
        if ((group & 1) == 0 && group >> 8 == 0x50) {
            return Kind.CURVE;
        }
        return (group & 1) == 0 && group >> 8 == 0x60 ? Kind.OVERLAY : Kind.PRIVATE_VALUE;
    }

    private boolean mayHoldPixels(Element e) {
        int tag = e.tag();
        int group = Tag.group(tag);
        int element = tag & 0xFFFF;
        boolean evenGroup = (group & 1) == 0;
        if (tag == Tag.SpectroscopyData) {
            return true;
        }
        if (evenGroup && group >> 8 == 0x50) {
            return element == 0x3000 || element == 0x200C;
        }
        if (evenGroup && group >> 8 == 0x60) {
            return element >= 0x1200 && element <= 0x1203;
        }
        if (tag == Tag.DataSetTrailingPadding) {
            return e.available() >= SMALLEST_PICTURE && !isZero(e);
        }
        boolean binary =
                switch (e.vr()) {
                    case OB, OW, UN, OL, OV, OF, OD -> true;
                    default -> false;
                };
        boolean unknown = Tag.isPrivate(tag) || !Dictionary.knows(tag);
        return binary && unknown && element > 0xFF && (beginsLikePicture(e) || isLargeBinary(e));
    }

    private byte[] beginning(Element e) {
        try {
            return source.read(e.value(), (int) Math.min(LOOKED_AT, e.available()));
        } catch (IOException x) {
            throw new UncheckedIOException(x);
        }
    }

    /** Tells whether a value begins like a picture file. */
    private boolean beginsLikePicture(Element e) {
        byte[] b = beginning(e);
        // an encapsulated value begins with the item of its offset table
        if (e.fragments() != null) {
            return true;
        }
        if (b.length < 4) {
            return false;
        }
        int word = ByteBuffer.wrap(b).getInt();
        return word >>> 8 == 0xFFD8FF
                || word == 0xFF4FFF51
                || word == 0x0000000C
                || word == 0x89504E47
                || word == 0x47494638
                || word == 0x49492A00
                || word == 0x4D4D002A
                || word == 0x25504446;
    }

    /** Large and neither text nor one of the headers that every file of a vendor carries. */
    private boolean isLargeBinary(Element e) {
        if (e.available() < SUSPICIOUS) {
            return false;
        }
        byte[] b = beginning(e);
        if (b[0] == 'S' && b[1] == 'V' && b[2] == '1' && b[3] == '0') {
            return false;
        }
        int text = 0;
        for (byte c : b) {
            boolean printable = c >= 0x20 && c < 0x7F || c == '\n' || c == '\r' || c == '\t';
            text += printable ? 1 : 0;
        }
        return text < b.length * 9 / 10;
    }

    private boolean isZero(Element e) {
        try {
            return source.isZero(e.value(), e.available());
        } catch (IOException x) {
            throw new UncheckedIOException(x);
        }
    }
}
