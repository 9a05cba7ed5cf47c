package org.pixelanon.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.pixelanon.model.Plane;

/** Painted frames with their text and its truth. */
record PaintedFrames(List<Canvas> frames, List<PlacedText> texts) {

    /** Paints a backdrop, places the text on the first frame, and draws it on all. */
    static PaintedFrames paint(
            Backdrop backdrop,
            int width,
            int height,
            int channels,
            int count,
            Fonts fonts,
            Chance chance,
            Consumer<Layout> arrange) {
        List<Canvas> frames = new ArrayList<>();
        for (int frame = 0; frame < count; frame++) {
            frames.add(backdrop.paint(frame, width, height, channels));
        }
        Layout layout = new Layout(frames.get(0), backdrop.texture(), count, false, fonts, chance);
        arrange.accept(layout);
        for (PlacedText text : layout.placed()) {
            text.frames().stream().forEach(frame -> frames.get(frame).draw(text));
        }
        return new PaintedFrames(frames, layout.placed());
    }

    int width() {
        return frames.get(0).width;
    }

    int height() {
        return frames.get(0).height;
    }

    /** The first plane and those whose text differs from that of the plane before. */
    static List<TruePlane> truth(
            List<PlacedText> texts, int count, int width, int height, IntFunction<Plane> plane) {
        List<TruePlane> planes = new ArrayList<>();
        List<TrueText> before = List.of();
        for (int frame = 0; frame < count; frame++) {
            int index = frame;
            List<TrueText> now =
                    texts.stream().filter(t -> t.frames().get(index)).map(TrueText::of).toList();
            if (frame == 0 || !now.equals(before)) {
                planes.add(new TruePlane(plane.apply(frame), width, height, now));
            }
            before = now;
        }
        return planes;
    }
}
