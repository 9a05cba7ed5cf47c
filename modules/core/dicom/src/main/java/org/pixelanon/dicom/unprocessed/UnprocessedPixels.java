package org.pixelanon.dicom.unprocessed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.DicomParser;
import org.pixelanon.dicom.data.Dictionary;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.ImageReader;
import org.pixelanon.dicom.pixel.PictureLook;
import org.pixelanon.dicom.pixel.Pixels;
import org.pixelanon.dicom.pixel.Unprocessed;
import org.pixelanon.dicom.pixel.Unprocessed.Kind;

/**
 * Lists what contains, or may contain, pixels besides the planes of a file, so that nothing unseen
 * is reported as clean. {@link FrameExtras} covers the codestreams of frames.
 */
final class UnprocessedPixels {

    /** A private binary value of this size may be a small picture. */
    private static final int SUSPICIOUS = 4096;

    private static final int LOOKED_AT = 4096;

    /** No file of a picture is smaller. */
    private static final int SMALLEST_FILE = 32;

    /** Values of text up to here are names and numbers. */
    private static final int LONGEST_WORD = 64;

    /** Names a place where the pixels are instead (PS3.5 A.6). */
    private static final int PIXEL_DATA_PROVIDER = 0x00287FE0;

    /** Odd groups from here on are where scanners keep raw and processed pixels. */
    private static final int PRIVATE_PIXELS = 0x7FE1;

    private final DicomParser.Parsed file;

    /** The element that holds the planes. */
    private final int planes;

    private final List<Unprocessed> found = new ArrayList<>();
    private ByteSource source;
    private PictureLook look;

    private UnprocessedPixels(DicomParser.Parsed file, @Nullable ImageDescription image) {
        this.file = file;
        this.planes = ImageReader.pixelTag(file.dataSet());
        this.source = file.fileSource();
        this.look = new PictureLook(source, image);
    }

    /**
     * Looks through a file.
     *
     * @param pixels its frames and overlay planes; null if they cannot be read
     */
    static List<Unprocessed> find(DicomParser.Parsed file, @Nullable Pixels pixels)
            throws IOException {
        ImageDescription image = pixels == null ? null : pixels.image().orElse(null);
        UnprocessedPixels other = new UnprocessedPixels(file, image);
        other.visit(file.meta(), "", 0);
        other.source = file.source();
        other.look = new PictureLook(file.source(), image);
        other.visit(file.dataSet(), "", 0);
        if (pixels == null) {
            other.unreadable();
        } else {
            other.beside(pixels);
        }
        other.found.addAll(BehindDataSet.find(file, image));
        return List.copyOf(other.found);
    }

    private void beside(Pixels pixels) throws IOException {
        found.addAll(pixels.overlaysNotProcessed());
        if (pixels.image().isEmpty()) {
            return;
        }
        frameCount();
        try {
            found.addAll(pixels.spans().surplus());
        } catch (DicomException e) {
            unreadable();
        }
    }

    /** Whoever asks for the planes of such a file is told why they cannot be read. */
    private void unreadable() {
        String what = " " + Dictionary.keyword(planes) + " that cannot be read as frames";
        found.add(Unprocessed.withholding(Kind.UNREADABLE_PIXELS, Tag.toString(planes) + what));
    }

    private void frameCount() {
        if (!ImageReader.statesFrames(file.dataSet())) {
            found.add(
                    Unprocessed.withholding(
                            Kind.SURPLUS_FRAMES,
                            Tag.toString(Tag.NumberOfFrames) + " NumberOfFrames is not a number"));
        }
    }

    private void visit(Attributes attributes, String path, int depth) throws IOException {
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
            } else if (e.available() > 0) {
                value(e, here, depth);
            }
        }
    }

    private void value(Element e, String here, int depth) throws IOException {
        int tag = e.tag();
        if (isPicture(tag, depth)) {
            Kind kind = depth > 0 ? Kind.NESTED_PIXELS : Kind.OTHER_PIXELS;
            kind = tag == Tag.EncapsulatedDocument ? Kind.DOCUMENT : kind;
            found.add(Unprocessed.withholding(kind, here + " " + Dictionary.keyword(tag)));
        } else if (!isPlane(tag) && holdsPicture(e)) {
            found.add(Unprocessed.withholding(kind(tag), named(e, here)));
        } else if (!isPlane(tag) && mayHoldPixels(e)) {
            found.add(Unprocessed.told(kind(tag), named(e, here)));
        }
    }

    private static String named(Element e, String here) {
        String keyword = Dictionary.keyword(e.tag());
        return here + " " + (keyword.isEmpty() ? "private value" : keyword);
    }

    /** Returns whether an element of the data set itself holds planes. */
    private boolean isPlane(int tag) {
        int group = Tag.group(tag);
        return tag == planes || (group & 1) == 0 && group >> 8 == 0x60 && (tag & 0xFFFF) == 0x3000;
    }

    /** Returns whether an element holds pixels, or a page, by its meaning. */
    private boolean isPicture(int tag, int depth) {
        int group = Tag.group(tag);
        boolean evenGroup = (group & 1) == 0;
        if (isPlane(tag)) {
            return depth > 0;
        }
        return tag == Tag.PixelData
                || tag == Tag.FloatPixelData
                || tag == Tag.DoubleFloatPixelData
                || tag == Tag.EncapsulatedDocument
                || tag == PIXEL_DATA_PROVIDER
                || evenGroup && group >> 8 == 0x7F && group != 0x7FE0 && (tag & 0xFFFF) == 0x0010;
    }

    private static Kind kind(int tag) {
        int group = Tag.group(tag);
        boolean evenGroup = (group & 1) == 0;
        if (tag == Tag.SpectroscopyData) {
            return Kind.SPECTROSCOPY;
        }
        if (tag == Tag.DataSetTrailingPadding) {
            return Kind.TRAILING_PADDING;
        }
        if (evenGroup && group >> 8 == 0x50) {
            return Kind.CURVE;
        }
        if (evenGroup && group >> 8 == 0x60) {
            return Kind.OVERLAY;
        }
        return Dictionary.knows(tag) && evenGroup ? Kind.PUBLIC_VALUE : Kind.PRIVATE_VALUE;
    }

    /** Tells by looking whether a value holds a picture. */
    private boolean holdsPicture(Element e) throws IOException {
        if (e.fragments() != null) {
            return true; // only pixels are encapsulated
        }
        if (e.available() < (isBinary(e) ? SMALLEST_FILE : LONGEST_WORD)) {
            return false;
        }
        int group = Tag.group(e.tag());
        boolean pixels = (group & 1) != 0 && group >= PRIVATE_PIXELS && group <= 0x7FFF;
        if (pixels && (e.tag() & 0xFFFF) > 0xFF && e.available() >= PictureLook.SMALLEST_PICTURE) {
            return !source.isZero(e.value(), e.available());
        }
        // tables of colours and the like are as smooth as pictures and as long as a small plane
        boolean described = Dictionary.knows(e.tag()) && kind(e.tag()) == Kind.PUBLIC_VALUE;
        return described || !isBinary(e)
                ? PictureLook.beginsLikePicture(source, e.value(), e.available())
                : look.isPicture(e.value(), e.available());
    }

    private static boolean isBinary(Element e) {
        return switch (e.vr()) {
            case OB, OW, UN, OL, OV, OF, OD -> true;
            default -> false;
        };
    }

    private boolean mayHoldPixels(Element e) throws IOException {
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
            return e.available() >= PictureLook.SMALLEST_PICTURE
                    && !source.isZero(e.value(), e.available());
        }
        boolean unknown = Tag.isPrivate(tag) || !Dictionary.knows(tag);
        return isBinary(e) && unknown && element > 0xFF && isLargeBinary(e);
    }

    /** Large and neither text nor one of the headers that every file of a vendor carries. */
    private boolean isLargeBinary(Element e) throws IOException {
        if (e.available() < SUSPICIOUS) {
            return false;
        }
        byte[] b = source.read(e.value(), (int) Math.min(LOOKED_AT, e.available()));
        if (source.isZero(e.value(), e.available())) {
            return false;
        }
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
}
