package org.pixelanon.synth.composite;

import org.pixelanon.synth.face.Face;
import org.pixelanon.synth.face.Mask;

/**
 * A face, stretched or thickened.
 *
 * @param face the original face
 * @param wide how often each column is repeated
 * @param tall how often each row is repeated
 * @param bold number of pixels by which strokes are thickened to the right
 */
record VariedFace(Face face, int wide, int tall, int bold) implements Face {

    @Override
    public Mask draw(String text) {
        Mask plain = face.draw(text);
        int width = plain.width() * wide + bold;
        int height = plain.height() * tall;
        int[] ink = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width - bold; x++) {
                int cover = plain.ink()[y / tall * plain.width() + x / wide];
                for (int right = 0; right <= bold; right++) {
                    int at = y * width + x + right;
                    ink[at] = Math.max(ink[at], cover);
                }
            }
        }
        return Mask.of(width, height, ink);
    }

    @Override
    public String spell(String text) {
        return face.spell(text);
    }

    @Override
    public boolean draws(String text) {
        return face.draws(text);
    }
}
