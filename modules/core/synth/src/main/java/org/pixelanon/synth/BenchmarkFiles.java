package org.pixelanon.synth;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pixelanon.model.FramePlane;
import org.pixelanon.synth.Layout.Corner;

/**
 * Large files for benchmarks, written frame by frame in constant memory. The same seed gives the
 * same bytes on every machine.
 */
public final class BenchmarkFiles {
    private final long seed;

    /**
     * Creates files from a seed.
     *
     * @param seed any number
     */
    public BenchmarkFiles(long seed) {
        this.seed = seed;
    }

    /**
     * An RGB ultrasound cine, text fixed over all frames, speckle moving inside the fan in every
     * frame; 200 frames of 1024x768 are 472 MB uncompressed.
     *
     * @param file where; replaced if it exists
     * @param frames how many
     * @param columns of a frame, at least 320
     * @param rows of a frame, at least 240
     * @param syntax {@link Syntax#EXPLICIT}, {@link Syntax#IMPLICIT} or {@link Syntax#RLE}, which
     *     gets one fragment a frame and an empty offset table
     * @return the text of the first frame, which is that of all frames
     * @throws IOException if it cannot be written
     */
    public TruePlane cine(Path file, int frames, int columns, int rows, Syntax syntax)
            throws IOException {
        if (syntax != Syntax.EXPLICIT && syntax != Syntax.IMPLICIT && syntax != Syntax.RLE) {
            throw new IllegalArgumentException("not streamed: " + syntax);
        }
        long bytes = 3L * rows * columns * frames;
        if (syntax != Syntax.RLE && bytes > 0xFFFF_FFFEL) {
            throw new IllegalArgumentException(bytes + " bytes do not fit an element");
        }
        Chance chance = new Chance(seed);
        Fan fan = new Fan(columns, rows, chance);
        Study study = Study.draw(new People(seed), chance);
        List<PlacedText> texts = texts(fan, study, columns, rows, chance);
        SampleFile description =
                SampleFile.of(rows, columns)
                        .frames(frames)
                        .photometric("RGB")
                        .with(f -> study.describe(f, "US", 0, new Chance(seed)))
                        .with(f -> f.text(Tags.SOP_CLASS, "UI", "1.2.840.10008.5.1.4.1.1.3.1"));
        Encoding encoding = new Encoding(syntax.explicit(), false);
        boolean packed = syntax == Syntax.RLE;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            DicomBuilder head = description.withoutPixels(syntax);
            out.write(head.head(syntax));
            out.write(head.elements(syntax));
            out.write(header(encoding, Tags.PIXEL_DATA, packed ? -1 : (int) (bytes + (bytes & 1))));
            if (packed) {
                out.write(header(encoding, Tags.ITEM, 0));
            }
            for (int frame = 0; frame < frames; frame++) {
                byte[] pixels = frame(fan, texts, frame, columns, rows);
                if (packed) {
                    pixels = PackBits.encode(pixels, columns, 3, 1);
                    out.write(header(encoding, Tags.ITEM, pixels.length));
                }
                out.write(pixels);
            }
            if (packed) {
                out.write(header(encoding, Tags.SEQUENCE_END, 0));
            } else if ((bytes & 1) == 1) {
                out.write(0);
            }
        }
        return PaintedFrames.truth(texts, 1, columns, rows, FramePlane::new).get(0);
    }

    /**
     * A grey radiograph of 512x512 samples of 16 bits.
     *
     * @param file where; replaced if it exists
     * @return the file
     * @throws IOException if it cannot be written
     */
    public Path grey(Path file) throws IOException {
        Chance chance = new Chance(seed);
        Anatomy chest = new Anatomy(Anatomy.Part.CHEST, 512, 512, chance);
        Canvas canvas = chest.paint(0, 512, 512, 1);
        Study study = Study.draw(new People(seed), chance);
        Layout layout = new Layout(canvas, "gradient", 1, false, new Fonts(false), chance);
        layout.block(Corner.TOP_LEFT, new Captions(study, chance).patient());
        layout.placed().forEach(canvas::draw);
        return SampleFile.of(512, 512)
                .bits(16, 16, 15)
                .samples((f, y, x, c) -> canvas.get(x, y, 0) * 16)
                .with(f -> study.describe(f, "CR", 0, new Chance(seed)))
                .write(file, Syntax.EXPLICIT);
    }

    private static List<PlacedText> texts(
            Fan fan, Study study, int columns, int rows, Chance chance) {
        Canvas first = fan.paint(0, columns, rows, 3);
        Layout layout = new Layout(first, fan.texture(), 1, false, new Fonts(false), chance);
        Captions captions = new Captions(study, chance);
        layout.block(Corner.TOP_LEFT, captions.patient());
        layout.block(Corner.TOP_RIGHT, captions.examination());
        layout.block(Corner.BOTTOM_LEFT, captions.technique("US"));
        return layout.placed();
    }

    private static byte[] frame(Fan fan, List<PlacedText> texts, int frame, int columns, int rows) {
        Canvas canvas = fan.paint(frame, columns, rows, 3);
        texts.forEach(canvas::draw);
        byte[] pixels = new byte[rows * columns * 3];
        int at = 0;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    pixels[at++] = (byte) canvas.byteAt(x, y, channel);
                }
            }
        }
        return pixels;
    }

    private static byte[] header(Encoding encoding, int tag, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        encoding.header(out, tag, "OB", length);
        return out.toByteArray();
    }
}
