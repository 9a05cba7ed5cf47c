package org.pixelanon.pii.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.DetectorNames;
import org.pixelanon.pii.SensitivityJudge;

/** Names, manufacturers and templates here are none of those from which the model was trained. */
class NameVetoTest {

    private static final int LINES = 2_000;

    private static SensitivityJudge with;
    private static SensitivityJudge without;

    @BeforeAll
    static void make() throws IOException {
        with = SensitivityJudge.of(List.of(DetectorNames.DEFAULT.split(",")), null, null);
        without = SensitivityJudge.of(List.of("tags", "patterns", "allowlist"), null, null);
    }

    private static Opinion of(SensitivityJudge judge, String text) {
        return judge.judge(text, Identity.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Marconi", "MARCONI"})
    void a_name_that_would_be_released_is_hidden(String text) {
        assertThat(of(without, text).sensitive()).isFalse();
        assertThat(of(with, text))
                .isEqualTo(new Opinion(true, new Reason(Reason.Kind.DETECTOR, "opennlp: name")));
    }

    @Test
    void what_is_hidden_for_another_reason_keeps_it() {
        for (String text : List.of("Jane Doe", "01.02.1960", "Marconi^Jane")) {
            assertThat(of(with, text)).as(text).isEqualTo(of(without, text));
        }
    }

    @Test
    void half_of_the_lines_with_names_are_known_as_such() {
        NameLines lines = new NameLines(true, 1);
        NameVeto veto = new NameVeto();
        long found =
                IntStream.range(0, LINES)
                        .mapToObj(i -> lines.withName().text())
                        .filter(text -> veto.judge(text, Identity.NONE).isPresent())
                        .count();
        assertThat(found).isGreaterThan(LINES / 2);
    }

    @Test
    void few_harmless_lines_are_hidden() {
        NameLines lines = new NameLines(true, 2);
        List<String> released =
                IntStream.range(0, LINES)
                        .mapToObj(i -> lines.withoutName().text())
                        .filter(text -> !of(without, text).sensitive())
                        .toList();
        List<String> vetoed = released.stream().filter(t -> of(with, t).sensitive()).toList();
        assertThat(released).hasSizeGreaterThan(LINES / 2);
        assertThat(vetoed).hasSizeLessThan(released.size() / 100);
    }

    @Test
    void a_line_of_signs_alone_or_of_other_letters_holds_no_name() {
        NameVeto veto = new NameVeto();
        for (String text : List.of("", " ", "-+-", "12 34")) {
            assertThat(veto.judge(text, Identity.NONE)).as(text).isEmpty();
        }
    }
}
