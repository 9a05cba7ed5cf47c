package org.pixelanon.review.find;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.RandomReview;
import blackbox.review.Sitting;
import blackbox.review.StoredTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Texts of all files of the list are found, shown and decided together. */
class TextFinderTest {

    @TempDir Path folder;
    private Path database;
    private List<Path> files;
    private Sitting sitting;
    private TextFinder finder;

    @BeforeEach
    void open() throws Exception {
        database = folder.resolve("db");
        files = List.of(file("a.dcm"), file("b.dcm"), file("c.dcm"));
        Path other = file("elsewhere.dcm");
        StoredTexts.write(database, files.get(0), "WARD  Grumbolt", "Dist 1.2 cm");
        StoredTexts.write(database, files.get(1), "ward grumbölt");
        StoredTexts.write(database, files.get(2), "Grumbolt", "WARD GRUMBOLT");
        StoredTexts.write(database, other, "WARD GRUMBOLT");
        sitting = new Sitting(database);
        sitting.open(files);
        finder = new TextFinder(sitting.session());
    }

    @AfterEach
    void close() throws Exception {
        sitting.close();
    }

    private Path file(String name) throws Exception {
        return SampleFile.of(60, 80).write(folder.resolve(name), Syntax.EXPLICIT);
    }

    private List<FoundText> find(String words, boolean whole) throws Exception {
        return sitting.get(() -> finder.find(new TextQuery(words, whole)));
    }

    private static List<String> names(List<FoundText> found) {
        return found.stream()
                .map(f -> Path.of(f.file()).getFileName() + " " + f.item().text())
                .toList();
    }

    @Test
    void case_accents_and_blanks_do_not_count_and_other_files_are_left_out() throws Exception {
        assertThat(names(find("ward  GRUMBOLT", true)))
                .containsExactly(
                        "a.dcm WARD  Grumbolt", "b.dcm ward grumbölt", "c.dcm WARD GRUMBOLT");
        assertThat(find("grumbolt", true)).hasSize(1);
        assertThat(find("grumbolt", false)).hasSize(4);
        assertThat(find("dist", false)).hasSize(1);
        assertThat(find(" ", false)).isEmpty();
        assertThat(find("%", false)).isEmpty();
    }

    @Test
    void all_that_were_found_are_decided_as_one_edit_but_not_in_files_that_are_done()
            throws Exception {
        sitting.run(() -> sitting.session().show(1));
        sitting.await(() -> sitting.session().open().isPresent());
        sitting.run(() -> sitting.session().editor().mark("done", FileState.DONE, ""));
        sitting.saved();
        List<FoundText> found = find("ward grumbolt", true);
        assertThat(sitting.on(() -> finder.decide("keep", found, Verdict.KEEP))).isEqualTo(2);
        sitting.saved();
        Map<String, List<String>> rows =
                RandomReview.held(database, files.stream().map(Path::toString).toList());
        assertThat(rows.get(files.get(0).toString())).filteredOn(r -> r.endsWith(" 0")).hasSize(1);
        assertThat(rows.get(files.get(1).toString())).noneMatch(r -> r.endsWith(" 0"));
        assertThat(rows.get(files.get(2).toString())).filteredOn(r -> r.endsWith(" 0")).hasSize(1);
        sitting.await(() -> sitting.session().files().get(0).undecided() == 1);

        sitting.run(() -> sitting.session().editor().undo());
        sitting.saved();
        rows = RandomReview.held(database, files.stream().map(Path::toString).toList());
        assertThat(rows.values()).allSatisfy(r -> assertThat(r).noneMatch(l -> l.endsWith(" 0")));
        sitting.await(() -> sitting.session().files().get(0).undecided() == 2);
    }

    @Test
    void a_text_that_is_shown_is_selected_in_its_file() throws Exception {
        FoundText last = find("ward grumbolt", true).get(2);
        sitting.run(() -> finder.show(last));
        sitting.await(
                () ->
                        sitting.session()
                                .screen()
                                .selected()
                                .filter(i -> i.text().equals("WARD GRUMBOLT"))
                                .isPresent());
        assertThat(sitting.on(() -> sitting.session().current())).isEqualTo(2);

        ReviewItem selected = sitting.on(() -> sitting.session().screen().selected().orElseThrow());
        sitting.run(() -> sitting.session().editor().decideAlike("b", selected, Verdict.REDACT));
        assertThat(sitting.on(() -> finder.now(last)).item().verdict()).isEqualTo(Verdict.REDACT);
    }

    @Test
    void no_more_texts_are_read_than_are_asked_for() throws Exception {
        assertThat(sitting.get(() -> finder.matching(text -> true, 3))).hasSize(3);
    }
}
