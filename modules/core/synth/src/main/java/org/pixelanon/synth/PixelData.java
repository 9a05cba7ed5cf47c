package org.pixelanon.synth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The element Pixel Data (7FE0,0010) of an image.
 *
 * @param channels samples of a pixel
 * @param allocated bits of a sample
 * @param words the stored samples
 */
record PixelData(
        int frames, int rows, int columns, int channels, int allocated, PixelPacking.Words words) {

    /** A frame pixel by pixel, little endian. */
    private byte[] interleaved(int frame) {
        int width = allocated / 8;
        ByteArrayOutputStream out = new ByteArrayOutputStream(rows * columns * channels * width);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                for (int channel = 0; channel < channels; channel++) {
                    Encoding.META.number(out, words.at(frame, row, column, channel), width);
                }
            }
        }
        return out.toByteArray();
    }

    /** Writes uncompressed frames. */
    void writeNative(
            DicomBuilder file, Syntax syntax, String vr, boolean planar, boolean subsampled) {
        PixelPacking packing = new PixelPacking(rows, columns, channels, words);
        int width = vr.equals("OW") && allocated <= 8 ? 2 : Math.max(1, allocated / 8);
        byte[] bytes =
                allocated == 1
                        ? packing.bits(frames)
                        : packing.frames(frames, allocated / 8, planar, subsampled);
        if (syntax.bigEndian()) {
            PixelPacking.swap(bytes, width);
        }
        file.bytes(Tags.PIXEL_DATA, vr, bytes);
    }

    /**
     * Writes compressed frames, each in one fragment.
     *
     * @param quality of JPEG, 0 to 1
     * @param offsets whether to fill the Basic Offset Table
     */
    void encapsulate(DicomBuilder file, Syntax syntax, float quality, boolean offsets)
            throws IOException {
        List<byte[]> fragments = new ArrayList<>();
        for (int frame = 0; frame < frames; frame++) {
            byte[] pixels = interleaved(frame);
            fragments.add(
                    switch (syntax) {
                        case RLE -> PackBits.encode(pixels, columns, channels, allocated / 8);
                        case JPEG_BASELINE ->
                                JpegFrame.encode(pixels, rows, columns, channels, quality);
                        default -> pixels;
                    });
        }
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        long at = 0;
        for (byte[] fragment : fragments) {
            Encoding.META.u32(table, at);
            at += 8 + fragment.length + (fragment.length & 1);
        }
        file.fragments(offsets ? table.toByteArray() : new byte[0], fragments);
        if (syntax == Syntax.JPEG_BASELINE) {
            file.text(Tags.LOSSY, "CS", "01");
        }
    }
}
