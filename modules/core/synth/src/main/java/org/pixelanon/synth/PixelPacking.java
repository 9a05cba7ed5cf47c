package org.pixelanon.synth;

import java.io.ByteArrayOutputStream;

/** Lays out the samples of uncompressed frames, little endian (DICOM PS3.5 section 8). */
record PixelPacking(int rows, int columns, int channels, Words words) {

    /** Returns the stored word of every sample, by 0-based frame, row, column and channel. */
    @FunctionalInterface
    interface Words {
        int at(int frame, int row, int column, int channel);
    }

    /** One bit a sample, lowest bit first, frames not aligned to bytes. */
    byte[] bits(int frames) {
        long total = (long) frames * rows * columns;
        byte[] out = new byte[Math.toIntExact((total + 15) / 16 * 2)];
        int at = 0;
        for (int frame = 0; frame < frames; frame++) {
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++, at++) {
                    if ((words.at(frame, row, column, 0) & 1) == 1) {
                        out[at >> 3] |= (byte) (1 << (at & 7));
                    }
                }
            }
        }
        return out;
    }

    /** Whole bytes a sample, padded to even length at the end. */
    byte[] frames(int frames, int width, boolean planar, boolean subsampled) {
        ByteArrayOutputStream out =
                new ByteArrayOutputStream(
                        Math.multiplyExact(frames, rows * columns * channels * width));
        for (int frame = 0; frame < frames; frame++) {
            if (subsampled) {
                pairs(out, frame);
            } else if (planar && channels > 1) {
                for (int channel = 0; channel < channels; channel++) {
                    samples(out, frame, channel, channel + 1, width);
                }
            } else {
                samples(out, frame, 0, channels, width);
            }
        }
        if ((out.size() & 1) == 1) {
            out.write(0);
        }
        return out.toByteArray();
    }

    private void samples(ByteArrayOutputStream out, int frame, int from, int to, int width) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                for (int channel = from; channel < to; channel++) {
                    Encoding.META.number(out, words.at(frame, row, column, channel), width);
                }
            }
        }
    }

    /** Y1 Y2 Cb Cr; both pixels get the colour of the left one; an odd last pixel is repeated. */
    private void pairs(ByteArrayOutputStream out, int frame) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column += 2) {
                out.write(words.at(frame, row, column, 0));
                out.write(words.at(frame, row, Math.min(column + 1, columns - 1), 0));
                out.write(words.at(frame, row, column, 1));
                out.write(words.at(frame, row, column, 2));
            }
        }
    }

    /** Reverses the bytes of every word. */
    static void swap(byte[] bytes, int width) {
        for (int at = 0; at + width <= bytes.length; at += width) {
            for (int i = 0; i < width / 2; i++) {
                byte other = bytes[at + i];
                bytes[at + i] = bytes[at + width - 1 - i];
                bytes[at + width - 1 - i] = other;
            }
        }
    }
}
