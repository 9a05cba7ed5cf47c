package org.pixelanon.rulesview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.rules.DeviceSignature;
import org.pixelanon.rules.Rule;
import org.pixelanon.rules.RuleDraft;
import org.pixelanon.rules.RuleLanguage;

/** Files of rules as the view reads, changes and writes them. */
class RuleDocumentTest {

    private static final String RECIPE =
            "FORMAT dicom\n\n%filter graylist\n\n# a remark of ours\nLABEL Echo\n"
                    + "  contains Modality US|OT\n  + equals Rows 120\n"
                    + "  ctpcoordinates 1,2,30,4\n\n%header\n\nADD PatientIdentityRemoved YES\n";

    @TempDir private Path folder;

    private static Rule rule(RuleLanguage language, String label) {
        return new RuleDraft(
                        DeviceSignature.of("OT", "Tomo 64", 128, 128),
                        List.of(new PixelRectangle(5, 6, 7, 8)),
                        "")
                .rule(language, label);
    }

    @Test
    void a_rule_is_added_behind_the_others_of_its_group_and_everything_else_stays()
            throws IOException {
        Path file = Files.writeString(folder.resolve("deid.dicom.site"), RECIPE);
        RuleDocument read = RuleDocument.read(file);
        assertThat(read.conditions()).containsExactly("contains Modality US|OT + equals Rows 120");
        RuleDocument more = read.with(rule(RuleLanguage.DEID, read.unique("Echo")));
        assertThat(more.changed()).isTrue();
        assertThat(Files.readString(file)).as("not saved yet").isEqualTo(RECIPE);
        RuleDocument saved = more.save(file);
        assertThat(saved.changed()).isFalse();
        assertThat(Files.readString(file))
                .contains("# a remark of ours\nLABEL Echo\n", "LABEL Echo no. 2\n", "%header")
                .contains("ADD PatientIdentityRemoved YES");
        assertThat(RuleDocument.read(file).rules()).extracting(Rule::label).hasSize(2);
        assertThat(saved.without(1).rules()).isEqualTo(read.rules());
        assertThat(names()).as("no part file stays").containsExactly("deid.dicom.site");
    }

    @Test
    void a_script_begun_empty_is_saved_and_read_again() throws IOException {
        Path file = folder.resolve("pixel.script");
        RuleDocument script =
                RuleDocument.empty(RuleLanguage.CTP)
                        .with(rule(RuleLanguage.CTP, "Tomo"))
                        .save(file);
        RuleDocument again = RuleDocument.read(file);
        assertThat(again.language()).isEqualTo(RuleLanguage.CTP);
        assertThat(again.rules()).isEqualTo(script.rules());
        assertThat(again.conditions().get(0)).contains("equals").doesNotContain("\n");
    }

    @Test
    void a_file_that_changed_on_disk_meanwhile_is_not_overwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("deid.dicom.site"), RECIPE);
        RuleDocument mine = RuleDocument.read(file).with(rule(RuleLanguage.DEID, "Tomo"));
        String theirs = RECIPE.replace("Echo", "Sono");
        Files.writeString(file, theirs);
        assertThatThrownBy(() -> mine.save(file))
                .hasMessageContaining("deid.dicom.site")
                .hasMessageContaining("changed by someone else");
        assertThat(Files.readString(file)).isEqualTo(theirs);
        mine.save(folder.resolve("deid.dicom.other"));
        assertThat(names()).containsExactly("deid.dicom.other", "deid.dicom.site");
    }

    @Test
    void a_mistake_is_told_with_file_and_line() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("deid.dicom.bad"),
                        RECIPE.replace("equals Rows 120", "equal Rows 120"));
        assertThatThrownBy(() -> RuleDocument.read(file))
                .hasMessageContaining("deid.dicom.bad")
                .hasMessageContaining("line 8");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
