package org.pixelanon.synth;

import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.synth.Layout.Corner;

/** Draws ultrasound images in all forms in which colour is stored. */
final class UltrasoundPainter {
    private static final String US = "1.2.840.10008.5.1.4.1.1.6.1";
    private static final String US_CINE = "1.2.840.10008.5.1.4.1.1.3.1";

    private final Scene scene;
    private final Chance chance;
    private final Captions captions;

    UltrasoundPainter(Scene scene) {
        this.scene = scene;
        this.chance = scene.chance();
        this.captions = scene.captions();
    }

    /** Several frames. */
    DrawnFile colourCine(Syntax syntax, String photometric, int count) {
        PaintedFrames cine = ultrasound(640, 480, 3, count);
        SampleFile file =
                SampleFile.of(480, 640)
                        .frames(count)
                        .photometric(photometric)
                        .planar(chance.below(2))
                        .samples((f, y, x, c) -> cine.frames().get(f).byteAt(x, y, c))
                        .with(scene.described(US_CINE))
                        .with(f -> f.text(0x0018_1063, "DS", "33.3"))
                        .with(f -> f.numbers(0x0028_0009, "AT", 0x0018_1063));
        return scene.done(syntax, file, cine);
    }

    /** A frame with a Sequence of Ultrasound Regions (0018,6011). */
    DrawnFile regions() {
        int width = chance.of(640, 800);
        int height = chance.of(480, 600);
        Fan fan = new Fan(width, height, chance);
        PaintedFrames cine = scene.paint(fan, width, height, 3, 1, this::ultrasoundText);
        PixelRectangle region = fan.bounds(height);
        DicomBuilder item =
                new DicomBuilder()
                        .numbers(0x0018_6012, "US", 1)
                        .numbers(0x0018_6014, "US", 1)
                        .numbers(0x0018_6016, "UL", 2)
                        .numbers(0x0018_6018, "UL", region.x())
                        .numbers(0x0018_601A, "UL", region.y())
                        .numbers(0x0018_601C, "UL", region.right() - 1)
                        .numbers(0x0018_601E, "UL", region.bottom() - 1)
                        .numbers(0x0018_6024, "US", 3)
                        .numbers(0x0018_6026, "US", 3)
                        .decimals(0x0018_602C, "FD", 0.03)
                        .decimals(0x0018_602E, "FD", 0.03);
        SampleFile file =
                SampleFile.of(height, width)
                        .photometric("RGB")
                        .samples((f, y, x, c) -> cine.frames().get(0).byteAt(x, y, c))
                        .with(scene.described(US))
                        .with(f -> f.sequence(0x0018_6011, item));
        return scene.done(Syntax.EXPLICIT, file, cine);
    }

    /** A frame in luminance and chrominance. */
    DrawnFile ybr(String photometric) {
        PaintedFrames cine = ultrasound(640, 480, 3, 1);
        Canvas canvas = cine.frames().get(0);
        SampleFile file =
                SampleFile.of(480, 640)
                        .photometric(photometric)
                        .samples((f, y, x, c) -> canvas.ybr(x, y, c))
                        .with(scene.described(US));
        return scene.done(Syntax.EXPLICIT, file, cine);
    }

    /** A frame of PALETTE COLOR. */
    DrawnFile palette() {
        PaintedFrames cine = ultrasound(640, 480, 1, 1);
        Canvas canvas = cine.frames().get(0);
        long[][] tables = new long[3][256];
        int tint = chance.below(60);
        for (int i = 0; i < 256; i++) {
            tables[0][i] = i * 257L;
            tables[1][i] = (i - i * (255L - i) * tint / 65025) * 257;
            tables[2][i] = (i - i * (255L - i) * tint / 32512) * 257;
        }
        SampleFile file =
                SampleFile.of(480, 640)
                        .palette(0, tables[0], tables[1], tables[2])
                        .samples((f, y, x, c) -> canvas.byteAt(x, y, 0))
                        .with(scene.described(US));
        return scene.done(Syntax.EXPLICIT, file, cine);
    }

    private PaintedFrames ultrasound(int width, int height, int channels, int count) {
        return scene.paint(
                new Fan(width, height, chance),
                width,
                height,
                channels,
                count,
                layout -> {
                    if (count > 1) {
                        List<Caption> steps = new ArrayList<>();
                        for (int i = 0; i < Math.min(count, 3); i++) {
                            steps.add(captions.time(3 * i));
                        }
                        layout.changing(Corner.TOP_RIGHT, steps);
                    }
                    ultrasoundText(layout);
                });
    }

    private void ultrasoundText(Layout layout) {
        layout.block(Corner.TOP_LEFT, captions.patient());
        layout.block(Corner.TOP_RIGHT, captions.examination());
        layout.block(Corner.BOTTOM_LEFT, captions.technique("US"));
        for (int i = chance.between(1, 3); i > 0; i--) {
            layout.anywhere(captions.loose("US"));
        }
    }
}
