package org.pixelanon.texts;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.RandomReview;
import blackbox.review.Sitting;
import blackbox.review.StoredTexts;
import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Texts of all files are found, and patterns for the allow-list tried on them. */
class FindPanelTest {

    @TempDir Path folder;

    private final List<String> status = new ArrayList<>();
    private Path database;
    private List<Path> files;
    private Sitting sitting;

    @BeforeEach
    void open() throws Exception {
        database = folder.resolve("db");
        files = List.of(file("a.dcm"), file("b.dcm"));
        StoredTexts.write(database, files.get(0), "Probe C5-2", "Grumbolt");
        StoredTexts.write(database, files.get(1), "probe c5-2", "Probe C9-4");
        sitting = new Sitting(database);
        sitting.open(files);
    }

    @AfterEach
    void close() throws Exception {
        sitting.close();
    }

    private Path file(String name) throws Exception {
        return SampleFile.of(60, 80).write(folder.resolve(name), Syntax.EXPLICIT);
    }

    private static <T extends Component> T part(Container in, String name, Class<T> type) {
        return Objects.requireNonNull(find(in, name, type), name);
    }

    private static <T extends Component> @Nullable T find(
            Container in, String name, Class<T> type) {
        for (Component child : in.getComponents()) {
            if (type.isInstance(child) && name.equals(child.getName())) {
                return type.cast(child);
            }
            T found = child instanceof Container inner ? find(inner, name, type) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<String> texts(JTable table) {
        return IntStream.range(0, table.getRowCount())
                .mapToObj(row -> String.valueOf(table.getValueAt(row, FindModel.TEXT)))
                .toList();
    }

    @Test
    void words_that_are_typed_are_found_in_all_files_and_decided_where_they_are_selected()
            throws Exception {
        FindPanel panel = sitting.on(() -> new FindPanel(sitting.session(), status::add));
        sitting.run(panel::open);
        JTable table = part(panel, "find-table", JTable.class);
        JTextField words = part(panel, "find-words", JTextField.class);
        sitting.run(() -> words.setText("probe"));
        sitting.run(words::postActionEvent);
        sitting.await(() -> table.getRowCount() == 3);
        assertThat(texts(table)).containsExactly("Probe C5-2", "probe c5-2", "Probe C9-4");
        assertThat(part(panel, "find-counts", JLabel.class).getText())
                .isEqualTo("3 texts in 2 files");
        AbstractButton keep = part(panel, "find-keep", AbstractButton.class);
        assertThat(sitting.on(keep::isEnabled)).isFalse();

        sitting.run(() -> table.setRowSelectionInterval(0, 1));
        sitting.run(keep::doClick);
        sitting.saved();
        assertThat(status)
                .containsExactly("2 of 2 texts decided; files that are done stay as they are");
        assertThat(kept()).isEqualTo(2);
        assertThat(sitting.on(() -> decisions(table))).containsExactly("keep", "keep", "to decide");
    }

    @Test
    void the_same_text_in_other_files_is_the_whole_text_however_it_is_written() throws Exception {
        FindPanel panel = sitting.on(() -> new FindPanel(sitting.session(), status::add));
        sitting.run(() -> panel.find("PROBE  C5-2"));
        JTable table = part(panel, "find-table", JTable.class);
        sitting.await(() -> table.getRowCount() == 2);
    }

    @Test
    void a_pattern_shows_what_it_keeps_before_it_is_allowed() throws Exception {
        AtomicBoolean usable = new AtomicBoolean();
        PatternPanel panel =
                sitting.on(() -> new PatternPanel(sitting.session(), "Probe C5-2", usable::set));
        JLabel kept = part(panel, "pattern-kept", JLabel.class);
        JLabel names = part(panel, "pattern-names", JLabel.class);
        JTextField pattern = part(panel, "pattern-field", JTextField.class);
        JTextComponent examples = part(panel, "pattern-examples", JTextComponent.class);
        sitting.await(() -> kept.getText().startsWith("Matches 1 texts in 1 files, 1 of them"));
        assertThat(names.getText()).isEqualTo("Matches no name of the list of names");

        sitting.run(() -> pattern.setText("[Pp]robe [Cc]\\d-\\d"));
        sitting.await(() -> kept.getText().startsWith("Matches 3 texts in 2 files"));
        assertThat(examples.getText()).isEqualTo("Probe C5-2\nprobe c5-2\nProbe C9-4");
        assertThat(usable).isTrue();
        ReviewItem first = sitting.on(() -> sitting.session().open().orElseThrow().items().get(0));
        assertThat(sitting.on(() -> panel.matches(first))).isTrue();
        assertThat(sitting.on(panel::toKeep)).isEmpty();
        sitting.run(part(panel, "pattern-now", AbstractButton.class)::doClick);
        assertThat(sitting.on(panel::toKeep)).hasSize(3);
    }

    @Test
    void a_pattern_that_matches_names_says_so_and_a_broken_one_cannot_be_used() throws Exception {
        AtomicBoolean usable = new AtomicBoolean();
        PatternPanel panel =
                sitting.on(() -> new PatternPanel(sitting.session(), "[A-Z][a-z]+", usable::set));
        JLabel names = part(panel, "pattern-names", JLabel.class);
        sitting.await(() -> names.getText().startsWith("matches any"));
        assertThat(usable).isTrue();
        sitting.run(() -> part(panel, "pattern-field", JTextField.class).setText("(Probe"));
        sitting.await(
                () -> part(panel, "pattern-kept", JLabel.class).getText().startsWith("Not usable"));
        assertThat(usable).isFalse();
    }

    private static List<String> decisions(JTable table) {
        return IntStream.range(0, table.getRowCount())
                .mapToObj(r -> Words.decision((ReviewItem) table.getValueAt(r, FindModel.DECISION)))
                .toList();
    }

    private long kept() throws Exception {
        return RandomReview.held(database, files.stream().map(Path::toString).toList())
                .values()
                .stream()
                .flatMap(List::stream)
                .filter(row -> row.endsWith(" 0"))
                .count();
    }
}
