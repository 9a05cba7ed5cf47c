package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.AllowList;
import org.pixelanon.pii.TextTemplate;

/** Texts that people kept, as expressions. */
class TextTemplateTest {

    @Test
    void numbers_are_left_open_within_the_digits_that_were_seen() throws Exception {
        TextTemplate both =
                TextTemplate.of("Blend (3) x1.25").with(TextTemplate.of("Blend (12) x4.50"));
        assertThat(both.expression()).isEqualTo("Blend \\([0-9]{1,2}\\) x[0-9]\\.[0-9]{2}");
        AllowList list = AllowList.of(List.of(both.expression()));
        for (String text : List.of("Blend (3) x1.25", "Blend (99) x0.00")) {
            assertThat(list.judge(text, Identity.NONE)).as(text).isPresent();
        }
        for (String text : List.of("Blend (100) x1.25", "Blend (3) x1925", "blend (3) x1.25")) {
            assertThat(list.judge(text, Identity.NONE)).as(text).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Blend threshold 12", "Smooth render 3", "Threshold 7", "Qx-Acquire"})
    void harmless_words_with_numbers_may_be_proposed(String text) {
        assertThat(TextTemplate.of(text).veto()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Maria 12, a word may be a name",
        "Smooth Johnson, a word may be a name",
        "Blend 12, a word may be a name",
        "Smooth 12345, a number has more than 4 digits",
        "12, no word of three letters says what it is",
        "QX 12, no word of three letters says what it is",
        "Smooth 45/99/61, has the form of: number",
        "Smooth 77:99, has the form of: time",
        "Smooth 12 Y, has the form of: age",
        "Smooth ٣, a character is neither letter nor symbol"
    })
    void what_may_be_a_persons_is_not_proposed(String text, String why) {
        assertThat(TextTemplate.of(text).veto())
                .hasValueSatisfying(veto -> assertThat(veto).startsWith(why));
    }
}
