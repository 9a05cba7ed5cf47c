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
 * large letters. Lines that are not thick are believed. A thick one is believed if it is longer
 * than a spot and others see a trace of it; a spot must moreover be read, if badly. Whatever else
 * is claimed must be read well.
 */
final class ThickLines {

    /** Pixels across from which a line is thick. */
    private static final int THICK = 40;

    /** Pixels across up to which the faintest trace of a long line is enough. */
    private static final int QUITE_THICK = 80;

    /** Pixels across beyond which no letters are expected. */
    private static final int THICKEST = 100;

    /** Mean likelihood that counts as a trace of text. */
    private static final double TRACE = .1;

    /** Mean likelihood in one map that is a faint trace, if the others have the faintest. */
    private static final double FAINT = .03;

    private static final double FAINTEST = .01;

    /** How much longer than thick a line is that is more than a spot. */
    private static final double LONG = 1.5;

    private static final double BADLY = .3;
    private static final double WELL = .7;
    private static final int WORD = 3;

    /** Likelihood of pixels, 0 to 255, to which a thick line of strokes is cut down. */
    private static final int SEEN = 26;

    /** What is left around those pixels, in thicknesses of the line. */
    private static final double ROOM = .3;

    private ThickLines() {}

    /**
     * A line, and what must be read for it to be text.
     *
     * @param line the line
     * @param confidence of the reading at least, 0 to 1; 0 if it need not be read
     * @param characters that are read at least
     */
    record Claim(UnitedLine line, double confidence, int characters) {

        boolean isBelieved() {
            return confidence == 0;
        }
    }

    /** What several finders claim of one plane. */
    static List<Claim> of(List<Testimony> testimonies) {
        List<Claim> claims = new ArrayList<>();
        for (Testimony testimony : testimonies) {
            List<TextMap> others =
                    testimonies.stream()
                            .filter(t -> t != testimony)
                            .map(t -> t.found().map())
                            .flatMap(Optional::stream)
                            .toList();
            boolean mapped = testimony.found().map().isPresent();
            for (FoundLine line : testimony.found().lines()) {
                claims.add(claim(testimony.name(), mapped, line, others));
            }
        }
        return claims;
    }

    private static Claim claim(
            String finder, boolean mapped, FoundLine found, List<TextMap> others) {
        PixelRectangle box = found.rectangle();
        int thickness = Math.min(box.width(), box.height());
        boolean thick = thickness >= THICK && !others.isEmpty();
        UnitedLine line =
                new UnitedLine(
                        thick && !mapped ? cutDown(box, others) : box,
                        found.vertical(),
                        Set.of(finder));
        if (!thick) {
            return new Claim(line, 0, 0);
        }
        if (thickness > THICKEST) {
            return new Claim(line, WELL, WORD);
        }
        boolean isLong = Math.max(box.width(), box.height()) >= LONG * thickness;
        List<Double> means = others.stream().map(map -> map.mean(box)).toList();
        if (isTrace(mapped, means)) {
            return new Claim(line, isLong ? 0 : BADLY, isLong ? 0 : 1);
        }
        boolean faint = isLong && thickness <= QUITE_THICK && isFaintTrace(mapped, means);
        return new Claim(line, faint ? 0 : WELL, faint ? 0 : 1);
    }

    /** A finder with a map needs one other that sees a trace; one without needs all of them. */
    private static boolean isTrace(boolean mapped, List<Double> means) {
        return mapped
                ? means.stream().anyMatch(mean -> mean >= TRACE)
                : means.stream().allMatch(mean -> mean >= TRACE);
    }

    private static boolean isFaintTrace(boolean mapped, List<Double> means) {
        return mapped
                ? means.stream().anyMatch(mean -> mean >= FAINTEST)
                : means.stream().anyMatch(mean -> mean >= FAINT)
                        && means.stream().allMatch(mean -> mean >= FAINTEST);
    }

    /** What networks see of a thick line of strokes, with room around: chains reach too far. */
    private static PixelRectangle cutDown(PixelRectangle box, List<TextMap> maps) {
        Optional<PixelRectangle> seen =
                maps.stream()
                        .map(map -> map.bounds(box, SEEN))
                        .flatMap(Optional::stream)
                        .reduce(PixelRectangle::union);
        int room = (int) (ROOM * Math.min(box.width(), box.height()));
        return seen.flatMap(part -> part.grow(room, room).intersection(box)).orElse(box);
    }
}
