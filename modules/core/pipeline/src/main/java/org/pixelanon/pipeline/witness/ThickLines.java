package org.pixelanon.pipeline.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextMap;

/**
 * Tells thick lines that are text from flow in colour, highlights and bones, which finders take for
 * large letters. Lines that are not thick, those of an exact finder and codes are believed. A thick
 * one is believed if it is longer than a spot and others see a trace of it; a spot must moreover be
 * read, if badly. Whatever else is claimed must be read well.
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

    /** Score from which the thick lines of an exact finder are believed. */
    private static final double SURE = .8;

    /** Score from which what others see in it are parts of its letters. */
    private static final double VERY_SURE = .85;

    /** Score from which those that are thin and slanted are believed. */
    private static final double QUITE_SURE = .65;

    /** Pixels across up to which a line is thin. */
    private static final int THIN = 12;

    /** Thickness of lines that were taken for one, at most, as a part of its own. */
    private static final double THINNER = .8;

    /** Part of what was marked of it that they cover. */
    private static final double COVERED = .9;

    /** Part of it from which one of them is the same line, seen less high. */
    private static final double ONE = .75;

    /** Likelihood, 0 to 255, from which a pixel is marked. */
    private static final int MARKED = 77;

    private static final double BADLY = .04;
    private static final double WELL = .15;
    private static final int WORD = 3;

    /** Likelihood of pixels, 0 to 255, to which a thick line of strokes is cut down. */
    private static final int SEEN = 26;

    /** What is left around those pixels, in thicknesses of the line. */
    private static final double ROOM = .3;

    /** Part of a network's line inside a thick line of strokes that it tells of. */
    private static final double INSIDE = .8;

    /** Thickness of the thickest of them at least, as a part of that line's. */
    private static final double LEAST_PART = .3;

    /** Thickness of those that count, as a part of the thickest one's. */
    private static final double ALIKE = .5;

    /** How far letters may lie beyond them along the line, in thicknesses. */
    private static final double REACH = .5;

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
            boolean alone = maps(testimony, testimonies).isEmpty();
            for (FoundLine line : testimony.found().lines()) {
                if (!isSeveral(line, testimony, testimonies)) {
                    claims.add(
                            alone || !isThick(line, testimony)
                                    ? new Claim(line(testimony, line, line.rectangle()), 0, 0)
                                    : claim(testimony, line, testimonies));
                }
            }
        }
        return claims;
    }

    /** What networks other than the one that testifies see. */
    private static List<TextMap> maps(Testimony testimony, List<Testimony> testimonies) {
        return testimonies.stream()
                .filter(t -> t != testimony)
                .map(t -> t.found().map())
                .flatMap(Optional::stream)
                .toList();
    }

    private static Claim claim(Testimony testimony, FoundLine found, List<Testimony> testimonies) {
        PixelRectangle box = found.rectangle();
        int thickness = thickness(box);
        boolean mapped = testimony.found().map().isPresent();
        List<TextMap> others = maps(testimony, testimonies);
        UnitedLine line = line(testimony, found, mapped ? box : cutDown(box, others, testimonies));
        if (thickness > THICKEST) {
            return new Claim(line, WELL, WORD);
        }
        boolean isLong = Math.max(box.width(), box.height()) >= LONG * thickness;
        List<Double> means = others.stream().map(map -> map.mean(box)).toList();
        if (isTrace(mapped, means)) {
            boolean spot = !isLong && !testimony.found().exact();
            return new Claim(line, spot ? BADLY : 0, spot ? 1 : 0);
        }
        boolean faint = isLong && thickness <= QUITE_THICK && isFaintTrace(mapped, means);
        return new Claim(line, faint ? 0 : WELL, faint ? 0 : 1);
    }

    private static int thickness(PixelRectangle box) {
        return Math.min(box.width(), box.height());
    }

    /** Whether a line is so thick that it may be something else. */
    private static boolean isThick(FoundLine line, Testimony testimony) {
        boolean slanted = line.score() >= QUITE_SURE && line.thickness() <= THIN;
        boolean sure = testimony.found().exact() && (line.score() >= SURE || slanted);
        return thickness(line.rectangle()) >= THICK && !sure && !line.code();
    }

    private static UnitedLine line(Testimony testimony, FoundLine found, PixelRectangle box) {
        return new UnitedLine(box, found.vertical(), found.code(), Set.of(testimony.name()));
    }

    /** Whether thinner lines of others cover all that a finder marked of what is one to it. */
    private static boolean isSeveral(
            FoundLine line, Testimony testimony, List<Testimony> testimonies) {
        PixelRectangle box = line.rectangle();
        if (line.code() || (testimony.found().exact() && line.score() >= VERY_SURE)) {
            return false;
        }
        List<PixelRectangle> thinner =
                testimonies.stream()
                        .filter(t -> t != testimony)
                        .flatMap(t -> t.found().lines().stream())
                        .map(FoundLine::rectangle)
                        .filter(one -> thickness(one) < Math.min(THICK, THINNER * thickness(box)))
                        .toList();
        return covered(thinner, box, testimony) >= COVERED
                && thinner.stream().allMatch(one -> covered(List.of(one), box, testimony) < ONE);
    }

    /** Which part of what a finder marked in a line others cover, 0 to 1. */
    private static double covered(
            List<PixelRectangle> thinner, PixelRectangle box, Testimony testimony) {
        boolean[] covered = new boolean[box.width() * box.height()];
        thinner.stream()
                .flatMap(one -> one.intersection(box).stream())
                .forEach(one -> cover(covered, box, one));
        int all = 0;
        int count = 0;
        for (int i = 0; i < covered.length; i++) {
            int x = box.x() + i % box.width();
            int y = box.y() + i / box.width();
            boolean marked =
                    testimony.found().map().map(map -> map.at(x, y) >= MARKED).orElse(true);
            all += marked ? 1 : 0;
            count += marked && covered[i] ? 1 : 0;
        }
        return all == 0 ? 0 : count / (double) all;
    }

    private static void cover(boolean[] covered, PixelRectangle box, PixelRectangle part) {
        for (int y = part.y(); y < part.bottom(); y++) {
            int row = (y - box.y()) * box.width() - box.x();
            Arrays.fill(covered, row + part.x(), row + part.right(), true);
        }
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

    /**
     * A thick line of strokes, cut down to what networks see: chains reach too far. Where they see
     * lines about as thick in it, only as far as those reach; thinner ones are lines of their own.
     */
    private static PixelRectangle cutDown(
            PixelRectangle box, List<TextMap> maps, List<Testimony> testimonies) {
        List<PixelRectangle> parts =
                testimonies.stream()
                        .filter(t -> t.found().map().isPresent())
                        .flatMap(t -> t.found().lines().stream())
                        .map(FoundLine::rectangle)
                        .filter(line -> isInside(line, box))
                        .flatMap(line -> line.intersection(box).stream())
                        .toList();
        int thickest = parts.stream().mapToInt(ThickLines::thickness).max().orElse(0);
        if (thickest < LEAST_PART * thickness(box)) {
            return cutDown(box, maps);
        }
        PixelRectangle text =
                parts.stream()
                        .filter(part -> thickness(part) >= ALIKE * thickest)
                        .reduce(PixelRectangle::union)
                        .orElse(box);
        int along = (int) (REACH * thickest);
        int across = (int) (ROOM * thickest);
        boolean upright = text.height() > LONG * text.width();
        PixelRectangle near = text.grow(upright ? across : along, upright ? along : across);
        return near.intersection(box).map(part -> cutDown(part, maps).union(text)).orElse(box);
    }

    private static boolean isInside(PixelRectangle line, PixelRectangle box) {
        return line.intersection(box).filter(i -> i.area() >= INSIDE * line.area()).isPresent();
    }

    /** What networks see in a box, with room around. */
    private static PixelRectangle cutDown(PixelRectangle box, List<TextMap> maps) {
        Optional<PixelRectangle> seen =
                maps.stream()
                        .map(map -> map.bounds(box, SEEN))
                        .flatMap(Optional::stream)
                        .reduce(PixelRectangle::union);
        int room = (int) (ROOM * thickness(box));
        return seen.flatMap(part -> part.grow(room, room).intersection(box)).orElse(box);
    }
}
