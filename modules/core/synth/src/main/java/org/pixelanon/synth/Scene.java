package org.pixelanon.synth;

import java.util.List;
import java.util.function.Consumer;
import org.pixelanon.model.FramePlane;
import org.pixelanon.synth.Layout.Corner;

/**
 * The ingredients of one file: its kind, an invented study, texts about it, faces and random
 * numbers. Painters share it, because each use of the random numbers changes what follows.
 *
 * @param kind what is drawn
 * @param fonts the faces of the texts
 * @param chance the random numbers
 * @param study the study of the images
 * @param captions the texts
 */
record Scene(SampleKind kind, Fonts fonts, Chance chance, Study study, Captions captions) {
    private static final String MR = "1.2.840.10008.5.1.4.1.1.4";

    static Scene of(SampleKind kind, Fonts fonts, People people, Chance chance) {
        Study study = Study.draw(people, chance);
        return new Scene(kind, fonts, chance, study, new Captions(study, chance));
    }

    /** Paints frames of one size with their texts. */
    PaintedFrames paint(
            Backdrop backdrop,
            int width,
            int height,
            int channels,
            int count,
            Consumer<Layout> arrange) {
        return PaintedFrames.paint(
                backdrop, width, height, channels, count, fonts, chance, arrange);
    }

    /** Paints one frame with texts of any modality. */
    PaintedFrames still(Backdrop backdrop, int width, int height, int channels) {
        return paint(
                backdrop,
                width,
                height,
                channels,
                1,
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

    /** A magnetic resonance image of the first frame. */
    SampleFile resonanceFile(PaintedFrames cine) {
        Canvas canvas = cine.frames().get(0);
        return SampleFile.of(cine.height(), cine.width())
                .bits(16, 12, 11)
                .samples((f, y, x, c) -> canvas.get(x, y, 0) * 3 / 8)
                .with(described(MR))
                .with(window("768", "1536"));
    }

    /** The file with the truth of its frames. */
    DrawnFile done(Syntax syntax, SampleFile file, PaintedFrames cine) {
        return new DrawnFile(kind, syntax, file, frameTruth(cine));
    }

    /** The truth of the frames. */
    static List<TruePlane> frameTruth(PaintedFrames cine) {
        return PaintedFrames.truth(
                cine.texts(), cine.frames().size(), cine.width(), cine.height(), FramePlane::new);
    }

    /** The identifying tags; in a third of the files some of them are empty. */
    Consumer<DicomBuilder> described(String sopClass) {
        int partly = chance.oneIn(3) ? 3 : 0;
        long seed = chance.next();
        return file -> {
            study.describe(file, kind.modality(), partly, new Chance(seed));
            file.text(Tags.SOP_CLASS, "UI", sopClass);
        };
    }

    /** Window Center and Width (0028,1050) and (0028,1051). */
    static Consumer<DicomBuilder> window(String center, String width) {
        return file -> file.text(0x0028_1050, "DS", center).text(0x0028_1051, "DS", width);
    }
}
