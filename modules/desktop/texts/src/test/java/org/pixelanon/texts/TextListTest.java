package org.pixelanon.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.DenyList;

class TextListTest {

    @ParameterizedTest
    @ValueSource(strings = {"T2* (ax.) [1+1] {3}", "a|b^c$", "C:\\x", "kV-70 #5 & ~", "Größe 5"})
    void an_expression_matches_its_text_and_nothing_else(String text) throws Exception {
        DenyList list = DenyList.of(List.of(TextList.exactly(" " + text + " ")));

        assertThat(list.judge(text, Identity.NONE)).isPresent();
        assertThat(list.judge(text + "x", Identity.NONE)).isEmpty();
        assertThat(list.judge(text.substring(1), Identity.NONE)).isEmpty();
    }
}
