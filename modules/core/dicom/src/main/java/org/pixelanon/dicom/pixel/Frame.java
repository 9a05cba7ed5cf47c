package org.pixelanon.dicom.pixel;

/**
 * The decoded samples of one frame, row by row, the samples of a pixel next to each other. Holds
 * whole words, including overlays in high bits. Must not be changed; then thread-safe.
 */
public final class Frame {

    private final int columns;
    private final int rows;
    private final int samplesPerPixel;
    private final int bitsAllocated;
    private final int bitsStored;
    private final int shift;
    private final boolean signed;
    private final PhotometricInterpretation photometric;

    private final boolean floating;

    /** byte[], short[], int[] or long[], by the size of a word. */
    private final Object words;

    private Frame(
            ImageDescription image,
            int samplesPerPixel,
            PhotometricInterpretation photometric,
            int bitsAllocated,
            Object words) {
        this.columns = image.columns();
        this.rows = image.rows();
        this.samplesPerPixel = samplesPerPixel;
        this.photometric = photometric;
        this.bitsAllocated = bitsAllocated;
        this.bitsStored = Math.min(image.bitsStored(), bitsAllocated);
        this.shift = Math.min(image.shift(), bitsAllocated - bitsStored);
        this.signed = image.signed();
        this.floating = image.floating();
        this.words = words;
    }

    /** A frame of single bits or of words of up to 8 bits, one to an array element. */
    public static Frame of(
            ImageDescription image,
            int samplesPerPixel,
            PhotometricInterpretation photometric,
            byte[] words) {
        int bits = Math.min(8, image.bitsAllocated());
        return new Frame(image, samplesPerPixel, photometric, bits, words);
    }

    /** A frame of words of up to 16 bits. */
    public static Frame of(
            ImageDescription image,
            int samplesPerPixel,
            PhotometricInterpretation photometric,
            short[] words) {
        int bits = Math.min(16, Math.max(9, image.bitsAllocated()));
        return new Frame(image, samplesPerPixel, photometric, bits, words);
    }

    /** A frame of words of 32 bits. */
    public static Frame of(
            ImageDescription image,
            int samplesPerPixel,
            PhotometricInterpretation photometric,
            int[] words) {
        return new Frame(image, samplesPerPixel, photometric, 32, words);
    }

    /** A frame of words of 64 bits, which are floating. */
    public static Frame of(
            ImageDescription image,
            int samplesPerPixel,
            PhotometricInterpretation photometric,
            long[] words) {
        return new Frame(image, samplesPerPixel, photometric, 64, words);
    }

    /**
     * Width.
     *
     * @return columns, at least 1
     */
    public int columns() {
        return columns;
    }

    /**
     * Height.
     *
     * @return rows, at least 1
     */
    public int rows() {
        return rows;
    }

    /**
     * Samples of a pixel.
     *
     * @return 1 or 3
     */
    public int samplesPerPixel() {
        return samplesPerPixel;
    }

    /**
     * Bits of a word after decoding.
     *
     * @return 1, 8, 12, 16 or 32; 64 only if floating
     */
    public int bitsAllocated() {
        return bitsAllocated;
    }

    /**
     * Bits of a sample.
     *
     * @return 1 to bitsAllocated
     */
    public int bitsStored() {
        return bitsStored;
    }

    /**
     * Returns whether samples are two's complement.
     *
     * @return true if signed
     */
    public boolean signed() {
        return signed;
    }

    /**
     * Returns whether samples are floating-point point numbers, which only {@link #value} gives.
     *
     * @return true for IEEE 754 numbers of 32 or 64 bits
     */
    public boolean floating() {
        return floating;
    }

    /**
     * What the samples mean after decoding; subsampled chrominance has been repeated for each
     * pixel.
     *
     * @return never a subsampled one
     */
    public PhotometricInterpretation photometric() {
        return photometric;
    }

    /**
     * The number of samples.
     *
     * @return rows times columns times samplesPerPixel
     */
    public int length() {
        return rows * columns * samplesPerPixel;
    }

    /**
     * A word as it was stored, with the bits above and below the sample.
     *
     * @param index (row * columns + column) * samplesPerPixel + sample
     * @return the word, unsigned within bitsAllocated; 32 bits as they are
     * @throws ClassCastException if words have 64 bits
     */
    public int word(int index) {
        if (words instanceof byte[] b) {
            return b[index] & 0xFF;
        }
        return words instanceof short[] s ? s[index] & 0xFFFF : ((int[]) words)[index];
    }

    /**
     * A stored value.
     *
     * @param index (row * columns + column) * samplesPerPixel + sample
     * @return the value of the bits stored, negative only if signed; unsigned 32-bit samples above
     *     2^31 as negative numbers
     * @throws IllegalStateException if samples are floating-point
     */
    public int sample(int index) {
        if (floating) {
            throw new IllegalStateException("samples are floating-point");
        }
        int up = 32 - bitsStored - shift;
        int value = word(index) << up;
        return signed ? value >> 32 - bitsStored : value >>> 32 - bitsStored;
    }

    /**
     * A stored value.
     *
     * @param x column
     * @param y row
     * @param sample which sample of the pixel
     * @return as {@link #sample(int)}
     */
    public int sample(int x, int y, int sample) {
        return sample((y * columns + x) * samplesPerPixel + sample);
    }

    /**
     * A stored value, integer or floating.
     *
     * @param index (row * columns + column) * samplesPerPixel + sample
     * @return the value, exactly; may be infinite or no number if floating
     */
    public double value(int index) {
        if (!floating) {
            return wideSample(index);
        }
        return words instanceof long[] w
                ? Double.longBitsToDouble(w[index])
                : Float.intBitsToFloat(((int[]) words)[index]);
    }

    /** A word of any size, unsigned but for 64 bits. */
    public long bits(int index) {
        return words instanceof long[] w ? w[index] : word(index) & 0xFFFFFFFFL;
    }

    /** The position of the least significant bit of a sample in its word. */
    public int shift() {
        return shift;
    }

    /** A stored value that is right for unsigned samples of 32 bits as well. */
    public long wideSample(int index) {
        return bitsStored == 32 && !signed ? sample(index) & 0xFFFFFFFFL : sample(index);
    }

    /**
     * What the words of a frame have in common.
     *
     * @param set the bits that are set in any word
     * @param unlike the bits that in any word differ from the sign of its sample; of unsigned
     *     samples those that are set. Above the word they mean nothing
     */
    record WordBits(long set, long unlike) {}

    /** Looks at all words once; those of 64 bits have nothing beside their samples. */
    WordBits wordBits() {
        int set = 0;
        int unlike = 0;
        int up = Integer.SIZE - bitsStored - shift;
        int signs = signed ? -1 : 0;
        if (words instanceof byte[] b) {
            for (byte word : b) {
                set |= word;
                unlike |= word & 0xFF ^ word << up >> 31 & signs;
            }
            set &= 0xFF;
        } else if (words instanceof short[] s) {
            for (short word : s) {
                set |= word;
                unlike |= word & 0xFFFF ^ word << up >> 31 & signs;
            }
            set &= 0xFFFF;
        } else if (words instanceof int[] w) {
            for (int word : w) {
                set |= word;
                unlike |= word ^ word << up >> 31 & signs;
            }
        }
        return new WordBits(set & 0xFFFFFFFFL, unlike & 0xFFFFFFFFL);
    }

    /** True if a word is a whole unsigned sample of 8 bits. */
    public boolean isPlainBytes() {
        return words instanceof byte[] && bitsStored == 8 && shift == 0 && !signed;
    }

    /** The words of a frame of bytes; fails for others. */
    public byte[] byteWords() {
        return (byte[]) words;
    }
}
