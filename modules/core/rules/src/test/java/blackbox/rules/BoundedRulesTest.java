package blackbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.rules.RuleCheck;
import org.pixelanon.rules.RuleReader;
import org.pixelanon.rules.RuleResult;

/** Regular expressions with exponential running time. */
class BoundedRulesTest {

    private static final String VALUE = "a".repeat(60) + "!";

    private static final int STUDY_DESCRIPTION = 0x00081030;

    @TempDir Path folder;

    private RuleResult applied(String rules) throws IOException {
        try (DicomFile file = Sample.open(folder, b -> b.text(STUDY_DESCRIPTION, "LO", VALUE))) {
            return Sample.apply(file, rules);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"^((a+)+)+$", "^(a|a)*$", "^(a|aa)+$", "(.*a){12}b"})
    void what_has_a_linear_answer_is_answered(String expression) throws IOException {
        String recipe =
                Sample.recipe("contains StudyDescription " + expression, "coordinates 0,0,5,5");
        RuleResult result = applied(recipe);
        assertThat(result.unusable()).isEmpty();
        assertThat(result.matching()).isEmpty();
        String script =
                "{ StudyDescription.matches(\"" + expression.replace("$", "") + "\") } (0,0,5,5)";
        assertThat(applied(script).unusable()).isEmpty();
    }

    @Test
    void a_rule_that_has_to_be_given_up_withholds_the_file_and_is_named() throws IOException {
        String recipe =
                Sample.recipe("contains StudyDescription ^((a+)+)+(?=z)!", "coordinates 0,0,5,5");
        assertThat(applied(recipe).unusable())
                .singleElement()
                .asString()
                .contains("line 3", "rule 'rule'", "too many steps")
                .doesNotContain("aaa");
        String script = "{ StudyDescription.matches(\"^((a+)+)+(?=z)!\") } (0,0,5,5)";
        assertThat(applied(script).unusable()).singleElement().asString().contains("line 1");
    }

    @Test
    void the_check_warns_of_what_repeats_a_repetition() throws IOException {
        String recipe =
                Sample.recipe("contains StudyDescription ^((a+)+)+$", "coordinates 0,0,5,5");
        assertThat(RuleCheck.of(RuleReader.read(recipe)))
                .singleElement()
                .satisfies(p -> assertThat(p.text()).contains("nested repetition"));
        String plain = Sample.recipe("contains StudyDescription ^a+b+$", "coordinates 0,0,5,5");
        assertThat(RuleCheck.of(RuleReader.read(plain))).isEmpty();
    }
}
