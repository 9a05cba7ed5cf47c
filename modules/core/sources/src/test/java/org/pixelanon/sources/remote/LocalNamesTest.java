package org.pixelanon.sources.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalNamesTest {

    private static final Path OUT = Path.of("/out");

    private static Path place(String key) {
        return OUT.resolve(LocalNames.path(LocalNames.parts(key)));
    }

    @Test
    void whatever_a_key_is_its_place_is_below_the_folder_with_as_many_names() {
        List<String> keys =
                List.of(
                        "../a",
                        "a/../../b",
                        "/a",
                        "a//b",
                        ".",
                        "..",
                        "a/.",
                        "a\\..\\b",
                        "C:x",
                        "a\u0000b",
                        "\n",
                        ".pixelanon-1.part",
                        "x".repeat(1000),
                        "ü".repeat(300),
                        "a/" + "y".repeat(300) + ".dcm");
        for (String key : keys) {
            Path place = place(key);
            assertThat(place.normalize()).as(key).isEqualTo(place);
            assertThat(place).as(key).startsWithRaw(OUT);
            assertThat(OUT.relativize(place).getNameCount())
                    .as(key)
                    .isEqualTo(LocalNames.parts(key).size());
            for (Path name : OUT.relativize(place)) {
                assertThat(name.toString().getBytes(StandardCharsets.UTF_8))
                        .as(key)
                        .hasSizeLessThanOrEqualTo(255);
            }
        }
    }

    @Test
    void plain_keys_keep_their_names_and_long_ones_their_endings_and_differ() {
        assertThat(place("study 1/series+ü/image.dcm"))
                .isEqualTo(Path.of("/out/study 1/series+ü/image.dcm"));
        Path one = place("y".repeat(300) + "1.dcm");
        Path other = place("y".repeat(300) + "2.dcm");
        assertThat(one.toString()).endsWith(".dcm");
        assertThat(one).isNotEqualTo(other);
    }
}
