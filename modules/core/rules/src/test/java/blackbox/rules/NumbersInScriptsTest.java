package blackbox.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.rules.RuleCheck;
import org.pixelanon.rules.RuleConversion;
import org.pixelanon.rules.RuleLanguage;
import org.pixelanon.rules.RuleReader;
import org.pixelanon.rules.RuleWriter;
import org.pixelanon.rules.RulesException;

/** Methods of scripts that compare numbers, and regions with impossible numbers. */
class NumbersInScriptsTest {

    private static final int SLICE_THICKNESS = 0x00180050;
    private static final int KVP = 0x00180060;
    private static final int SERIES_DESCRIPTION = 0x0008103E;

    @TempDir Path folder;

    /** The sample has 20 rows and 30 columns. */
    @ParameterizedTest
    @CsvSource({
        "Rows.isLessThan(\"21\"), true",
        "Rows.isLessThan(\"20\"), false",
        "Rows.isLessThan(\"20.5\"), true",
        "Rows.isGreaterThan(\"19\"), true",
        "Rows.isGreaterThan(\"20\"), false",
        "Rows.isLessThan(\"100\"), true",
        "Rows.isGreaterThan(\" 9 px\"), true",
        "!Rows.isLessThan(\"21\"), false",
        "Columns.isGreaterThan(\"20\") * Rows.isLessThan(\"30\"), true",
        "SliceThickness.isLessThan(\"3\"), true",
        "SliceThickness.isGreaterThan(\"2.4\"), true",
        // a sign does not count, as in CTP
        "KVP.isGreaterThan(\"119\"), true",
        // several values are one text, as in CTP
        "ImageType.isLessThan(\"9\"), false",
        // neither absent nor without a number
        "PatientAge.isLessThan(\"999\"), false",
        "PatientAge.isGreaterThan(\"0\"), false",
        "SeriesDescription.isLessThan(\"999\"), false",
        "!SeriesDescription.isGreaterThan(\"0\"), true"
    })
    void numbers_are_compared_as_ctp_compares_them(String signature, boolean matches)
            throws Exception {
        try (DicomFile file =
                Sample.open(
                        folder,
                        b ->
                                b.text(SLICE_THICKNESS, "DS", "2.5")
                                        .text(KVP, "DS", "-120")
                                        .text(SERIES_DESCRIPTION, "LO", "1.2.3"))) {
            assertThat(Sample.signs(file, signature)).isEqualTo(matches);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rows.isLessThan(\"\")",
                "Rows.isLessThan(\"many\")",
                "Rows.isGreaterThan(\"1.2.3\")",
                "Rows.isGreaterThan(\".\")",
                "Rows.isLessThanIgnoreCase(\"4\")"
            })
    void a_comparison_without_a_number_is_refused_with_its_line(String term) {
        assertThatThrownBy(() -> RuleReader.read("a\n{ true. *\n" + term + " } (0,0,5,5)\n"))
                .isInstanceOf(RulesException.class)
                .hasMessageStartingWith("line 3: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(0,0,-1,10)", "(0,0,10,-4)", "(0,0,0,4)", "(-1,0,4,4)", "( 0, -3, 4, 4)"})
    void regions_with_impossible_numbers_are_refused_with_their_line(String region) {
        for (String before : List.of("", "(0,0,5,5)\n")) {
            assertThatThrownBy(
                            () ->
                                    RuleReader.read(
                                            "words\n{ Modality.equals(\"OT\") }\n"
                                                    + before
                                                    + region))
                    .isInstanceOf(RulesException.class)
                    .hasMessageStartingWith("line " + (before.isEmpty() ? 3 : 4) + ": ")
                    .hasMessageContaining(
                            region.contains("(-1") || region.contains(" -3")
                                    ? "0,0"
                                    : "at least 1");
        }
    }

    @Test
    void a_script_whose_only_region_is_unreadable_is_no_filter_script() {
        assertThatThrownBy(() -> RuleReader.read("{ Modality.equals(\"OT\") }\n(0,0,1.5,10)\n"))
                .isInstanceOf(RulesException.class)
                .hasMessage("line 2: a region is (x,y,width,height)");
        assertThatThrownBy(
                        () ->
                                RuleReader.read(
                                        "Modality.matches(\"a{2}\") // {x}\n * Rows.isLessThan(\"4\")"))
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("filter script");
    }

    @Test
    void what_a_comparison_implies_is_known_to_the_check() throws Exception {
        String script =
                "{ Rows.isLessThan(\"100\") } (0,0,5,5)\n"
                        + "{ Rows.isLessThan(\"50\") } (0,0,6,6)\n"
                        + "{ Rows.equals(\"99\") } (0,0,7,7)\n"
                        + "{ Rows.isGreaterThan(\"50\") } (0,0,8,8)\n"
                        + "{ Rows.equals(\"100\") } (0,0,9,9)\n";
        assertThat(RuleCheck.of(RuleReader.read(script)))
                .extracting(RuleCheck.Problem::line)
                .containsExactly(2, 3, 5);
    }

    @Test
    void a_script_with_comparisons_comes_back_equal_and_has_no_form_in_a_recipe() throws Exception {
        var file =
                RuleReader.read(
                                "{ Rows.isLessThan(\"41\") + !Columns.isGreaterThan(\"7.5\") } (0,0,20,10)")
                        .file();
        assertThat(RuleReader.read(RuleWriter.write(file)).file()).isEqualTo(file);
        assertThatThrownBy(() -> RuleConversion.of(file, RuleLanguage.DEID, false))
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("cannot compare numbers");
        assertThat(RuleConversion.of(file, RuleLanguage.DEID, true).notes())
                .singleElement()
                .asString()
                .contains("omitted");
    }
}
