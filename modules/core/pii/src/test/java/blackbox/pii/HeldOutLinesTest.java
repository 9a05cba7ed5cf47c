package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.PiiException;
import org.pixelanon.pii.SensitivityJudge;

/** Drawn lines whose templates were not looked at when words and ranges were written. */
class HeldOutLinesTest {

    private static SensitivityJudge judge;

    @BeforeAll
    static void make() throws PiiException {
        judge = SensitivityJudge.of(List.of("tags", "patterns", "allowlist"), null, null);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void no_sensitive_line_is_released(boolean heldOut) {
        List<String> released =
                OwnLines.sensitive(heldOut, 6_000).parallelStream()
                        .filter(text -> !judge.judge(text, Identity.NONE).sensitive())
                        .toList();
        assertThat(released).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void most_harmless_lines_are_released(boolean heldOut) {
        List<String> lines = OwnLines.harmless(heldOut);
        List<String> blanked =
                lines.stream().filter(t -> judge.judge(t, Identity.NONE).sensitive()).toList();
        assertThat(blanked.size()).as("%s", blanked).isLessThanOrEqualTo(lines.size() * 2 / 5);
    }
}
