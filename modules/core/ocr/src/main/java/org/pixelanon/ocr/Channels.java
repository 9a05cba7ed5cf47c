package org.pixelanon.ocr;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pixelanon.model.PlaneImage;

/**
 * Turns the views of a plane into the single-channel images that are searched: the brightest
 * sample, and where there is colour also the darkest and the difference (coloured text on grey and
 * grey text on colour are visible only in these). A view that hardly differs from an earlier one is
 * omitted.
 */
final class Channels {

    /** Difference in grey levels from which a pixel counts as different in another view. */
    private static final int OTHER = 6;

    /** Difference of the brightest and darkest sample from which a pixel counts as coloured. */
    private static final int COLOURED = 24;

    /** Edge length in pixels of the squares that are grey or coloured as a whole. */
    private static final int TILE = 32;

    /** Number of pixels, fewer than a word has, up to which colour or another view is ignored. */
    private static final int FEW = 24;

    /** Pixels of three samples that make three words. */
    private static final int GROUP = 8;

    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Channels() {}

    static List<GreyImage> of(List<PlaneImage> views) {
        if (views.isEmpty()) {
            throw new IllegalArgumentException("no view");
        }
        List<GreyImage> channels = new ArrayList<>();
        for (PlaneImage view : views) {
            if (view.width() != views.get(0).width() || view.height() != views.get(0).height()) {
                throw new IllegalArgumentException("views differ in size");
            }
            if (view.channels() == 1) {
                addIfOther(channels, new GreyImage(view.width(), view.height(), view.samples()));
            } else {
                addColour(channels, view);
            }
        }
        return channels;
    }

    private static void addColour(List<GreyImage> channels, PlaneImage view) {
        int pixels = view.width() * view.height();
        byte[] samples = view.samples();
        byte[] brightest = new byte[pixels];
        int coloured = 0;
        for (int start = 0; start < pixels; start += GROUP) {
            int end = Math.min(pixels, start + GROUP);
            if (end - start == GROUP && black(samples, 3 * start)) {
                continue; // the array is zero already, as are large parts of ultrasound planes
            }
            for (int i = start, k = 3 * start; i < end; i++, k += 3) {
                int red = samples[k] & 255;
                int green = samples[k + 1] & 255;
                int blue = samples[k + 2] & 255;
                int max = red;
                if (green != red || blue != red) {
                    max = Math.max(red, Math.max(green, blue));
                    if (max - Math.min(red, Math.min(green, blue)) > COLOURED) {
                        coloured++;
                    }
                }
                brightest[i] = (byte) max;
            }
        }
        addIfOther(channels, new GreyImage(view.width(), view.height(), brightest));
        if (coloured > FEW) {
            byte[] darkest = new byte[pixels];
            byte[] chroma = new byte[pixels];
            for (int i = 0, k = 0; i < pixels; i++, k += 3) {
                int min = Math.min(samples[k] & 255, samples[k + 1] & 255);
                min = Math.min(min, samples[k + 2] & 255);
                darkest[i] = (byte) min;
                chroma[i] = (byte) (brightest[i] - min);
            }
            blackenGrey(darkest, chroma, view.width(), view.height());
            addIfOther(channels, new GreyImage(view.width(), view.height(), chroma));
            addIfOther(channels, new GreyImage(view.width(), view.height(), darkest));
        }
    }

    /** Returns whether a group of pixels is all zero. */
    private static boolean black(byte[] samples, int from) {
        long any = (long) WORDS.get(samples, from);
        any |= (long) WORDS.get(samples, from + Long.BYTES);
        any |= (long) WORDS.get(samples, from + 2 * Long.BYTES);
        return any == 0;
    }

    /**
     * Blackens tiles of the darkest samples without colour in and around them: these show the same
     * as the brightest samples and would double the cost.
     */
    private static void blackenGrey(byte[] darkest, byte[] chroma, int width, int height) {
        int columns = (width + TILE - 1) / TILE + 2;
        int rows = (height + TILE - 1) / TILE + 2;
        boolean[] colour = new boolean[columns * rows];
        for (int y = 0; y < height; y++) {
            int tile = (y / TILE + 1) * columns + 1;
            for (int x = 0; x < width; x++) {
                if ((chroma[y * width + x] & 255) > COLOURED) {
                    colour[tile + x / TILE] = true;
                }
            }
        }
        for (int row = 1; row < rows - 1; row++) {
            for (int column = 1; column < columns - 1; column++) {
                int tile = row * columns + column;
                boolean near = false;
                for (int k = -1; k <= 1; k++) {
                    int at = tile + k * columns;
                    near |= colour[at - 1] || colour[at] || colour[at + 1];
                }
                if (!near) {
                    int left = (column - 1) * TILE;
                    int right = Math.min(width, left + TILE);
                    for (int y = (row - 1) * TILE; y < Math.min(height, row * TILE); y++) {
                        Arrays.fill(darkest, y * width + left, y * width + right, (byte) 0);
                    }
                }
            }
        }
    }

    private static void addIfOther(List<GreyImage> channels, GreyImage image) {
        for (GreyImage known : channels) {
            if (!differs(known.samples(), image.samples())) {
                return;
            }
        }
        channels.add(image);
    }

    private static boolean differs(byte[] a, byte[] b) {
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            if (Math.abs((a[i] & 255) - (b[i] & 255)) > OTHER && ++count > FEW) {
                return true;
            }
        }
        return false;
    }
}
