package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.NameLikeness;

class NameLikenessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"SMITH", "Smith, A", "DR JOHNSON", "smith-jones", "04.12.1973", "Name: Q"})
    void a_text_like_a_name_or_a_number_is_looked_at_twice(String text) {
        assertThat(NameLikeness.isLikeName(text, Identity.NONE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AXIAL", "T2 TSE", "120 kV", "R", "Portable erect"})
    void what_no_name_is_like_needs_no_second_look(String text) {
        assertThat(NameLikeness.isLikeName(text, Identity.NONE)).isFalse();
    }
}
