package org.pixelanon.dicom.verify;

import java.io.IOException;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.model.PixelAnonException;

/**
 * All bits of the words of one frame, unpacked for the proof: samples of a pixel next to each
 * other, words of whole bytes, least significant first.
 *
 * @param columns pixels of a row; one more than the image has where odd rows of pairs are padded
 * @param unit bytes of a word: 1 also for single bits, 2 also for words of 12 bits
 * @param bytes the words
 * @param rest bytes of the frame that belong to no word
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record FrameWords(int columns, int rows, int channels, int unit, byte[] bytes, byte[] rest) {

    /** The number of words. */
    int length() {
        return columns * rows * channels;
    }

    /** A word. */
    long word(int index) {
        long word = 0;
        for (int k = unit - 1; k >= 0; k--) {
            word = word << 8 | bytes[index * unit + k] & 0xFF;
        }
        return word;
    }

    /** Words that lie as they must, as a codec makes them. */
    static FrameWords decoded(ImageDescription image, byte[] bytes) {
        int unit = (image.bitsAllocated() + 7) / 8;
        return new FrameWords(
                image.columns(), image.rows(), image.samplesPerPixel(), unit, bytes, new byte[0]);
    }

    /** The frame without the pixels that pad its rows. */
    FrameWords cropped(int to) {
        if (columns == to) {
            return this;
        }
        int row = to * channels * unit;
        byte[] out = new byte[row * rows];
        for (int y = 0; y < rows; y++) {
            System.arraycopy(bytes, y * columns * channels * unit, out, y * row, row);
        }
        return new FrameWords(to, rows, channels, unit, out, rest);
    }

    /**
     * How native frames lie in a value (DICOM PS3.5 8.1, 8.2 and annex D, PS3.3 C.7.6.3.1).
     *
     * @param available bytes of the value
     * @param planar one plane behind the other
     * @param bigEndian words begin with their most significant byte
     * @param swapped bytes 2n and 2n+1 of the value have changed places
     */
    record Native(
            ByteSource source,
            long value,
            long available,
            ImageDescription image,
            int frames,
            boolean planar,
            boolean bigEndian,
            boolean swapped) {

        /** Frames that are in an element. */
        static Native of(ByteSource source, Element e, ImageDescription image, boolean planar) {
            boolean words = image.bitsAllocated() % 16 == 0;
            return new Native(
                    source,
                    e.value(),
                    e.available(),
                    image,
                    image.frames(),
                    planar,
                    e.bigEndian(),
                    e.bigEndian() && e.vr() == VR.OW && !words);
        }

        /** One frame that stood in fragments. */
        static Native of(byte[] bytes, ImageDescription image) {
            return new Native(
                    new ByteSource.OfArray(bytes),
                    0,
                    bytes.length,
                    image,
                    1,
                    image.planarConfiguration() == 1,
                    false,
                    false);
        }

        /** Two pixels in Y1 Y2 Cb Cr. */
        private boolean pairs() {
            return image.photometric().isSubsampled();
        }

        /** Odd rows of pairs are padded where the value is long enough for that. */
        private boolean padded() {
            long quads = (image.columns() + 1L) / 2 * image.rows();
            return pairs() && image.columns() % 2 == 1 && available >= quads * 4 * frames;
        }

        /** Bits from the beginning of a frame to that of the next. */
        long bits() {
            if (!pairs()) {
                return image.pixels() * image.samplesPerPixel() * image.bitsAllocated();
            }
            long quads =
                    padded() ? (image.columns() + 1L) / 2 * image.rows() : (image.pixels() + 1) / 2;
            return quads * 32;
        }

        FrameWords frame(int index) throws IOException {
            long first = index * bits();
            byte[] in = bytes(first / 8, (first + bits() + 7) / 8);
            if (pairs()) {
                return pairs(in);
            }
            int bits = image.bitsAllocated();
            if (bits % 8 != 0) {
                return packed(in, (int) (first % 8), bits);
            }
            if (bigEndian && bits > 8) {
                reverse(in, bits / 8);
            }
            return FrameWords.decoded(image, planar ? sideBySide(in, bits / 8) : in);
        }

        /** Bytes of the value as they would lie in little endian. */
        private byte[] bytes(long from, long to) throws IOException {
            if (to - from > Integer.MAX_VALUE - 64) {
                throw new PixelAnonException("a frame of " + (to - from) + " bytes is too large");
            }
            if (!swapped) {
                return source.read(value + from, (int) (to - from));
            }
            long even = from - from % 2;
            long end = Math.min(available, to + to % 2);
            byte[] raw = source.read(value + even, (int) (end - even));
            byte[] out = new byte[(int) (to - from)];
            for (int i = 0; i < out.length; i++) {
                int at = (int) (from - even) + i;
                int other = at % 2 == 0 ? at + 1 : at - 1;
                // a last byte of odd number has no other
                out[i] = raw[other < raw.length ? other : at];
            }
            return out;
        }

        private static void reverse(byte[] in, int unit) {
            for (int at = 0; at + unit <= in.length; at += unit) {
                for (int k = 0; k < unit / 2; k++) {
                    byte low = in[at + k];
                    in[at + k] = in[at + unit - 1 - k];
                    in[at + unit - 1 - k] = low;
                }
            }
        }

        private byte[] sideBySide(byte[] in, int unit) {
            int channels = image.samplesPerPixel();
            int plane = in.length / channels;
            byte[] out = new byte[in.length];
            for (int c = 0; c < channels; c++) {
                for (int k = 0; k < unit; k++) {
                    int to = c * unit + k;
                    for (int at = c * plane + k; at < (c + 1) * plane; at += unit) {
                        out[to] = in[at];
                        to += channels * unit;
                    }
                }
            }
            return out;
        }

        private FrameWords packed(byte[] in, int firstBit, int bits) {
            int unit = (bits + 7) / 8;
            int words = (int) (image.pixels() * image.samplesPerPixel());
            byte[] out = new byte[words * unit];
            int at = firstBit;
            for (int i = 0; i < words; i++) {
                for (int k = 0; k < bits; k++, at++) {
                    if ((in[at / 8] >> at % 8 & 1) != 0) {
                        out[i * unit + k / 8] |= (byte) (1 << k % 8);
                    }
                }
            }
            return FrameWords.decoded(image, out);
        }

        /** Both pixels of a pair get its colour; where pairs run on, the last may be half used. */
        private FrameWords pairs(byte[] in) {
            int columns = image.columns() + (padded() ? 1 : 0);
            int pixels = columns * image.rows();
            byte[] out = new byte[pixels * 3];
            for (int n = 0; n < pixels; n++) {
                int pair = n / 2 * 4;
                out[3 * n] = in[pair + n % 2];
                out[3 * n + 1] = in[pair + 2];
                out[3 * n + 2] = in[pair + 3];
            }
            byte[] rest = pixels % 2 == 0 ? new byte[0] : new byte[] {in[in.length - 3]};
            return new FrameWords(columns, image.rows(), 3, 1, out, rest);
        }
    }
}
