package org.pixelanon.review;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.Sitting;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** From suggestion to suggestion, and from file to file. */
class GoOnTest {

    @TempDir Path folder;

    private Sitting sitting;
    private ReviewItem first;
    private ReviewItem second;
    private ReviewItem other;

    /** Two texts on the first file, on screen, and one on the last frame of the second. */
    @BeforeEach
    void open() throws Exception {
        sitting = new Sitting(folder.resolve("db"));
        sitting.open(List.of(drawn("a.dcm"), drawn("b.dcm")));
        sitting.run(() -> session().show(1));
        sitting.await(() -> session().open().isPresent());
        other = sitting.addText(3, 1, "OTHER");
        sitting.run(() -> session().show(0));
        sitting.await(() -> session().open().isPresent());
        first = sitting.addText(1, 0, "FIRST");
        second = sitting.addText(2, 1, "SECOND");
        sitting.saved();
    }

    @AfterEach
    void close() throws Exception {
        sitting.close();
    }

    private Path drawn(String name) throws Exception {
        return SampleFile.of(40, 50)
                .frames(2)
                .samples((frame, row, column, sample) -> row + column)
                .write(folder.resolve(name), Syntax.EXPLICIT);
    }

    private ReviewSession session() {
        return sitting.session();
    }

    private String selected() throws Exception {
        return sitting.on(() -> session().screen().selected().map(ReviewItem::text).orElse(""));
    }

    private boolean goOn() throws Exception {
        return sitting.on(() -> session().screen().selectNextUndecided());
    }

    private void decide(ReviewItem item) throws Exception {
        sitting.on(() -> session().editor().decide("accept", List.of(item), Verdict.REDACT));
    }

    @Test
    void whoever_decides_stays_in_the_file_until_all_of_it_is_decided() throws Exception {
        sitting.run(() -> session().screen().select(second.id()));
        decide(second);
        assertThat(goOn()).isTrue();
        assertThat(selected()).as("left behind").isEqualTo("FIRST");
        decide(first);
        assertThat(goOn()).isFalse();
        assertThat(sitting.on(() -> session().current())).isZero();
    }

    @Test
    void the_next_file_can_be_shown_at_its_first_suggestion() throws Exception {
        sitting.run(() -> session().seek(1));
        sitting.await("the other file", () -> session().open().isPresent());
        assertThat(selected()).isEqualTo(other.text());
        assertThat(sitting.on(() -> session().screen().planeIndex())).isEqualTo(1);
    }
}
