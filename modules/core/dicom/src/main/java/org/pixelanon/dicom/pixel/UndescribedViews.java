package org.pixelanon.dicom.pixel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pixelanon.model.PlaneImage;

/**
 * Renders the undescribed bits of a frame in all ways in which they may be an image: the whole
 * word, as shown by programs that ignore Bits Stored; neighbouring bits as one number, also
 * bytewise; and each bit alone. Constant bits and duplicates are omitted.
 */
final class UndescribedViews {

    private final Frame frame;
    private final UndescribedBits bits;
    private final Set<Drawn> drawn = new LinkedHashSet<>();

    private UndescribedViews(Frame frame, UndescribedBits bits) {
        this.frame = frame;
        this.bits = bits;
    }

    /** A picture that knows its like. */
    private record Drawn(PlaneImage image) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Drawn d && Arrays.equals(image.samples(), d.image.samples());
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(image.samples());
        }
    }

    /** The pictures of a frame, each of one channel; of samples in colour one after the other. */
    static List<PlaneImage> of(Frame frame, UndescribedBits bits) {
        UndescribedViews views = new UndescribedViews(frame, bits);
        for (int channel = 0; channel < frame.samplesPerPixel(); channel++) {
            views.channel(channel);
        }
        return views.drawn.stream().map(Drawn::image).toList();
    }

    private void channel(int channel) {
        long plain = varying(channel, 0) & bits.mask();
        draw(channel, bits.whole(), 0);
        pieces(channel, plain, 0);
        if (bits.signed()) {
            // over negative samples the absence of a sign shows as well as its presence
            long sign = Long.highestOneBit(bits.stored());
            pieces(channel, varying(channel, sign) & bits.above(), sign);
        }
    }

    /** The bits that are not the same in all words, seen against the sign if there is one. */
    private long varying(int channel, long sign) {
        long set = 0;
        long clear = 0;
        for (int i = channel; i < frame.length(); i += frame.samplesPerPixel()) {
            long word = word(i, sign);
            set |= word;
            clear |= ~word;
        }
        return set & clear;
    }

    /** A word; with the bits above its sample turned around where that is negative. */
    private long word(int index, long sign) {
        long word = frame.bits(index);
        return (word & sign) == 0 ? word : word ^ bits.above();
    }

    /** Runs of neighbouring bits, their bytes, and each bit. */
    private void pieces(int channel, long varying, long sign) {
        List<Long> singles = new ArrayList<>();
        long rest = varying;
        while (rest != 0) {
            long lowest = Long.lowestOneBit(rest);
            long run = rest & ~(rest + lowest);
            draw(channel, run, sign);
            for (long octet = 0xFF; octet != 0; octet <<= Byte.SIZE) {
                draw(channel, run & octet, sign);
            }
            for (long bit = lowest; (bit & run) != 0; bit <<= 1) {
                singles.add(bit);
            }
            rest &= ~run;
        }
        singles.forEach(bit -> draw(channel, bit, sign));
    }

    /** Draws the number that some bits are, its lowest value black and its highest white. */
    private void draw(int channel, long mask, long sign) {
        int step = frame.samplesPerPixel();
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int i = channel; i < frame.length(); i += step) {
            long value = word(i, sign) & mask;
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (low >= high) {
            return;
        }
        double scale = 255.0 / (high - low);
        byte[] out = new byte[frame.length() / step];
        for (int i = 0; i < out.length; i++) {
            long value = word(i * step + channel, sign) & mask;
            out[i] = (byte) Math.rint((value - low) * scale);
        }
        drawn.add(new Drawn(new PlaneImage(frame.columns(), frame.rows(), 1, out)));
    }
}
