package org.pixelanon.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.DicomParser;
import org.pixelanon.dicom.data.IdentityCollector;
import org.pixelanon.dicom.data.Sha256;
import org.pixelanon.dicom.data.TransferSyntax;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.OverlayDescription;
import org.pixelanon.dicom.pixel.Pixels;
import org.pixelanon.dicom.pixel.Unprocessed;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.dicom.render.PlaneViews;
import org.pixelanon.dicom.unprocessed.NotProcessed;
import org.pixelanon.model.Identity;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneImage;

/**
 * An opened DICOM instance: its elements, frames and overlay planes, each read and decoded on
 * demand. Opening copies no values; memory does not grow with the size of the file (a deflated file
 * is inflated in memory). Everything is read from the opened file, never from what its path names
 * later. The caller closes it. Thread-safe.
 */
public final class DicomFile implements AutoCloseable {

    private static final String CHANGED = "was changed or replaced while it was processed";

    private final DicomParser.Parsed parsed;
    private final Path path;
    private final Object pixelsLock = new Object();
    private @Nullable Pixels pixels;
    private @Nullable PlaneViews views;
    private @Nullable NotProcessed notProcessed;

    private DicomFile(Path path, DicomParser.Parsed parsed) {
        this.path = path;
        this.parsed = parsed;
    }

    /**
     * Opens a file: Part 10 (DICOM PS3.10), or a bare data set that begins unmistakably like one.
     *
     * @param path the file
     * @return the opened file
     * @throws DicomException if the file is missing, empty, unreadable or not DICOM
     */
    public static DicomFile open(Path path) throws DicomException {
        return new DicomFile(path, DicomParser.parse(path));
    }

    /**
     * The file.
     *
     * @return the path it was opened by
     */
    public Path path() {
        return path;
    }

    /**
     * Fails if the path no longer names the file that was opened, or if somebody wrote into it
     * since. Values and pixels come from the opened file all the while, whatever its path names:
     * asked before what was made from it is published, this tells whether that still belongs to the
     * path. A change within one tick of the file system's clock after opening (4 ms on Linux) is
     * not seen.
     *
     * @throws DicomException if the file was replaced, changed, shortened or removed
     */
    public void requireUnchanged() throws DicomException {
        boolean same;
        try {
            same = !(parsed.fileSource() instanceof ByteSource.OfFile f) || f.isUnchanged();
        } catch (IOException e) {
            throw new DicomException(path, CHANGED, e);
        }
        if (!same) {
            throw new DicomException(path, CHANGED);
        }
    }

    /**
     * The file meta information, group 0002.
     *
     * @return its elements; none for a bare data set
     */
    public Attributes fileMeta() {
        return parsed.meta();
    }

    /**
     * The data set.
     *
     * @return its elements
     */
    public Attributes attributes() {
        return parsed.dataSet();
    }

    /**
     * How the data set is written. Where a file does not state its transfer syntax or states a
     * wrong byte order or kind of header, this is the one it was found to be written in.
     *
     * @return the transfer syntax
     */
    public TransferSyntax transferSyntax() {
        return parsed.syntax();
    }

    /**
     * What is wrong with the file although it could be opened.
     *
     * @return one line each, with tags and without values; empty for a sound file
     */
    public List<String> defects() {
        return parsed.defects();
    }

    /**
     * Returns whether the file ends, or cannot be understood, before its data set is complete. Such
     * a file can be looked at and must never be written.
     *
     * @return true if something is missing
     */
    public boolean isTruncated() {
        return parsed.truncated();
    }

    /**
     * The shape of the image.
     *
     * @return the shape; empty if the file has no Pixel Data
     * @throws DicomException if there is Pixel Data whose description is absent or impossible
     */
    public Optional<ImageDescription> image() throws DicomException {
        return pixels().image();
    }

    /**
     * The overlay planes, in the order of their groups.
     *
     * @return the planes in their own element and those in high bits
     * @throws DicomException if the image description is absent or impossible
     */
    public List<OverlayDescription> overlays() throws DicomException {
        return pixels().overlays();
    }

    /**
     * Every plane of the file: all image frames, then overlay by overlay each of its frames.
     *
     * @return size and place of each plane, also of planes whose bytes are missing
     * @throws DicomException if the image description is absent or impossible
     */
    public List<PlaneGeometry> planes() throws DicomException {
        return pixels().planes();
    }

    /**
     * Decodes one frame.
     *
     * @param index 0-based
     * @return its stored samples
     * @throws DicomException if there is no such frame, its bytes are missing, or its transfer
     *     syntax is not supported
     * @throws IOException if the file cannot be read
     */
    public Frame frame(int index) throws IOException {
        return pixels().frame(index);
    }

    /**
     * The bits of one overlay plane.
     *
     * @param plane the overlay and its frame
     * @return 0 or 1 for each pixel, row by row
     * @throws DicomException if there is no such plane or its bytes are missing
     * @throws IOException if the file cannot be read
     */
    public byte[] overlay(OverlayPlane plane) throws IOException {
        return pixels().overlay(plane);
    }

    /**
     * Draws a plane for the eye.
     *
     * @param plane an image frame or an overlay frame
     * @param window what becomes black and white in a grey frame; of no meaning for colour and
     *     overlays
     * @return grey, 0 black, or red, green and blue; set overlay bits are white
     * @throws DicomException if there is no such plane or it cannot be decoded
     * @throws IOException if the file cannot be read
     */
    public PlaneImage render(Plane plane, DisplayWindow window) throws IOException {
        return views().render(plane, window);
    }

    /**
     * The window that a grey image is first shown with, as the starting point for changing it: the
     * one the file states, else the one that spans all its values.
     *
     * @return in values after the modality transformation (DICOM PS3.3 C.11.1); empty for colour
     * @throws DicomException if the pixels cannot be decoded
     * @throws IOException if the file cannot be read
     */
    public Optional<DisplayWindow.Linear> startWindow() throws IOException {
        return views().startWindow();
    }

    /**
     * The number of {@link DisplayWindow.Stated} windows that a grey image can be shown with beside
     * {@link DisplayWindow.OfFile}.
     *
     * @return 0 for colour and where the file states no more than one
     * @throws DicomException if the pixels cannot be decoded
     * @throws IOException if the file cannot be read
     */
    public int statedWindows() throws IOException {
        return views().statedWindows();
    }

    /**
     * The images of a plane in which text is to be searched: a grey frame over the full range of
     * the file, and by every transformation that the file states for it (windows, tables,
     * presentation tables, supplemental palettes, wherever they stand) or that its values ask for
     * (percentiles, a range of its own), if it shows a contrast between two values of the frame
     * that the others do not show, or looks much different. The first ones are the same for all
     * frames of a file, so that what does not change between frames does not change in the views. A
     * colour frame comes as it is and by the windows that change it.
     *
     * <p>What the bits of a frame hold that no element describes follows, see {@link #undescribed}.
     *
     * @param plane an image frame or an overlay frame
     * @return at least one image
     * @throws DicomException if there is no such plane or it cannot be decoded
     * @throws IOException if the file cannot be read
     */
    public List<PlaneImage> views(Plane plane) throws IOException {
        return views().views(plane);
    }

    /**
     * The pictures in a frame that no element describes: what the words of Pixel Data hold above
     * High Bit or below the bits stored, and is neither an overlay, nor zero, nor the sign of the
     * sample. Drawn are the whole word, neighbouring bits as numbers, and each bit; none twice.
     *
     * @param frame 0-based
     * @return grey; empty for nearly every file; the frame is decoded unless samples fill their
     *     words or it was decoded before
     * @throws DicomException if there is no such frame or it cannot be decoded
     * @throws IOException if the file cannot be read
     */
    public List<PlaneImage> undescribed(int frame) throws IOException {
        Pixels p = pixels();
        return p.holdsUndescribed(frame) ? p.undescribed(frame, p.frame(frame)) : List.of();
    }

    /**
     * The bits of the words of Pixel Data that hold something in any frame that no element
     * describes. Frames that were not yet looked at are decoded, unless samples fill their words.
     *
     * @return their numbers, 0 the least significant, ascending; empty for nearly every file
     * @throws DicomException if a frame cannot be decoded
     * @throws IOException if the file cannot be read
     */
    public List<Integer> undescribedBits() throws IOException {
        long bits = pixels().bitsUndescribed();
        return IntStream.range(0, Long.SIZE).filter(i -> (bits >>> i & 1) != 0).boxed().toList();
    }

    /**
     * What the tags of all levels say of patient, staff, institution, dates and numbers.
     *
     * @return one entry per value
     */
    public Identity identity() {
        return IdentityCollector.collect(attributes());
    }

    /**
     * Everything in the file that holds or may hold pixels and is no plane of {@link #planes()}.
     *
     * @return tag path and what it is, without values
     * @throws IOException if the file cannot be read
     */
    public List<String> notProcessed() throws IOException {
        return beside().all().stream().map(Unprocessed::what).toList();
    }

    /** The frames, 0-based, that carry a thumbnail. */
    public Set<Integer> framesWithThumbnails() throws IOException {
        return beside().framesWith(Unprocessed.Kind.THUMBNAIL);
    }

    /** What the file holds beside its planes. */
    public NotProcessed beside() throws IOException {
        synchronized (pixelsLock) {
            NotProcessed known = notProcessed;
            if (known == null) {
                known = NotProcessed.find(parsed, readablePixels());
                notProcessed = known;
            }
            return known;
        }
    }

    private @Nullable Pixels readablePixels() {
        try {
            return pixels();
        } catch (DicomException e) {
            return null; // what they are stands beside the planes then
        }
    }

    /**
     * The hash of the bytes that were opened.
     *
     * @return SHA-256 in hexadecimal digits
     * @throws IOException if the file cannot be read
     */
    public String sha256() throws IOException {
        return Sha256.of(parsed.fileSource());
    }

    /** The bytes that all spans of the data set refer to; of a deflated file the inflated ones. */
    public ByteSource source() {
        return parsed.source();
    }

    /** What the file consists of. */
    public DicomParser.Parsed parsed() {
        return parsed;
    }

    /** Frames and overlays. */
    public Pixels pixels() throws DicomException {
        synchronized (pixelsLock) {
            Pixels known = pixels;
            if (known == null) {
                known = new Pixels(path, parsed);
                pixels = known;
            }
            return known;
        }
    }

    /** What draws the planes, which remembers the range of values of the file. */
    private PlaneViews views() throws DicomException {
        Pixels drawn = pixels();
        synchronized (pixelsLock) {
            PlaneViews known = views;
            if (known == null) {
                known = new PlaneViews(path, parsed.dataSet(), drawn);
                views = known;
            }
            return known;
        }
    }

    /** Closes the file. Values, frames and planes can no longer be read. */
    @Override
    public void close() throws IOException {
        parsed.close();
    }
}
