package org.pixelanon.pipeline.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextMap;

/**
 * Tells thick lines that are text from flow in colour, highlights and bones, which finders take for
 * large letters. A thick line is believed if the other finders see a trace of it, or if it is long
 * and not without any trace; others are doubtful: whoever can read them decides. Lines that are not
 * thick are always believed.
 */
final class ThickLines {

    /** Pixels across from which a line is thick. */
    private static final int THICK = 40;

    /** Mean likelihood that counts as a trace of text. */
    private static final double TRACE = .1;

    /** Mean likelihood that is enough in the map of any network for long lines of strokes. */
    private static final double FAINT_TRACE = .03;

    /** How much longer than thick a line is that is more than a spot. */
    private static final double LONG = 1.5;

    /** Likelihood of pixels, 0 to 255, to which a thick line of strokes is cut down. */
    private static final int SEEN = 26;

    /** What is left around those pixels, in thicknesses of the line. */
    private static final double ROOM = .3;

    private final List<Testimony> testimonies;

    private ThickLines(List<Testimony> testimonies) {
        this.testimonies = testimonies;
    }

    /**
     * Lines by whether they are believed.
     *
     * @param believed they are text
     * @param doubtful they are text if they can be read
     */
    record Sorted(List<UnitedLine> believed, List<UnitedLine> doubtful) {}

    static Sorted sorted(List<Testimony> testimonies) {
        return new ThickLines(testimonies).sorted();
    }

    private Sorted sorted() {
        List<UnitedLine> believed = new ArrayList<>();
        List<UnitedLine> doubtful = new ArrayList<>();
        for (Testimony testimony : testimonies) {
            List<TextMap> others = mapsBeside(testimony);
            for (FoundLine line : testimony.found().lines()) {
                (isBelieved(testimony, line, others) ? believed : doubtful)
                        .add(
                                new UnitedLine(
                                        cutDown(testimony, line, others),
                                        line.vertical(),
                                        Set.of(testimony.name())));
            }
        }
        return new Sorted(believed, doubtful);
    }

    private List<TextMap> mapsBeside(Testimony testimony) {
        return testimonies.stream()
                .filter(t -> t != testimony)
                .map(t -> t.found().map())
                .flatMap(Optional::stream)
                .toList();
    }

    /** A finder with a map needs one other that sees a trace; one without needs all of them. */
    private static boolean isBelieved(Testimony testimony, FoundLine line, List<TextMap> others) {
        PixelRectangle box = line.rectangle();
        int thickness = Math.min(box.width(), box.height());
        if (thickness < THICK || others.isEmpty()) {
            return true;
        }
        boolean isLong = Math.max(box.width(), box.height()) >= LONG * thickness;
        if (testimony.found().map().isPresent()) {
            return isLong || others.stream().anyMatch(map -> map.mean(box) >= TRACE);
        }
        return others.stream().allMatch(map -> map.mean(box) >= TRACE)
                || isLong && others.stream().anyMatch(map -> map.mean(box) >= FAINT_TRACE);
    }

    /** What networks see of a thick line of strokes, with room around: chains reach too far. */
    private static PixelRectangle cutDown(
            Testimony testimony, FoundLine line, List<TextMap> others) {
        PixelRectangle box = line.rectangle();
        int thickness = Math.min(box.width(), box.height());
        if (thickness < THICK || testimony.found().map().isPresent()) {
            return box;
        }
        Optional<PixelRectangle> seen =
                others.stream()
                        .map(map -> map.bounds(box, SEEN))
                        .flatMap(Optional::stream)
                        .reduce(PixelRectangle::union);
        int room = (int) (ROOM * thickness);
        return seen.flatMap(part -> part.grow(room, room).intersection(box)).orElse(box);
    }
}
