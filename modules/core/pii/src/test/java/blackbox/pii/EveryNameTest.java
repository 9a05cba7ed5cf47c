package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pii.text.PlainText;

/** All names of all locales, alone and with what stands beside names. */
class EveryNameTest {

    private static final List<String> FORMS =
            List.of("%s", "%s 45", "%s 1956", "%s, 67Y", "L %s", "%s R", "AP %s", "%s ERECT");

    @Test
    void no_name_is_released_but_standard_terms_that_are_names_too() throws IOException {
        SensitivityJudge judge =
                SensitivityJudge.of(List.of("tags", "patterns", "allowlist"), null, null);
        Set<String> released =
                FakedNames.all().parallelStream()
                        .filter(name -> isReleased(judge, name))
                        .map(name -> PlainText.of(name))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed()).hasSizeLessThanOrEqualTo(50).containsAll(released);
    }

    private static boolean isReleased(SensitivityJudge judge, String name) {
        return FORMS.stream()
                .flatMap(
                        form ->
                                List.of(
                                        form.formatted(name),
                                        form.formatted(name.toUpperCase(Locale.ROOT)))
                                        .stream())
                .anyMatch(text -> !judge.judge(text, Identity.NONE).sensitive());
    }

    private static Set<String> listed() throws IOException {
        try (InputStream in = EveryNameTest.class.getResourceAsStream("released-names.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .peek(line -> assertThat(line).matches("\\S+: .{4,}"))
                    .map(line -> line.substring(0, line.indexOf(':')))
                    .collect(Collectors.toSet());
        }
    }
}
