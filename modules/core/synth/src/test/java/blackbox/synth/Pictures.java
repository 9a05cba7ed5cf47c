package blackbox.synth;

import java.awt.image.BufferedImage;
import java.util.Random;
import org.pixelanon.model.PlaneImage;

/** Distinct pictures: soft blobs with a little noise. */
public final class Pictures {
    private static final int BLOBS = 7;

    private Pictures() {}

    /** A grey picture; each seed gives another. */
    public static PlaneImage blobs(long seed, int width, int height) {
        Random random = new Random(seed * 7919 + 17);
        double[][] blobs = new double[BLOBS][4];
        for (double[] blob : blobs) {
            blob[0] = random.nextDouble() * width;
            blob[1] = random.nextDouble() * height;
            blob[2] = width * (0.05 + 0.2 * random.nextDouble());
            blob[3] = 60 + 160 * random.nextDouble();
        }
        byte[] samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            double level = 8;
            for (double[] blob : blobs) {
                double dx = i % width - blob[0];
                double dy = i / width - blob[1];
                level += blob[3] * Math.exp(-(dx * dx + dy * dy) / (2 * blob[2] * blob[2]));
            }
            samples[i] = (byte) Math.min(255, level + random.nextInt(7));
        }
        return new PlaneImage(width, height, 1, samples);
    }

    static BufferedImage image(PlaneImage picture) {
        BufferedImage image =
                new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster()
                .setDataElements(0, 0, picture.width(), picture.height(), picture.samples());
        return image;
    }
}
