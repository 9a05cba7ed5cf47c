package org.pixelanon.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.pii.DetectorNames;
import org.pixelanon.rules.RuleBook;

/** The rules the user chose, as the session gets them. */
class UserListsTest {

    private static final String RECIPE =
            "FORMAT dicom\n\n%filter graylist\n\nLABEL One\n  equals Modality OT\n"
                    + "  ctpcoordinates 1,2,3,4\n";

    @TempDir private Path folder;

    private final Settings settings = Settings.ofUser(DetectorNames::own);
    private final List<String> told = new ArrayList<>();
    private final UserLists lists = new UserLists(settings, told::add);

    @AfterEach
    void chooseNothing() {
        settings.setPath(Settings.RULES, null);
    }

    private Path choose(String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        settings.setPath(Settings.RULES, file);
        return file;
    }

    @Test
    void rules_are_read_again_when_their_file_changes_only() throws Exception {
        Path file = choose("deid.dicom.a", RECIPE);
        Optional<RuleBook> first = lists.rules();
        assertThat(first.orElseThrow().entries()).hasSize(1);
        assertThat(lists.rules().orElseThrow()).isSameAs(first.orElseThrow());
        Files.writeString(file, RECIPE + "\nLABEL Two\n  equals Modality CT\n");
        assertThat(lists.rules().orElseThrow().entries()).hasSize(2);
        assertThat(told).isEmpty();
    }

    @Test
    void a_mistake_is_told_once_with_file_and_line_and_suggests_nothing() throws Exception {
        Path file = choose("deid.dicom.a", RECIPE.replace("equals", "equal"));
        assertThat(lists.rules()).isEmpty();
        assertThat(lists.rules()).isEmpty();
        assertThat(told).singleElement().asString().contains(file + ": line 6:");
        Files.writeString(file, RECIPE);
        assertThat(lists.rules()).as("mended").isPresent();
    }

    @Test
    void a_file_that_is_not_there_is_told_once() throws Exception {
        Path file = choose("deid.dicom.a", RECIPE);
        Files.delete(file);
        assertThat(lists.rules()).isEmpty();
        assertThat(lists.rules()).isEmpty();
        assertThat(told).singleElement().asString().contains(file.toString());
    }
}
