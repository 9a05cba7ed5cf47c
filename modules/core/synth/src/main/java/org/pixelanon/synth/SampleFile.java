package org.pixelanon.synth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Builds a DICOM file from an image of any shape with any samples: rows, columns, frames, bits,
 * photometric interpretation, overlays and transfer syntax can be chosen (DICOM PS3.3 C.7.6.3). Not
 * thread-safe.
 */
public final class SampleFile {

    /** Supplies the stored value of every sample. */
    @FunctionalInterface
    public interface Sampler {

        /**
         * One sample.
         *
         * @param frame 0-based
         * @param row 0-based
         * @param column 0-based
         * @param channel 0-based; R, G, B or Y, Cb, Cr
         * @return the stored value; only the bits stored are kept
         */
        int at(int frame, int row, int column, int channel);
    }

    private record HighBits(int group, int bit, Overlay.Bits bits) {}

    private final int rows;
    private final int columns;
    private int frames = 1;
    private int allocated = 8;
    private int stored = 8;
    private int highBit = 7;
    private boolean signed;
    private String photometric = "MONOCHROME2";
    private int planar;
    private String pixelVr = "";
    private boolean offsets = true;
    private float quality = 0.9f;
    private Sampler sampler = (frame, row, column, channel) -> 0;
    private final List<Overlay> overlays = new ArrayList<>();
    private final List<HighBits> highBits = new ArrayList<>();
    private final List<Consumer<DicomBuilder>> changes = new ArrayList<>();

    private SampleFile(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Begins an image: one frame, 8 bit, MONOCHROME2, all zero.
     *
     * @param rows at least 1
     * @param columns at least 1
     * @return the image
     */
    public static SampleFile of(int rows, int columns) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("image of " + columns + "x" + rows);
        }
        return new SampleFile(rows, columns);
    }

    /**
     * The number of frames; (0028,0008) is written if it is not 1.
     *
     * @param number at least 1
     * @return this
     */
    public SampleFile frames(int number) {
        frames = number;
        return this;
    }

    /**
     * The bits of a sample.
     *
     * @param newAllocated 1, 8, 16 or 32
     * @param newStored how many of them contain the value
     * @param newHighBit the highest of these
     * @return this
     */
    public SampleFile bits(int newAllocated, int newStored, int newHighBit) {
        if (newAllocated != 1 && newAllocated != 8 && newAllocated != 16 && newAllocated != 32) {
            throw new IllegalArgumentException(newAllocated + " bits allocated");
        }
        allocated = newAllocated;
        stored = newStored;
        highBit = newHighBit;
        return this;
    }

    /**
     * Makes the samples two's complement numbers (Pixel Representation 1).
     *
     * @return this
     */
    public SampleFile signed() {
        signed = true;
        return this;
    }

    /**
     * The photometric interpretation; RGB and those that begin with YBR have three channels.
     *
     * @param newPhotometric the term, even an unknown one
     * @return this
     */
    public SampleFile photometric(String newPhotometric) {
        photometric = newPhotometric;
        return this;
    }

    /**
     * The planar configuration of uncompressed colour.
     *
     * @param configuration 0 pixel by pixel, 1 plane by plane
     * @return this
     */
    public SampleFile planar(int configuration) {
        planar = configuration;
        return this;
    }

    /**
     * The VR of uncompressed pixels, in place of OB for up to 8 bits and OW for more. OW around 8
     * bits is swapped in pairs in big endian.
     *
     * @param vr OB or OW
     * @return this
     */
    public SampleFile pixelVr(String vr) {
        pixelVr = vr;
        return this;
    }

    /**
     * Leaves the Basic Offset Table of encapsulated pixels empty.
     *
     * @return this
     */
    public SampleFile withoutOffsetTable() {
        offsets = false;
        return this;
    }

    /**
     * The quality of JPEG.
     *
     * @param newQuality 0 to 1
     * @return this
     */
    public SampleFile quality(double newQuality) {
        quality = (float) newQuality;
        return this;
    }

    /**
     * The samples. For {@link Syntax#JPEG_BASELINE} of three channels they are red, green and blue,
     * whatever the photometric interpretation says, and the codec converts them to Y, Cb, Cr.
     *
     * @param newSampler gives each stored value
     * @return this
     */
    public SampleFile samples(Sampler newSampler) {
        sampler = newSampler;
        return this;
    }

    /**
     * Makes the image PALETTE COLOR with tables of 16 bits.
     *
     * @param firstMapped the stored value of the first entry
     * @param red 0 to 65535 each, at most 65536 entries
     * @param green as many as red
     * @param blue as many as red
     * @return this
     */
    public SampleFile palette(int firstMapped, long[] red, long[] green, long[] blue) {
        photometric = "PALETTE COLOR";
        long[][] tables = {red.clone(), green.clone(), blue.clone()};
        return with(
                file -> {
                    for (int i = 0; i < tables.length; i++) {
                        long entries = tables[i].length & 0xFFFF;
                        String vr = signed ? "SS" : "US";
                        file.numbers(0x0028_1101 + i, vr, entries, firstMapped, 16);
                        file.numbers(0x0028_1201 + i, "OW", tables[i]);
                    }
                });
    }

    /**
     * Adds an overlay plane in its own element.
     *
     * @param overlay the plane
     * @return this
     */
    public SampleFile overlay(Overlay overlay) {
        overlays.add(overlay);
        return this;
    }

    /**
     * Adds an overlay plane in a high bit of every frame (retired form of DICOM PS3.3 C.9.2).
     *
     * @param group even, 0x6000 to 0x601E
     * @param bit the bit, above the bits stored
     * @param bits decides which pixels are set
     * @return this
     */
    public SampleFile highBitOverlay(int group, int bit, Overlay.Bits bits) {
        highBits.add(new HighBits(group, bit, bits));
        return this;
    }

    /**
     * Adds, changes or removes elements after all others are set.
     *
     * @param change receives the builder of the file
     * @return this
     */
    public SampleFile with(Consumer<DicomBuilder> change) {
        changes.add(change);
        return this;
    }

    /**
     * The whole file.
     *
     * @param syntax the transfer syntax
     * @return the bytes
     * @throws IOException if JPEG cannot be written
     */
    public byte[] toBytes(Syntax syntax) throws IOException {
        return builder(syntax).toBytes(syntax);
    }

    /**
     * Writes the file.
     *
     * @param file where; replaced if it exists
     * @param syntax the transfer syntax
     * @return the file
     * @throws IOException if it cannot be written
     */
    public Path write(Path file, Syntax syntax) throws IOException {
        return Files.write(file, toBytes(syntax));
    }

    /**
     * All elements, for further changes.
     *
     * @param syntax the transfer syntax of the pixels
     * @return a new builder
     * @throws IOException if JPEG cannot be written
     */
    public DicomBuilder builder(Syntax syntax) throws IOException {
        DicomBuilder file = description(syntax);
        PixelData pixels = new PixelData(frames, rows, columns, channels(), allocated, this::word);
        if (syntax.encapsulated()) {
            pixels.encapsulate(file, syntax, quality, offsets);
        } else {
            String vr = pixelVr.isEmpty() ? (allocated > 8 ? "OW" : "OB") : pixelVr;
            pixels.writeNative(file, syntax, vr, planar == 1, subsampled());
        }
        changes.forEach(change -> change.accept(file));
        return file;
    }

    /** All elements but the pixels, for files whose pixels are streamed. */
    DicomBuilder withoutPixels(Syntax syntax) {
        DicomBuilder file = description(syntax);
        changes.forEach(change -> change.accept(file));
        return file;
    }

    /** Everything but the pixels and what {@link #with} adds. */
    private DicomBuilder description(Syntax syntax) {
        DicomBuilder file = new DicomBuilder();
        file.text(Tags.SOP_CLASS, "UI", "1.2.840.10008.5.1.4.1.1.7");
        file.text(Tags.SOP_INSTANCE, "UI", "2.25.1");
        file.numbers(Tags.SAMPLES_PER_PIXEL, "US", channels());
        file.text(Tags.PHOTOMETRIC, "CS", photometric);
        if (channels() > 1) {
            file.numbers(Tags.PLANAR, "US", syntax == Syntax.RLE ? 1 : storedPlanar(syntax));
        }
        if (frames != 1) {
            file.text(Tags.FRAMES, "IS", Integer.toString(frames));
        }
        file.numbers(Tags.ROWS, "US", rows).numbers(Tags.COLUMNS, "US", columns);
        file.numbers(Tags.BITS_ALLOCATED, "US", allocated);
        file.numbers(Tags.BITS_STORED, "US", stored);
        file.numbers(Tags.HIGH_BIT, "US", highBit);
        file.numbers(Tags.PIXEL_REPRESENTATION, "US", signed ? 1 : 0);
        for (HighBits high : highBits) {
            new Overlay(high.group, rows, columns, 1, 1, 1, high.bits)
                    .describe(file, allocated, high.bit);
        }
        for (Overlay overlay : overlays) {
            overlay.describe(file, 1, 0);
            overlay.writeData(file);
        }
        return file;
    }

    private int storedPlanar(Syntax syntax) {
        return syntax.encapsulated() || subsampled() ? 0 : planar;
    }

    private int channels() {
        return photometric.equals("RGB") || photometric.startsWith("YBR") ? 3 : 1;
    }

    private boolean subsampled() {
        return photometric.endsWith("422");
    }

    /** The stored word of a sample, high bits included. */
    private int word(int frame, int row, int column, int channel) {
        int shift = highBit + 1 - stored;
        int mask = stored == 32 ? -1 : (1 << stored) - 1;
        int word = (sampler.at(frame, row, column, channel) & mask) << shift;
        for (HighBits high : highBits) {
            if (high.bits.at(frame, row, column)) {
                word |= 1 << high.bit;
            }
        }
        return word;
    }

    /** A sample as a reader should see it: only the bits stored, with their sign. */
    int value(int frame, int row, int column, int channel) {
        int unused = 32 - stored;
        int raised = sampler.at(frame, row, column, channel) << unused;
        return signed ? raised >> unused : raised >>> unused;
    }

    /** Frames, rows, columns, samples of a pixel. */
    int[] shape() {
        return new int[] {frames, rows, columns, channels()};
    }
}
