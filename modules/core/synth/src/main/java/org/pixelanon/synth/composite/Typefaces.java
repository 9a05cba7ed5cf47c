package org.pixelanon.synth.composite;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pixelanon.synth.Chance;
import org.pixelanon.synth.face.Face;
import org.pixelanon.synth.face.Faces;
import org.pixelanon.synth.face.Mask;

/** The fonts of one split: those of the machine, additional ones, and the built-in ones. */
final class Typefaces {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcxyz0123456789.,:/-äéöüß";
    private static final String SAMPLE = "Hamburgefonstiv 0189";
    private static final float MEASURED = 200;

    private final List<Typeface> own = new ArrayList<>();

    Typefaces(Split split, List<Font> brought) {
        for (Typeface typeface : all(brought)) {
            if (split.holds("font:" + typeface.id())) {
                own.add(typeface);
            }
        }
    }

    List<Typeface> list() {
        return List.copyOf(own);
    }

    /**
     * A random typeface that is legible at a height; all kinds are equally likely, however few
     * fonts they have.
     */
    Typeface pick(int capital, Chance chance) {
        Typeface.Kind kind =
                chance.of(
                        Typeface.Kind.MACHINE,
                        Typeface.Kind.MACHINE,
                        Typeface.Kind.MACHINE,
                        Typeface.Kind.MACHINE,
                        Typeface.Kind.MACHINE,
                        Typeface.Kind.STROKES,
                        Typeface.Kind.STROKES,
                        Typeface.Kind.PIXELS,
                        Typeface.Kind.DOTS,
                        Typeface.Kind.DOTS,
                        Typeface.Kind.SEGMENTS,
                        Typeface.Kind.SEGMENTS);
        List<Typeface> fit = own.stream().filter(t -> t.smallest() <= capital).toList();
        List<Typeface> best = fit.stream().filter(t -> t.kind() == kind).toList();
        return chance.pick(best.isEmpty() ? fit : best);
    }

    private static List<Typeface> all(List<Font> brought) {
        List<Typeface> all = new ArrayList<>(fonts(brought));
        strokes(all);
        for (int variant = 0; variant < 6; variant++) {
            int wide = variant % 3 == 1 ? 2 : 1;
            int tall = variant % 3 == 2 ? 2 : 1;
            boolean bold = variant >= 3;
            String look = (bold ? "bold" : "plain") + " " + wide + "x" + tall;
            all.add(
                    new Typeface(
                            "cells " + look,
                            Typeface.Kind.PIXELS,
                            7 * tall,
                            (capital, smooth) -> {
                                int scale = Math.max(1, Math.min(56, capital) / tall / 7);
                                int thicker = bold ? (scale * wide + 1) / 2 : 0;
                                Face plain = Faces.ofPixels(scale);
                                return new VariedFace(plain, wide, tall, thicker);
                            }));
        }
        dots(all);
        segments(all);
        return all;
    }

    private static void strokes(List<Typeface> all) {
        for (double wide : new double[] {0.8, 1, 1.25}) {
            for (double slant : new double[] {0, 0.2}) {
                for (int weight : new int[] {14, 9, 6}) {
                    all.add(
                            new Typeface(
                                    "pen 1/" + weight + " wide " + wide + " slant " + slant,
                                    Typeface.Kind.STROKES,
                                    weight == 6 ? 10 : 6,
                                    (capital, smooth) ->
                                            Faces.ofStrokes(
                                                    capital,
                                                    Math.max(1, (capital + weight / 2) / weight),
                                                    smooth,
                                                    wide,
                                                    slant)));
                }
            }
        }
    }

    private static void dots(List<Typeface> all) {
        for (int percent : new int[] {65, 75, 85, 95}) {
            for (int wide : new int[] {1, 2}) {
                all.add(
                        new Typeface(
                                "dot matrix " + percent + "% wide " + wide,
                                Typeface.Kind.DOTS,
                                14,
                                (capital, smooth) -> {
                                    int pitch = Math.min(8, (capital + 3) / 7);
                                    int columns = wide == 1 ? pitch : (pitch * 4 + 2) / 3;
                                    return Faces.ofDots(pitch, columns, percent / 100.0);
                                }));
            }
        }
    }

    private static void segments(List<Typeface> all) {
        for (int percent : new int[] {10, 13, 16}) {
            for (double slant : new double[] {0, 0.12}) {
                for (boolean letters : new boolean[] {false, true}) {
                    all.add(
                            new Typeface(
                                    (letters ? "14" : "7")
                                            + " segments of "
                                            + percent
                                            + "% slant "
                                            + slant,
                                    Typeface.Kind.SEGMENTS,
                                    letters ? 12 : 10,
                                    (capital, smooth) ->
                                            Faces.ofSegments(
                                                    capital,
                                                    Math.max(1, capital * percent / 100.0),
                                                    slant,
                                                    letters)));
                }
            }
        }
    }

    /**
     * The distinct fonts: those that draw alike, such as a logical font and its physical font,
     * count as one.
     */
    private static List<Typeface> fonts(List<Font> brought) {
        List<Font> found = new ArrayList<>(brought);
        found.addAll(
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()));
        found.sort(
                Comparator.comparing((Font f) -> isLogical(f))
                        .thenComparing(f -> f.getFontName(Locale.ROOT)));
        Set<List<Integer>> looks = new HashSet<>();
        Set<String> names = new HashSet<>();
        List<Typeface> typefaces = new ArrayList<>();
        for (Font font : found) {
            String name = font.getFontName(Locale.ROOT);
            if (font.canDisplayUpTo(LETTERS) < 0 && !names.contains(name)) {
                Mask look = Faces.ofFont(font.deriveFont(24f), false).draw(SAMPLE);
                if (looks.add(Arrays.stream(look.ink()).boxed().toList())) {
                    names.add(name);
                    typefaces.add(typeface(name, font));
                }
            }
        }
        return typefaces;
    }

    private static boolean isLogical(Font font) {
        return List.of("Dialog", "DialogInput", "Monospaced", "SansSerif", "Serif")
                .contains(font.getFamily(Locale.ROOT));
    }

    private static Typeface typeface(String name, Font font) {
        int high = Typeface.height(Faces.ofFont(font.deriveFont(MEASURED), true));
        return new Typeface(
                name,
                Typeface.Kind.MACHINE,
                6,
                (capital, smooth) ->
                        Faces.ofFont(font.deriveFont(capital * MEASURED / high), smooth));
    }
}
