package blackbox.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.synth.DrawnFile;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;
import org.pixelanon.synth.TruePlane;
import org.pixelanon.synth.TrueText;

class SampleSetTest {

    private static final int KINDS = SampleKind.values().length;

    @TempDir Path folder;

    @Test
    void the_same_seed_gives_the_same_bytes_also_in_another_country() throws IOException {
        List<Path> here = SampleSet.write(folder.resolve("a"), KINDS, 7);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            List<Path> there = SampleSet.write(folder.resolve("b"), KINDS, 7);
            for (int i = 0; i < here.size(); i++) {
                assertThat(there.get(i)).hasSameBinaryContentAs(here.get(i));
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(folder.resolve("b/truth.json"))
                .hasSameBinaryContentAs(folder.resolve("a/truth.json"));
    }

    @Test
    void another_seed_gives_other_files() throws IOException {
        Path one = SampleSet.write(folder.resolve("a"), 1, 1).get(0);
        Path two = SampleSet.write(folder.resolve("b"), 1, 2).get(0);
        assertThat(Files.mismatch(one, two)).isNotNegative();
    }

    @Test
    void a_file_does_not_depend_on_how_many_are_drawn() throws IOException {
        List<Path> few = SampleSet.write(folder.resolve("a"), 2, 3);
        assertThat(SampleSet.of(3).draw(1).toBytes()).isEqualTo(Files.readAllBytes(few.get(1)));
    }

    @Test
    void text_lies_inside_its_plane_and_never_on_other_text() {
        for (int seed = 0; seed < 3; seed++) {
            for (DrawnFile file : all(seed)) {
                for (TruePlane plane : file.planes()) {
                    assertApart(plane);
                }
            }
        }
    }

    private static void assertApart(TruePlane plane) {
        PixelRectangle all = new PixelRectangle(0, 0, plane.width(), plane.height());
        for (TrueText text : plane.texts()) {
            PixelRectangle box = text.box();
            assertThat(box.x()).isNotNegative();
            assertThat(box.y()).isNotNegative();
            assertThat(box.right()).isLessThanOrEqualTo(all.right());
            assertThat(box.bottom()).isLessThanOrEqualTo(all.bottom());
            for (TrueText other : plane.texts()) {
                PixelRectangle b = other.box();
                assertThat(
                                text == other
                                        || box.right() <= b.x()
                                        || b.right() <= box.x()
                                        || box.bottom() <= b.y()
                                        || b.bottom() <= box.y())
                        .isTrue();
            }
        }
    }

    @Test
    void
            every_kind_shows_sensitive_text_and_the_set_also_harmless_ones_of_all_sizes_and_backgrounds() {
        List<TrueText> texts = new ArrayList<>();
        for (int seed = 0; seed < 4; seed++) {
            for (DrawnFile file : all(seed)) {
                List<TrueText> own =
                        file.planes().stream().flatMap(p -> p.texts().stream()).toList();
                assertThat(own).as(file.kind().label()).anyMatch(TrueText::sensitive);
                texts.addAll(own);
            }
        }
        assertThat(texts).extracting(TrueText::sensitive).contains(true, false);
        assertThat(texts).extracting(TrueText::background).contains("black", "speckle", "gradient");
        assertThat(texts).extracting(TrueText::size).contains(8, 9, 10, 11, 12, 14, 16, 18, 20, 24);
        assertThat(texts)
                .extracting(TrueText::style)
                .contains("white", "grey", "outlined", "dark", "colour");
    }

    private static List<DrawnFile> all(long seed) {
        SampleSet set = SampleSet.of(seed);
        return Arrays.stream(SampleKind.values()).map(k -> set.draw(k.ordinal())).toList();
    }
}
