package org.pixelanon.synth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.synth.Layout.Corner;

/** Draws one file of each kind. */
final class Painter {
    private static final String CR = "1.2.840.10008.5.1.4.1.1.1";
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final String MR = "1.2.840.10008.5.1.4.1.1.4";
    private static final String US = "1.2.840.10008.5.1.4.1.1.6.1";
    private static final String US_CINE = "1.2.840.10008.5.1.4.1.1.3.1";
    private static final String MAP = "1.2.840.10008.5.1.4.1.1.30";
    private static final String XA = "1.2.840.10008.5.1.4.1.1.12.1";

    private static final double MAP_STEP = 0x1p-12;

    private final SampleKind kind;
    private final Fonts fonts;
    private final Chance chance;
    private final Study study;
    private final Captions captions;

    Painter(SampleKind kind, Fonts fonts, People people, Chance chance) {
        this.kind = kind;
        this.fonts = fonts;
        this.chance = chance;
        this.study = Study.draw(people, chance);
        this.captions = new Captions(study, chance);
    }

    DrawnFile draw() {
        return switch (kind) {
            case CR_MONOCHROME2 -> radiograph(Syntax.EXPLICIT, false);
            case CR_MONOCHROME1 -> radiograph(Syntax.EXPLICIT, true);
            case CT_SIGNED -> tomogram(Syntax.EXPLICIT);
            case US_RGB_CINE -> colourCine(Syntax.EXPLICIT, "RGB", chance.between(5, 9));
            case US_REGIONS -> regions();
            case US_YBR_FULL -> ybr("YBR_FULL");
            case US_YBR_FULL_422 -> ybr("YBR_FULL_422");
            case US_PALETTE -> palette();
            case MR_OVERLAY -> overlaid();
            case XA_HIGH_BITS -> angiogram();
            case RLE_GREY -> radiograph(Syntax.RLE, false);
            case RLE_CINE -> colourCine(Syntax.RLE, "RGB", chance.between(3, 6));
            case JPEG_CINE -> colourCine(Syntax.JPEG_BASELINE, "YBR_FULL_422", 3);
            case IMPLICIT -> radiograph(Syntax.IMPLICIT, chance.oneIn(2));
            case BIG_ENDIAN -> resonance(Syntax.BIG_ENDIAN);
            case DEFLATED -> tomogram(Syntax.DEFLATED);
            case FLOAT_MAP -> map(32, 0);
            case DOUBLE_FLOAT_MAP -> map(64, chance.of(-1500, -800));
        };
    }

    private DrawnFile radiograph(Syntax syntax, boolean inverted) {
        int width = chance.of(512, 640, 768, 600);
        int height = chance.of(512, 640, 800);
        Cine cine = still(new Anatomy(Anatomy.Part.CHEST, width, height, chance), width, height, 1);
        Canvas canvas = cine.frames().get(0);
        SampleFile file =
                SampleFile.of(height, width)
                        .bits(16, 12, 11)
                        .photometric(inverted ? "MONOCHROME1" : "MONOCHROME2")
                        .samples(
                                (f, y, x, c) ->
                                        inverted
                                                ? Canvas.MAX - canvas.get(x, y, 0)
                                                : canvas.get(x, y, 0))
                        .with(described(CR))
                        .with(window("2048", "4096"));
        return done(syntax, file, cine);
    }

    private DrawnFile tomogram(Syntax syntax) {
        int size = 512;
        Cine cine = still(new Anatomy(Anatomy.Part.SECTION, size, size, chance), size, size, 1);
        Canvas canvas = cine.frames().get(0);
        int windowWidth = chance.of(350, 400, 800);
        int low = 40 - windowWidth / 2;
        int intercept = chance.of(-1024, 0, 1000);
        SampleFile file =
                SampleFile.of(size, size)
                        .bits(16, 16, 15)
                        .signed()
                        .samples(
                                (f, y, x, c) -> {
                                    int level = canvas.get(x, y, 0);
                                    int hounsfield =
                                            level == 0
                                                    ? -1000
                                                    : low + level * windowWidth / Canvas.MAX;
                                    return hounsfield - intercept;
                                })
                        .with(described(CT))
                        .with(window("40", Integer.toString(windowWidth)))
                        .with(
                                f ->
                                        f.text(0x0028_1052, "DS", Integer.toString(intercept))
                                                .text(0x0028_1053, "DS", "1")
                                                .text(0x0028_1054, "LO", "HU"));
        return done(syntax, file, cine);
    }

    private DrawnFile resonance(Syntax syntax) {
        int size = chance.of(384, 448, 512);
        Cine cine = still(new Anatomy(Anatomy.Part.HEAD, size, size, chance), size, size, 1);
        return done(syntax, resonanceFile(cine), cine);
    }

    /** A map in steps that are exact in floating point, so that peers can be asked for them. */
    private DrawnFile map(int bits, int lowest) {
        int size = chance.of(320, 384, 448);
        Cine cine = still(new Anatomy(Anatomy.Part.HEAD, size, size, chance), size, size, 1);
        Canvas canvas = cine.frames().get(0);
        double[] samples = new double[size * size];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (canvas.get(i % size, i / size, 0) + lowest) * MAP_STEP;
        }
        SampleFile file =
                SampleFile.of(size, size)
                        .bits(16, 16, 15)
                        .signed()
                        .samples((f, y, x, c) -> canvas.get(x, y, 0) + lowest)
                        .with(described(MAP))
                        .with(FloatingSamples.of(bits, samples));
        return done(Syntax.EXPLICIT, file, cine);
    }

    private SampleFile resonanceFile(Cine cine) {
        Canvas canvas = cine.frames().get(0);
        return SampleFile.of(cine.height(), cine.width())
                .bits(16, 12, 11)
                .samples((f, y, x, c) -> canvas.get(x, y, 0) * 3 / 8)
                .with(described(MR))
                .with(window("768", "1536"));
    }

    private DrawnFile overlaid() {
        int width = chance.of(320, 384, 401);
        int height = chance.of(320, 360, 383);
        Cine cine =
                Cine.paint(
                        new Anatomy(Anatomy.Part.HEAD, width, height, chance),
                        width,
                        height,
                        1,
                        1,
                        fonts,
                        chance,
                        l -> l.block(Corner.BOTTOM_LEFT, captions.technique("MR")));
        int count = chance.between(2, 4);
        // odd on both sides, so that no frame but the first begins at a byte
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
        SampleFile file = resonanceFile(cine).overlay(overlay);
        List<TruePlane> planes = new ArrayList<>(frameTruth(cine));
        planes.addAll(
                Cine.truth(
                        texts,
                        count,
                        overlayWidth,
                        overlayHeight,
                        i -> new OverlayPlane(0x6000, i)));
        return new DrawnFile(kind, Syntax.EXPLICIT, file, planes);
    }

    private DrawnFile angiogram() {
        int size = 512;
        int count = chance.between(3, 5);
        Cine cine =
                Cine.paint(
                        new Anatomy(Anatomy.Part.VESSELS, size, size, chance),
                        size,
                        size,
                        1,
                        count,
                        fonts,
                        chance,
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
                        .with(described(XA))
                        .with(window("512", "1024"));
        List<TruePlane> planes = new ArrayList<>(frameTruth(cine));
        planes.addAll(Cine.truth(texts, count, size, size, i -> new OverlayPlane(0x6000, i)));
        return new DrawnFile(kind, Syntax.EXPLICIT, file, planes);
    }

    /** Text for an overlay plane: some stays, a line changes from frame to frame. */
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

    private DrawnFile colourCine(Syntax syntax, String photometric, int count) {
        Cine cine = ultrasound(640, 480, 3, count);
        SampleFile file =
                SampleFile.of(480, 640)
                        .frames(count)
                        .photometric(photometric)
                        .planar(chance.below(2))
                        .samples((f, y, x, c) -> cine.frames().get(f).byteAt(x, y, c))
                        .with(described(US_CINE))
                        .with(f -> f.text(0x0018_1063, "DS", "33.3"))
                        .with(f -> f.numbers(0x0028_0009, "AT", 0x0018_1063));
        return done(syntax, file, cine);
    }

    private DrawnFile regions() {
        int width = chance.of(640, 800);
        int height = chance.of(480, 600);
        Fan fan = new Fan(width, height, chance);
        Cine cine = Cine.paint(fan, width, height, 3, 1, fonts, chance, this::ultrasoundText);
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
                        .with(described(US))
                        .with(f -> f.sequence(0x0018_6011, item));
        return done(Syntax.EXPLICIT, file, cine);
    }

    private DrawnFile ybr(String photometric) {
        Cine cine = ultrasound(640, 480, 3, 1);
        Canvas canvas = cine.frames().get(0);
        SampleFile file =
                SampleFile.of(480, 640)
                        .photometric(photometric)
                        .samples((f, y, x, c) -> canvas.ybr(x, y, c))
                        .with(described(US));
        return done(Syntax.EXPLICIT, file, cine);
    }

    private DrawnFile palette() {
        Cine cine = ultrasound(640, 480, 1, 1);
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
                        .with(described(US));
        return done(Syntax.EXPLICIT, file, cine);
    }

    private Cine ultrasound(int width, int height, int channels, int count) {
        return Cine.paint(
                new Fan(width, height, chance),
                width,
                height,
                channels,
                count,
                fonts,
                chance,
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

    private Cine still(Backdrop backdrop, int width, int height, int channels) {
        return Cine.paint(
                backdrop,
                width,
                height,
                channels,
                1,
                fonts,
                chance,
                layout -> {
                    boolean mirrored = chance.oneIn(2);
                    layout.block(mirrored ? Corner.TOP_RIGHT : Corner.TOP_LEFT, captions.patient());
                    layout.block(
                            mirrored ? Corner.TOP_LEFT : Corner.TOP_RIGHT, captions.examination());
                    layout.block(Corner.BOTTOM_RIGHT, captions.technique(kind.modality()));
                    layout.anywhere(captions.marker());
                    if (chance.oneIn(2)) {
                        layout.anywhere(captions.loose(kind.modality()));
                    }
                });
    }

    private DrawnFile done(Syntax syntax, SampleFile file, Cine cine) {
        return new DrawnFile(kind, syntax, file, frameTruth(cine));
    }

    private static List<TruePlane> frameTruth(Cine cine) {
        return Cine.truth(
                cine.texts(), cine.frames().size(), cine.width(), cine.height(), FramePlane::new);
    }

    /** The tags that carry the identity; in a third of the files some of them are empty. */
    private Consumer<DicomBuilder> described(String sopClass) {
        int partly = chance.oneIn(3) ? 3 : 0;
        long seed = chance.next();
        return file -> {
            study.describe(file, kind.modality(), partly, new Chance(seed));
            file.text(Tags.SOP_CLASS, "UI", sopClass);
        };
    }

    private static Consumer<DicomBuilder> window(String center, String width) {
        return file -> file.text(0x0028_1050, "DS", center).text(0x0028_1051, "DS", width);
    }
}
