package org.pixelanon.synth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.synth.Layout.Corner;

/** Draws files with text in overlay planes. */
final class OverlayPainter {
    private static final String XA = "1.2.840.10008.5.1.4.1.1.12.1";

    private final Scene scene;
    private final Fonts fonts;
    private final Chance chance;
    private final Captions captions;

    OverlayPainter(Scene scene) {
        this.scene = scene;
        this.fonts = scene.fonts();
        this.chance = scene.chance();
        this.captions = scene.captions();
    }

    /** A head with an overlay of its own size (DICOM PS3.3 C.9.2). */
    DrawnFile overlaid() {
        int width = chance.of(320, 384, 401);
        int height = chance.of(320, 360, 383);
        PaintedFrames cine =
                scene.paint(
                        new Anatomy(Anatomy.Part.HEAD, width, height, chance),
                        width,
                        height,
                        1,
                        1,
                        l -> l.block(Corner.BOTTOM_LEFT, captions.technique("MR")));
        int count = chance.between(2, 4);
        // odd dimensions, so that only the first frame begins at a byte
        int overlayWidth = (width - 9) | 1;
        int overlayHeight = (height - 14) | 1;
        List<PlacedText> texts = overlayTexts(overlayWidth, overlayHeight, count);
        Overlay overlay =
                new Overlay(
                        0x6000,
                        overlayHeight,
                        overlayWidth,
                        3,
                        2,
                        count,
                        bits(texts, count, overlayWidth, overlayHeight));
        SampleFile file = scene.resonanceFile(cine).overlay(overlay);
        List<TruePlane> planes = new ArrayList<>(Scene.frameTruth(cine));
        planes.addAll(
                PaintedFrames.truth(
                        texts,
                        count,
                        overlayWidth,
                        overlayHeight,
                        i -> new OverlayPlane(0x6000, i)));
        return new DrawnFile(scene.kind(), Syntax.EXPLICIT, file, planes);
    }

    /** Vessels with an overlay in a high bit of the pixels. */
    DrawnFile angiogram() {
        int size = 512;
        int count = chance.between(3, 5);
        PaintedFrames cine =
                scene.paint(
                        new Anatomy(Anatomy.Part.VESSELS, size, size, chance),
                        size,
                        size,
                        1,
                        count,
                        l -> {
                            l.block(Corner.BOTTOM_RIGHT, captions.technique("XA"));
                            l.anywhere(captions.loose("XA"));
                        });
        List<PlacedText> texts = overlayTexts(size, size, count);
        Overlay.Bits bits = bits(texts, count, size, size);
        SampleFile file =
                SampleFile.of(size, size)
                        .frames(count)
                        .bits(16, 10, 9)
                        .samples((f, y, x, c) -> cine.frames().get(f).get(x, y, 0) / 4)
                        .highBitOverlay(0x6000, 12, bits)
                        .with(scene.described(XA))
                        .with(Scene.window("512", "1024"));
        List<TruePlane> planes = new ArrayList<>(Scene.frameTruth(cine));
        planes.addAll(
                PaintedFrames.truth(texts, count, size, size, i -> new OverlayPlane(0x6000, i)));
        return new DrawnFile(scene.kind(), Syntax.EXPLICIT, file, planes);
    }

    /** Text for an overlay plane: some fixed lines, and one that changes from frame to frame. */
    private List<PlacedText> overlayTexts(int width, int height, int count) {
        Layout layout =
                new Layout(new Canvas(width, height, 1), "black", count, true, fonts, chance);
        layout.block(Corner.TOP_LEFT, captions.patient());
        List<Caption> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(captions.time(7 * i));
        }
        layout.changing(Corner.TOP_RIGHT, steps);
        layout.block(Corner.TOP_RIGHT, captions.examination());
        return layout.placed();
    }

    private static Overlay.Bits bits(List<PlacedText> texts, int count, int width, int height) {
        List<BitSet> planes = new ArrayList<>();
        for (int frame = 0; frame < count; frame++) {
            BitSet plane = new BitSet(width * height);
            for (PlacedText text : texts) {
                PixelRectangle box = text.box();
                for (int y = box.y(); text.frames().get(frame) && y < box.bottom(); y++) {
                    for (int x = box.x(); x < box.right(); x++) {
                        if (text.covers(x, y)) {
                            plane.set(y * width + x);
                        }
                    }
                }
            }
            planes.add(plane);
        }
        return (frame, row, column) -> planes.get(frame).get(row * width + column);
    }
}
