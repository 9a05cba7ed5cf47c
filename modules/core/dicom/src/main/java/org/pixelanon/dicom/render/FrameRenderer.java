package org.pixelanon.dicom.render;

import java.util.function.DoubleUnaryOperator;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.model.PlaneImage;

/** Turns samples and overlay bits into 8-bit images. */
final class FrameRenderer {

    private FrameRenderer() {}

    /**
     * A grey image.
     *
     * @param grey from stored value to 0..255; clipped
     * @param inverted true for MONOCHROME1, in which the lowest value is white
     */
    static PlaneImage grey(Frame frame, DoubleUnaryOperator grey, boolean inverted) {
        byte[] out = new byte[frame.length()];
        if (frame.bitsAllocated() <= 16) {
            byte[] table = tableOfWords(frame, grey, inverted);
            for (int i = 0; i < out.length; i++) {
                out[i] = table[frame.word(i)];
            }
        } else {
            for (int i = 0; i < out.length; i++) {
                out[i] = level(grey.applyAsDouble(frame.value(i)), inverted);
            }
        }
        return new PlaneImage(frame.columns(), frame.rows(), 1, out);
    }

    /** One entry for each word, so that bits beside the sample need no masking in the loop. */
    private static byte[] tableOfWords(Frame frame, DoubleUnaryOperator grey, boolean inverted) {
        int stored = 1 << frame.bitsStored();
        byte[] bySample = new byte[stored];
        for (int s = 0; s < stored; s++) {
            int value = frame.signed() && s >= stored / 2 ? s - stored : s;
            bySample[s] = level(grey.applyAsDouble(value), inverted);
        }
        int words = 1 << frame.bitsAllocated();
        if (words == stored) {
            return bySample;
        }
        byte[] table = new byte[words];
        for (int w = 0; w < words; w++) {
            table[w] = bySample[w >> frame.shift() & stored - 1];
        }
        return table;
    }

    private static byte level(double grey, boolean inverted) {
        int level = (int) Math.rint(Math.max(0, Math.min(255, grey)));
        return (byte) (inverted ? 255 - level : level);
    }

    /**
     * A colour image.
     *
     * @param scale from stored value to 0..255, for samples that are not plain bytes
     */
    static PlaneImage color(Frame frame, DoubleUnaryOperator scale) {
        byte[] out;
        if (frame.isPlainBytes()) {
            out = frame.byteWords().clone();
        } else {
            out = new byte[frame.length()];
            for (int i = 0; i < out.length; i++) {
                out[i] = level(scale.applyAsDouble(frame.wideSample(i)), false);
            }
        }
        if (frame.photometric().isYbr()) {
            ColorConversion.of(frame.photometric()).apply(out);
        }
        return new PlaneImage(frame.columns(), frame.rows(), 3, out);
    }

    /** An image of which every sample is drawn otherwise. */
    static PlaneImage mapped(PlaneImage image, DoubleUnaryOperator levels) {
        byte[] table = new byte[256];
        for (int v = 0; v < table.length; v++) {
            table[v] = level(levels.applyAsDouble(v), false);
        }
        byte[] out = new byte[image.samples().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = table[image.samples()[i] & 0xFF];
        }
        return new PlaneImage(image.width(), image.height(), image.channels(), out);
    }

    /** An overlay: set bits white on black. */
    static PlaneImage overlay(int columns, int rows, byte[] bits) {
        byte[] out = new byte[bits.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) -bits[i];
        }
        return new PlaneImage(columns, rows, 1, out);
    }
}
