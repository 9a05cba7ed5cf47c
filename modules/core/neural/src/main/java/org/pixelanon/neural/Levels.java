package org.pixelanon.neural;

import java.util.List;

/**
 * How levels are normalised for a network: the channels and their order, and for each the mean that
 * is subtracted from a level of 0 to 1 and the deviation that divides the difference.
 *
 * @param order the channels
 * @param mean one number for each channel
 * @param deviation one number for each channel, more than 0
 */
record Levels(Order order, List<Float> mean, List<Float> deviation) {

    private static final int WHITE = 255;

    /** The channels of a network's input. */
    enum Order {
        RGB(new int[] {0, 1, 2}),
        BGR(new int[] {2, 1, 0}),
        GREY(new int[] {-1});

        /** Luma weights of red, green and blue (ITU-R BT.601). */
        private static final float[] LUMA = {.299f, .587f, .114f};

        private final int[] from;

        Order(int[] from) {
            this.from = from;
        }

        int channels() {
            return from.length;
        }

        /** The level of a channel, computed from red, green and blue. */
        float level(float[] pixel, int channel) {
            if (from[channel] >= 0) {
                return pixel[from[channel]];
            }
            return LUMA[0] * pixel[0] + LUMA[1] * pixel[1] + LUMA[2] * pixel[2];
        }
    }

    Levels {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
    }

    /** The network's input for a level of 0 to 255. */
    float normal(int channel, float level) {
        return level / (WHITE * deviation.get(channel))
                - mean.get(channel) / deviation.get(channel);
    }
}
