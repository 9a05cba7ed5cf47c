package blackbox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.BoundedPattern;

class BoundedPatternTest {

    private static final String LONG = "a".repeat(60) + "!";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^((a+)+)+$",
                "(a*)*b",
                "(a|a)*b",
                "(a|aa)+$",
                "(.*a){12}b",
                "(\\w+\\s?)+$",
                "(?:a+){2,}c"
            })
    void an_expression_that_repeats_what_repeats_is_answered_all_the_same(String expression) {
        BoundedPattern pattern = BoundedPattern.compile(expression, Pattern.CASE_INSENSITIVE);
        assertThat(pattern.matches(LONG)).isFalse();
        assertThat(pattern.matches("a".repeat(100_000) + "!")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"((a+)+)+(?=z)!", "^(a+)+\\1$", "((a+)+)+é"})
    void what_cannot_be_answered_is_given_up(String expression) {
        BoundedPattern pattern = BoundedPattern.compile(expression, 0);
        assertThatThrownBy(() -> pattern.matches(LONG))
                .isInstanceOf(BoundedPattern.TooManySteps.class)
                .hasMessageNotContaining("aaa");
    }

    @Test
    void a_text_that_would_end_the_stack_is_answered_or_given_up() {
        String text = "ab".repeat(200_000);
        assertThat(BoundedPattern.compile("(ab|c)*", 0).matches(text)).isTrue();
        BoundedPattern back = BoundedPattern.compile("(?:(a)(b)|\\1)*", 0);
        assertThatThrownBy(() -> back.matches(text))
                .isInstanceOf(BoundedPattern.TooManySteps.class);
    }

    @Test
    void answers_are_those_of_the_jdk() {
        String[] pieces = {
            "a", "b+", "[a-c]", "(a|b)*", ".", "\\d", "c?", "\\bA", "x{1,2}", "[^b]", "$", "^",
            "(?i:B)"
        };
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder expression = new StringBuilder();
            for (int k = random.nextInt(5); k >= 0; k--) {
                expression.append(pieces[random.nextInt(pieces.length)]);
            }
            String text = text(random);
            Pattern jdk = Pattern.compile(expression.toString());
            BoundedPattern bounded = BoundedPattern.compile(expression.toString(), 0);
            assertThat(bounded.matches(text))
                    .as(expression + " on " + text)
                    .isEqualTo(jdk.matcher(text).matches());
            assertThat(bounded.find(text))
                    .as(expression + " in " + text)
                    .isEqualTo(jdk.matcher(text).find());
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int k = random.nextInt(8); k > 0; k--) {
            text.append("abcABx1 \né".charAt(random.nextInt(10)));
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "(a+)+ true", "((a+)+)+(?=z)! true", "(.*a){12} true", "(a|b)+ false", "a+b+ false",
                "(a{2,})* true", "(a+)? false", "(ab)+ false", "[(a+)]+ false", "\\(a+\\)+ false"
            })
    void repetition_of_a_repetition_is_seen(String expression, boolean nested) {
        assertThat(BoundedPattern.compile(expression, 0).isNestedRepetition()).isEqualTo(nested);
    }
}
