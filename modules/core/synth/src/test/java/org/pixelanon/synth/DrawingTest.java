package org.pixelanon.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.synth.Layout.Corner;
import org.pixelanon.synth.face.Face;
import org.pixelanon.synth.face.Faces;
import org.pixelanon.synth.face.Mask;

class DrawingTest {

    @Test
    void boxes_hold_every_pixel_that_text_changes_and_no_empty_edge() {
        for (int seed = 0; seed < 12; seed++) {
            Chance chance = new Chance(seed);
            Backdrop backdrop =
                    seed % 2 == 0
                            ? new Fan(400, 300, chance)
                            : new Anatomy(Anatomy.Part.CHEST, 400, 300, chance);
            Captions captions = new Captions(Study.draw(new People(seed), chance), chance);
            PaintedFrames cine =
                    PaintedFrames.paint(
                            backdrop,
                            400,
                            300,
                            3,
                            2,
                            new Fonts(false),
                            chance,
                            l -> {
                                l.block(Corner.TOP_LEFT, captions.patient());
                                l.changing(
                                        Corner.BOTTOM_RIGHT,
                                        List.of(captions.time(0), captions.time(11)));
                                l.anywhere(captions.marker());
                            });
            for (int frame = 0; frame < 2; frame++) {
                assertBoxes(cine, backdrop, frame);
            }
        }
    }

    private static void assertBoxes(PaintedFrames cine, Backdrop backdrop, int frame) {
        Canvas with = cine.frames().get(frame);
        Canvas without = backdrop.paint(frame, 400, 300, 3);
        List<PlacedText> texts = cine.texts().stream().filter(t -> t.frames().get(frame)).toList();
        assertThat(texts).isNotEmpty();
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                int column = x;
                int row = y;
                if (differs(with, without, x, y)) {
                    assertThat(texts).anyMatch(t -> holds(t.box(), column, row));
                }
            }
        }
        texts.stream()
                .filter(t -> t.style().equals("white"))
                .forEach(t -> assertTight(t, with, without));
    }

    private static void assertTight(PlacedText text, Canvas with, Canvas without) {
        PixelRectangle box = text.box();
        boolean left = false;
        boolean right = false;
        boolean top = false;
        boolean bottom = false;
        for (int y = box.y(); y < box.bottom(); y++) {
            left |= differs(with, without, box.x(), y);
            right |= differs(with, without, box.right() - 1, y);
        }
        for (int x = box.x(); x < box.right(); x++) {
            top |= differs(with, without, x, box.y());
            bottom |= differs(with, without, x, box.bottom() - 1);
        }
        assertThat(List.of(left, right, top, bottom)).containsOnly(true);
    }

    private static boolean holds(PixelRectangle box, int x, int y) {
        return x >= box.x() && y >= box.y() && x < box.right() && y < box.bottom();
    }

    private static boolean differs(Canvas a, Canvas b, int x, int y) {
        return a.get(x, y, 0) != b.get(x, y, 0)
                || a.get(x, y, 1) != b.get(x, y, 1)
                || a.get(x, y, 2) != b.get(x, y, 2);
    }

    @Test
    void both_fonts_draw_all_of_ascii_and_the_strokes_also_the_letters_of_europe() {
        StringBuilder ascii = new StringBuilder();
        for (char c = 33; c < 127; c++) {
            ascii.append(c);
        }
        assertThat(Faces.ofPixels(1).draws(ascii.toString())).isTrue();
        Face strokes = Faces.ofStrokes(9, 1, true);
        assertThat(
                        strokes.draws(
                                ascii
                                        + "°ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåçèéêëìíîïñòóôõöøùúûüýÿ"))
                .isTrue();
        assertThat(strokes.draws("ĄąĆćĘęŁłŃńŚśŹźŻżČčĎďĚěŇňŘřŠšŤťŮůŽžŐőŰűĞğİıŞş")).isTrue();
        assertThat(strokes.draws("日本")).isFalse();
        assertThat(Faces.ofPixels(1).spell("Łódź ß Åse")).isEqualTo("Lodz ss Ase");
    }

    @Test
    void every_letter_looks_different_from_every_other_at_every_size() {
        for (int capital = 6; capital <= 18; capital++) {
            Face face = Faces.ofStrokes(capital, capital >= 13 ? 2 : 1, true);
            for (char a = 33; a < 127; a++) {
                for (char b = (char) (a + 1); b < 127; b++) {
                    Mask one = face.draw("H" + a + "g");
                    Mask two = face.draw("H" + b + "g");
                    assertThat(one.ink()).as("%s %s at %d", a, b, capital).isNotEqualTo(two.ink());
                }
            }
        }
    }

    @Test
    void capitals_are_as_high_as_they_should_be() {
        for (int capital = 6; capital <= 18; capital++) {
            assertThat(Faces.ofStrokes(capital, 1, false).draw("HEI").height()).isEqualTo(capital);
            assertThat(Faces.ofStrokes(capital, 2, true).draw("HEI").height()).isEqualTo(capital);
        }
        assertThat(Faces.ofPixels(2).draw("HEI").height()).isEqualTo(14);
    }

    /** The promise to every machine; to be renewed when the drawing is changed on purpose. */
    @Test
    void the_bytes_of_a_seed_are_those_that_every_other_machine_draws() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (SampleKind kind : SampleKind.values()) {
            if (kind != SampleKind.JPEG_CINE) {
                digest.update(SampleSet.of(1).draw(kind.ordinal()).toBytes());
            }
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("c2a4c3d00d92be45c448a94a60aa7cb40fd4bd78b188c9b609f81adb4cd2bd2c");
    }
}
