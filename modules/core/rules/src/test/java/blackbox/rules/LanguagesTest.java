package blackbox.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.rules.ParsedRules;
import org.pixelanon.rules.RuleReader;
import org.pixelanon.rules.RuleWriter;
import org.pixelanon.rules.RulesException;

/** The meaning of both languages' words on a file with known elements. */
class LanguagesTest {

    @TempDir Path folder;

    private void assertRecipe(boolean expected, String... criteria) throws IOException {
        try (DicomFile file = Sample.open(folder, b -> {})) {
            for (String one : criteria) {
                assertThat(Sample.matches(file, one)).as(one).isEqualTo(expected);
            }
        }
    }

    private void assertScript(boolean expected, String... signatures) throws IOException {
        try (DicomFile file = Sample.open(folder, b -> {})) {
            for (String one : signatures) {
                assertThat(Sample.signs(file, one)).as(one).isEqualTo(expected);
            }
        }
    }

    @Test
    void contains_is_a_regular_expression_found_in_any_value_whatever_the_case() throws Exception {
        assertRecipe(
                true,
                "contains Manufacturer acme",
                "contains Manufacturer ^ACME.IMAGING$",
                "contains ImageType second|third",
                "contains ImageType ^secondary$",
                "contains Rows 2",
                "contains Manufacturer \\S+\\s\\S+",
                "notcontains ImageType DERIVED+SECONDARY");
        assertRecipe(
                false, "contains Manufacturer acme$", "contains PatientID .", "notcontains Rows 0");
    }

    @Test
    void equals_is_the_whole_value_or_one_of_the_texts_between_bars() throws Exception {
        assertRecipe(
                true,
                "equals Manufacturer ACME imaging",
                "equals ImageType secondary",
                "equals Rows 600|20",
                "notequals Modality X",
                "notequals PatientID A");
        assertRecipe(
                false, "equals Modality X.", "equals Modality X", "notequals ImageType derived");
    }

    @Test
    void missing_present_and_empty_tell_absent_from_without_value() throws Exception {
        assertRecipe(
                true,
                "missing PatientID",
                "present ManufacturerModelName",
                "empty ManufacturerModelName",
                "present CTDIPhantomTypeCodeSequence");
        assertRecipe(
                false,
                "present PatientID",
                "missing ManufacturerModelName",
                "empty Modality",
                "empty PatientID",
                "empty CTDIPhantomTypeCodeSequence");
    }

    @Test
    void elements_are_named_by_keyword_number_private_creator_and_sequence() throws Exception {
        assertRecipe(
                true,
                "equals 0x00080060 xa",
                "equals 00080060 xa",
                "equals (0008,0060) XA",
                "contains 0x00191001 Fluoro|LowDose",
                "equals (0019,\"ACME 1.0\",01) fluoro",
                "equals (0019,\"OTHER\",01) snapshot",
                "equals (0019,\"OTHER\",02) hiq",
                "equals CTDIPhantomTypeCodeSequence__CodeMeaning two",
                "equals (0018,9346)__(0008,0100) x1",
                "equals CodeMeaning one");
        assertRecipe(
                false,
                "equals (0019,\"OTHER\",01) fluoro",
                "present (0019,\"ABSENT\",01)",
                "equals CTDIPhantomTypeCodeSequence__CodeMeaning three",
                "contains Manfacturer Acme");
    }

    @Test
    void methods_of_scripts_mind_case_unless_told_and_see_values_as_one_text() throws Exception {
        assertScript(
                true,
                "Manufacturer.equals(\"Acme Imaging\")",
                "Manufacturer.equalsIgnoreCase(\"acme imaging\")",
                "Manufacturer.startsWith(\"Acme\")",
                "Manufacturer.startsWithIgnoreCase(\"ACME\")",
                "Manufacturer.endsWith(\"ing\")",
                "Manufacturer.endsWithIgnoreCase(\"ING\")",
                "Manufacturer.matches(\"A.*g\")",
                "ImageType.equals(\"DERIVED\\SECONDARY\")",
                "PatientID.equals(\"\")",
                "CTDIPhantomTypeCodeSequence::CodeMeaning.equals(\"one\")",
                "[0018,9346]::[0008,0104].equals(\"one\") // a comment )\n * true.");
        assertScript(
                false,
                "Manufacturer.equals(\"acme imaging\")",
                "Manufacturer.matches(\"Acme\")",
                "ImageType.equals(\"SECONDARY\")",
                "CTDIPhantomTypeCodeSequence::CodeMeaning.equals(\"two\")",
                "CodeMeaning.equals(\"one\")");
    }

    @Test
    void mistakes_are_refused_with_their_line() {
        assertMistake(4, Sample.recipe("contains Modality"));
        assertMistake(4, Sample.recipe("cotnains Modality XA"));
        assertMistake(5, Sample.recipe("contains Modality XA", "  + contains Modality (XA"));
        assertMistake(4, Sample.recipe("coordinates 0,0,10"));
        assertMistake(4, Sample.recipe("coordinates 10,0,0,10"));
        assertMistake(4, Sample.recipe("ctpcoordinates 10,0,0,10"));
        assertMistake(4, Sample.recipe("missing Modality XA"));
        assertMistake(4, Sample.recipe("erasecoordinates 0,0,1,1"));
        assertMistake(3, "FORMAT dicom\n%filter a\ncontains Modality XA\n");
        assertMistake(2, "FORMAT dicom\n%filter\n");
        assertMistake(1, "FORMAT nifti\n");
        assertMistake(2, "\n{ Modality.equals(\"XA\" } (0,0,1,1)");
        assertMistake(2, "\n{ Modality.isBetween(\"3\") } (0,0,1,1)");
        assertMistake(3, "{ Modality.equals(\"XA\") }\n(0,0,1,1)\n(0,0,1)");
        assertMistake(2, "{ Modality.equals(\"XA\")\n * } (0,0,1,1)");
        assertMistake(1, "{ Modality.equals(\"XA\") (0,0,1,1)");
        assertMistake(1, "{ } (0,0,1,1)");
    }

    private static void assertMistake(int line, String rules) {
        assertThatThrownBy(() -> RuleReader.read(rules))
                .as(rules)
                .isInstanceOf(RulesException.class)
                .hasMessageStartingWith("line " + line + ": ");
    }

    @Test
    void other_sections_are_kept_to_the_letter_and_named() throws Exception {
        String text =
                "# before\nFORMAT dicom\n\n%values  names # odd\n SPLIT a  b\n\n\t# kept\n%filter g\n"
                        + "# of the rule\nLABEL one # remark\ncontains Modality XA\n# inside\n"
                        + "coordinates 0,0,1,1\n# behind\n\n%header\nADD  X\n\n";
        var file = RuleReader.read(text).file();
        assertThat(file.unevaluated()).containsExactly("%values  names # odd", "%header");
        assertThat(RuleWriter.write(file))
                .isEqualTo(
                        "FORMAT dicom\n\n# before\n\n%values  names # odd\n SPLIT a  b\n\n\t# kept\n"
                                + "%filter g\n\n# of the rule\n# inside\nLABEL one # remark\n"
                                + "  contains Modality XA\n  coordinates 0,0,1,1\n\n# behind\n\n"
                                + "%header\nADD  X\n\n");
    }

    @Test
    void what_deid_does_otherwise_than_documented_is_noted_with_its_line() throws Exception {
        ParsedRules checks =
                RuleReader.read(Sample.recipe("contains Modality XA", "contains Modality MR"));
        assertThat(checks.notes()).hasSize(1).allMatch(n -> n.startsWith("line 5: "));
        ParsedRules operator = RuleReader.read(Sample.recipe("+ contains Modality XA"));
        assertThat(operator.notes()).hasSize(1).allMatch(n -> n.startsWith("line 4: "));
        ParsedRules comma = RuleReader.read("{ true. } (0,0,1,1)\n(1 2, 3, 4)");
        assertThat(comma.notes()).hasSize(1).allMatch(n -> n.startsWith("line 2: "));
        assertThat(comma.file().rules().get(0).steps()).hasSize(2);
    }

    @Test
    void only_the_first_signature_of_a_script_acts_all_labels_of_a_recipe_do() throws Exception {
        String script = "a\n{ true. } (0,0,1,1)\nb\n{ true. } (5,5,2,2)";
        String recipe =
                "FORMAT dicom\n%filter x\nLABEL a\ncoordinates 0,0,0,0\n%filter y\nLABEL b\nctpcoordinates 5,5,2,2\n";
        try (DicomFile file = Sample.open(folder, b -> {})) {
            assertThat(Sample.rectangles(Sample.apply(file, script)))
                    .isEqualTo(List.of("all planes (0,0 1x1)"));
            assertThat(Sample.apply(file, script).matching()).hasSize(2);
            assertThat(Sample.rectangles(Sample.apply(file, recipe)))
                    .isEqualTo(List.of("all planes (0,0 1x1)", "all planes (5,5 2x2)"));
        }
    }
}
