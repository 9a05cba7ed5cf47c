package org.pixelanon.synth;

/** Draws one file of each kind. */
final class Painter {
    private static final String CR = "1.2.840.10008.5.1.4.1.1.1";
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final String MAP = "1.2.840.10008.5.1.4.1.1.30";

    private static final double MAP_STEP = 0x1p-12;

    private final Scene scene;
    private final Chance chance;

    Painter(Scene scene) {
        this.scene = scene;
        this.chance = scene.chance();
    }

    DrawnFile draw() {
        return switch (scene.kind()) {
            case CR_MONOCHROME2 -> radiograph(Syntax.EXPLICIT, false);
            case CR_MONOCHROME1 -> radiograph(Syntax.EXPLICIT, true);
            case CT_SIGNED -> tomogram(Syntax.EXPLICIT);
            case US_RGB_CINE ->
                    ultrasound().colourCine(Syntax.EXPLICIT, "RGB", chance.between(5, 9));
            case US_REGIONS -> ultrasound().regions();
            case US_YBR_FULL -> ultrasound().ybr("YBR_FULL");
            case US_YBR_FULL_422 -> ultrasound().ybr("YBR_FULL_422");
            case US_PALETTE -> ultrasound().palette();
            case MR_OVERLAY -> new OverlayPainter(scene).overlaid();
            case XA_HIGH_BITS -> new OverlayPainter(scene).angiogram();
            case RLE_GREY -> radiograph(Syntax.RLE, false);
            case RLE_CINE -> ultrasound().colourCine(Syntax.RLE, "RGB", chance.between(3, 6));
            case JPEG_CINE -> ultrasound().colourCine(Syntax.JPEG_BASELINE, "YBR_FULL_422", 3);
            case IMPLICIT -> radiograph(Syntax.IMPLICIT, chance.oneIn(2));
            case BIG_ENDIAN -> resonance(Syntax.BIG_ENDIAN);
            case DEFLATED -> tomogram(Syntax.DEFLATED);
            case FLOAT_MAP -> map(32, 0);
            case DOUBLE_FLOAT_MAP -> map(64, chance.of(-1500, -800));
        };
    }

    private UltrasoundPainter ultrasound() {
        return new UltrasoundPainter(scene);
    }

    private DrawnFile radiograph(Syntax syntax, boolean inverted) {
        int width = chance.of(512, 640, 768, 600);
        int height = chance.of(512, 640, 800);
        PaintedFrames cine =
                scene.still(
                        new Anatomy(Anatomy.Part.CHEST, width, height, chance), width, height, 1);
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
                        .with(scene.described(CR))
                        .with(Scene.window("2048", "4096"));
        return scene.done(syntax, file, cine);
    }

    private DrawnFile tomogram(Syntax syntax) {
        int size = 512;
        PaintedFrames cine =
                scene.still(new Anatomy(Anatomy.Part.SECTION, size, size, chance), size, size, 1);
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
                        .with(scene.described(CT))
                        .with(Scene.window("40", Integer.toString(windowWidth)))
                        .with(
                                f ->
                                        f.text(0x0028_1052, "DS", Integer.toString(intercept))
                                                .text(0x0028_1053, "DS", "1")
                                                .text(0x0028_1054, "LO", "HU"));
        return scene.done(syntax, file, cine);
    }

    private DrawnFile resonance(Syntax syntax) {
        int size = chance.of(384, 448, 512);
        PaintedFrames cine =
                scene.still(new Anatomy(Anatomy.Part.HEAD, size, size, chance), size, size, 1);
        return scene.done(syntax, scene.resonanceFile(cine), cine);
    }

    /**
     * A map with values that are exact in floating point, so that other toolkits can be compared.
     */
    private DrawnFile map(int bits, int lowest) {
        int size = chance.of(320, 384, 448);
        PaintedFrames cine =
                scene.still(new Anatomy(Anatomy.Part.HEAD, size, size, chance), size, size, 1);
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
                        .with(scene.described(MAP))
                        .with(FloatingSamples.of(bits, samples));
        return scene.done(Syntax.EXPLICIT, file, cine);
    }
}
