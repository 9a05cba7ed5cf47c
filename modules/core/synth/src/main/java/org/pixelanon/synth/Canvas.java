package org.pixelanon.synth;

import org.pixelanon.synth.face.Mask;

/** A frame to draw on: grey or red, green, blue, from 0 (black) to {@link #MAX}. */
final class Canvas {
    static final int MAX = 4095;

    final int width;
    final int height;
    final int channels;
    private final short[] samples;

    Canvas(int width, int height, int channels) {
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.samples = new short[width * height * channels];
    }

    int get(int x, int y, int channel) {
        return samples[(y * width + x) * channels + channel];
    }

    /** 0 to 255, rounded. */
    int byteAt(int x, int y, int channel) {
        return (get(x, y, channel) * 255 + MAX / 2) / MAX;
    }

    /** DICOM PS3.3 C.7.6.3.1.2, in thousandths so that all machines round alike. */
    int ybr(int x, int y, int channel) {
        int red = byteAt(x, y, 0);
        int green = byteAt(x, y, 1);
        int blue = byteAt(x, y, 2);
        int value =
                switch (channel) {
                    case 0 -> 2990 * red + 5870 * green + 1140 * blue;
                    case 1 -> 1280000 - 1687 * red - 3313 * green + 5000 * blue;
                    default -> 1280000 + 5000 * red - 4187 * green - 813 * blue;
                };
        return Math.min(255, Math.max(0, (value + 5000) / 10000));
    }

    /** The brightest channel, 0 to 255. */
    int light(int x, int y) {
        int light = 0;
        for (int channel = 0; channel < channels; channel++) {
            light = Math.max(light, byteAt(x, y, channel));
        }
        return light;
    }

    /** Sets all channels. */
    void grey(int x, int y, double level255) {
        int value = (int) (Math.min(255, Math.max(0, level255)) * MAX / 255 + 0.5);
        for (int channel = 0; channel < channels; channel++) {
            samples[(y * width + x) * channels + channel] = (short) value;
        }
    }

    void draw(PlacedText text) {
        Mask mask = text.mask();
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                int i = y * mask.width() + x;
                for (int channel = 0; channel < channels; channel++) {
                    int at = ((text.y() + y) * width + text.x() + x) * channels + channel;
                    int under = mask.rim()[i] == 0 ? samples[at] : MAX * 6 / 255;
                    int colour = text.rgb() >> 8 * (2 - channel) & 0xFF;
                    int ink = colour * MAX / 255;
                    samples[at] = (short) (under + (ink - under) * mask.ink()[i] / 255);
                }
            }
        }
    }
}
