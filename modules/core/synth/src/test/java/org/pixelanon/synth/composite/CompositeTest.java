package org.pixelanon.synth.composite;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.synth.Pictures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.synth.Chance;
import org.pixelanon.synth.composite.CompositeSet.TagContent;

/** The truth of a composite agrees with its pixels. */
class CompositeTest {
    private static final List<Split> SPLITS = List.of(Split.TRAIN, Split.DEV, Split.HELDOUT);

    @Test
    void ink_is_what_letters_cover_by_half_and_stands_from_even_ground_as_stated() {
        for (int ground : new int[] {30, 90, 210}) {
            for (Typeface typeface : new Typefaces(Split.ALL, List.of()).list()) {
                for (Style style : List.of(Style.PLAIN, Style.DARK, Style.FAINT)) {
                    assertInk(ground, new Look(typeface, 21, true, style, 0.5, 0.5, 0));
                }
            }
        }
    }

    private static void assertInk(int ground, Look look) {
        Sheet sheet = even(ground);
        Pen pen = new Pen(sheet);
        Phrase phrase = new Phrase(TextClass.ID, "1405");
        Lettering text = Pen.letter(phrase, look).orElseThrow();
        if (!pen.write(phrase, look, text, 20, 30)) {
            return; // light letters on light ground, dark ones on dark
        }
        TrueBox box = pen.written().get(0);
        boolean[] ink = ink(box);
        double sum = 0;
        int count = 0;
        for (int y = 0; y < sheet.height; y++) {
            for (int x = 0; x < sheet.width; x++) {
                int change = Math.abs(sheet.light(x, y) - ground);
                boolean isInk = isInk(box, ink, x, y);
                int half = Math.abs(box.contrast()) / 3;
                assertThat(!isInk || change >= half).as("%s %d,%d", look, x, y).isTrue();
                assertThat(change == 0 || holds(Sheet.grown(box.box(), 2), x, y)).isTrue();
                sum += isInk ? sheet.light(x, y) - ground : 0;
                count += isInk ? 1 : 0;
            }
        }
        assertThat(sum / count).isBetween(box.contrast() - 1.5, box.contrast() + 1.5);
        if (look.style() == Style.FAINT) {
            assertThat(Math.abs(box.contrast())).isBetween(45, 75);
        }
    }

    @Test
    void boxes_end_where_ink_ends_lie_inside_and_never_on_each_other() throws IOException {
        for (Composite drawn : some(Split.HELDOUT, 10)) {
            Set<PixelRectangle> others = new HashSet<>();
            PixelRectangle plane =
                    new PixelRectangle(0, 0, drawn.sheet().width, drawn.sheet().height);
            for (TrueBox box : drawn.boxes()) {
                PixelRectangle r = box.box();
                assertThat(Arrays.stream(box.runs()).sum()).isEqualTo(r.width() * r.height());
                assertThat(touches(box, true, false)).isTrue();
                assertThat(touches(box, false, false)).isTrue();
                assertThat(touches(box, true, true)).isTrue();
                assertThat(touches(box, false, true)).isTrue();
                assertThat(plane.right() >= r.right() && plane.bottom() >= r.bottom()).isTrue();
                assertThat(r.x() >= 0 && r.y() >= 0).isTrue();
                assertThat(others).noneMatch(o -> Sheet.meet(o, r));
                others.add(r);
            }
        }
    }

    @Test
    void ink_of_every_style_stands_out_from_what_surrounds_it() throws IOException {
        Set<Style> seen = new HashSet<>();
        for (Composite drawn : some(Split.TRAIN, 20)) {
            for (TrueBox box : drawn.boxes()) {
                boolean[] ink = ink(box);
                double inkSum = 0;
                double groundSum = 0;
                int inks = 0;
                int grounds = 0;
                PixelRectangle r = box.box();
                for (int y = r.y(); y < r.bottom(); y++) {
                    for (int x = r.x(); x < r.right(); x++) {
                        boolean isInk = isInk(box, ink, x, y);
                        int light = drawn.sheet().light(x, y);
                        inkSum += isInk ? light : 0;
                        groundSum += isInk ? 0 : light;
                        inks += isInk ? 1 : 0;
                        grounds += isInk ? 0 : 1;
                    }
                }
                seen.add(box.style());
                assertThat(Math.abs(box.contrast())).isGreaterThanOrEqualTo(30);
                if (grounds > inks / 2) {
                    double contrast = inkSum / inks - groundSum / grounds;
                    assertThat(contrast * box.contrast()).as("%s", box).isPositive();
                }
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Style.values());
    }

    @Test
    void turned_text_is_the_same_ink_turned() {
        Typeface typeface = new Typefaces(Split.ALL, List.of()).list().get(0);
        Phrase phrase = new Phrase(TextClass.MARKER, "R7");
        Look look = new Look(typeface, 24, true, Style.PLAIN, 0.5, 0.5, 0);
        Lettering flat = Pen.letter(phrase, look).orElseThrow();
        Lettering left = Pen.letter(phrase, look.turned(90)).orElseThrow();
        Lettering over = Pen.letter(phrase, look.turned(180)).orElseThrow();
        int width = flat.right() - flat.left();
        int height = flat.bottom() - flat.top();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean ink = flat.isInk(flat.left() + x, flat.top() + y);
                assertThat(left.isInk(left.left() + y, left.bottom() - 1 - x)).isEqualTo(ink);
                assertThat(over.isInk(over.right() - 1 - x, over.bottom() - 1 - y)).isEqualTo(ink);
            }
        }
    }

    @Test
    void fonts_templates_words_names_and_texts_are_of_one_split_only() throws IOException {
        List<Set<String>> texts = new ArrayList<>();
        List<Set<String>> fonts = new ArrayList<>();
        for (Split split : SPLITS) {
            Set<String> own = new HashSet<>();
            Set<String> ownFonts = new HashSet<>();
            new Typefaces(split, List.of()).list().forEach(t -> ownFonts.add(t.id()));
            for (Composite drawn : some(split, 12)) {
                for (TrueBox box : drawn.boxes()) {
                    assertThat(ownFonts).contains(box.font());
                    if (box.phrase().text().length() > WordList.SHORT) {
                        own.add(box.phrase().text());
                    }
                }
            }
            Persona.Crowd crowd = new Persona.Crowd(split);
            Chance chance = new Chance(3);
            for (int i = 0; i < 30; i++) {
                own.add(crowd.pick(chance).family());
            }
            WordList words = new WordList(split);
            for (TextClass kind : TextClass.values()) {
                words.templates(kind).stream()
                        .filter(t -> !t.matches("\\{\\w+}"))
                        .forEach(t -> own.add(kind + " " + t));
            }
            texts.add(own);
            fonts.add(ownFonts);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(texts.get(i)).doesNotContainAnyElementsOf(texts.get((i + 1) % 3));
            assertThat(fonts.get(i)).doesNotContainAnyElementsOf(fonts.get((i + 1) % 3));
        }
    }

    @Test
    void every_split_has_fonts_of_our_own_of_every_kind_and_templates_of_every_class() {
        for (Split split : SPLITS) {
            List<Typeface> fonts = new Typefaces(split, List.of()).list();
            for (Typeface.Kind kind : Typeface.Kind.values()) {
                if (kind != Typeface.Kind.MACHINE) {
                    assertThat(fonts).as("%s %s", split, kind).anyMatch(t -> t.kind() == kind);
                }
            }
            WordList words = new WordList(split);
            for (TextClass kind : TextClass.values()) {
                assertThat(words.templates(kind)).as("%s %s", split, kind).isNotEmpty();
            }
        }
    }

    private static List<Composite> some(Split split, int count) throws IOException {
        List<Background> files = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            PlaneImage picture = Pictures.blobs(i, 420, 380);
            files.add(new Background("file " + i, "", 1, frame -> picture));
        }
        CompositeSet set =
                new CompositeSet(split, Backgrounds.of(files), List.of(), TagContent.ANONYMOUS);
        List<Composite> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drawn.add(set.draw(11, i));
            assertThat(drawn.get(i).boxes()).hasSizeGreaterThanOrEqualTo(6);
        }
        return drawn;
    }

    private static Sheet even(int level) {
        byte[] samples = new byte[300 * 90];
        Arrays.fill(samples, (byte) level);
        return new Sheet(new PlaneImage(300, 90, 1, samples));
    }

    /** The ink of a box, row by row, from its runs. */
    private static boolean[] ink(TrueBox box) {
        boolean[] ink = new boolean[box.box().width() * box.box().height()];
        int at = 0;
        for (int i = 0; i < box.runs().length; i++) {
            Arrays.fill(ink, at, at + box.runs()[i], i % 2 == 1);
            at += box.runs()[i];
        }
        return ink;
    }

    private static boolean isInk(TrueBox box, boolean[] ink, int x, int y) {
        PixelRectangle r = box.box();
        return holds(r, x, y) && ink[(y - r.y()) * r.width() + x - r.x()];
    }

    private static boolean holds(PixelRectangle r, int x, int y) {
        return x >= r.x() && y >= r.y() && x < r.right() && y < r.bottom();
    }

    /** Tells whether there is ink in the first or last row or column. */
    private static boolean touches(TrueBox box, boolean row, boolean last) {
        boolean[] ink = ink(box);
        int width = box.box().width();
        int height = box.box().height();
        for (int i = 0; i < (row ? width : height); i++) {
            int x = row ? i : last ? width - 1 : 0;
            int y = row ? last ? height - 1 : 0 : i;
            if (ink[y * width + x]) {
                return true;
            }
        }
        return false;
    }
}
