package blackbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.SpreadsheetText;

/** What a spreadsheet would execute is guarded, and every text comes back as it was. */
class SpreadsheetTextTest {

    private static final String[] LETTERS = {
        "'", "=", "-", "+", "@", "1", " ", "a", "\t", "\uFF1D", "\u200B"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\tA",
                " =1",
                "\u00A0=1",
                "\uFEFF=1",
                "\u200B@x",
                "\uFF1D1",
                "\uFF0B1+1",
                "\uFF0Da",
                "\uFF20x",
                "\uFE66x",
                "\u22121+1",
                "-",
                "+"
            })
    void what_would_be_executed_gets_an_apostrophe_in_front(String text) {
        assertThat(SpreadsheetText.guarded(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetText.plain("'" + text)).isEqualTo(text);
        assertThat(SpreadsheetText.guarded("'" + text)).isEqualTo("''" + text);
        assertThat(SpreadsheetText.plain("''" + text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "A", "-5", "+3", "-1.5e-3", "+0,5", "-.5", "'", "''", "'-5", "'A", "a=b", "1-2",
                " ", "\u2260"
            })
    void everything_else_stays_as_it_is(String text) {
        assertThat(SpreadsheetText.guarded(text)).isEqualTo(text);
        assertThat(SpreadsheetText.plain(text)).isEqualTo(text);
    }

    @Test
    void every_text_comes_back_as_it_was_and_no_two_are_written_alike() {
        List<String> texts = new ArrayList<>(List.of(""));
        int from = 0;
        for (int length = 0; length < 4; length++) {
            int to = texts.size();
            for (int i = from; i < to; i++) {
                for (String letter : LETTERS) {
                    texts.add(texts.get(i) + letter);
                }
            }
            from = to;
        }
        assertThat(texts.stream().map(SpreadsheetText::guarded)).doesNotHaveDuplicates();
        assertThat(texts)
                .allMatch(t -> SpreadsheetText.plain(SpreadsheetText.guarded(t)).equals(t));
    }
}
