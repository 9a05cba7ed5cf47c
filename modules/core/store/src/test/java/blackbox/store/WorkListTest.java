package blackbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.store.work.WorkEnd;
import org.pixelanon.store.work.WorkFigures;
import org.pixelanon.store.work.WorkFile;
import org.pixelanon.store.work.WorkList;

@Tag("sqlite")
class WorkListTest {

    @TempDir Path folder;

    private static WorkFile file(int number) {
        String path = String.format(java.util.Locale.ROOT, "/in/%05d", number);
        return new WorkFile(path, path, "x", "/in", number % 2 == 0);
    }

    private static WorkEnd end(String outcome, long time) {
        return new WorkEnd(outcome, "why", "device", 0.5, time, 7);
    }

    @Test
    void all_files_come_once_in_the_order_of_their_keys_page_by_page() throws IOException {
        Path at = folder.resolve("work");
        try (WorkList work = WorkList.begin(at)) {
            for (int i = 1200; i >= 0; i--) {
                work.add(file(i));
            }
            work.add(file(3));
            work.end("/in/00003", end("Clean", 1000));
            work.end("/elsewhere", end("Failed", 3000));
            List<String> keys = new ArrayList<>();
            work.each(f -> keys.add(f.key()));
            assertThat(keys).hasSize(1201).isSorted().doesNotContain("/elsewhere");
            WorkFigures figures = work.figures();
            assertThat(figures.mine()).isEqualTo(601);
            assertThat(figures.outcomes())
                    .as("those of other shards do not count until they ended")
                    .isEqualTo(Map.of("", 601L, "Clean", 1L, "Failed", 1L));
            work.reopen("/in/00003");
            assertThat(work.ended("/in/00003")).isEmpty();
            assertThat(work.ended("/elsewhere")).contains(end("Failed", 3000));
        }
        assertThat(Files.exists(at)).isFalse();
    }

    @Test
    void places_that_two_files_have_are_refused_to_both() throws IOException {
        try (WorkList work = WorkList.begin(folder.resolve("work"))) {
            for (int i = 0; i < 3; i++) {
                work.add(file(i));
                work.place(file(i).key(), "/out/" + i, "/out/" + i);
            }
            assertThat(work.sharesPlaces()).isFalse();
            work.place(file(2).key(), "/OUT/1", "/out/1");
            assertThat(work.sharesPlaces()).isTrue();
            work.refuseShared("shared");
            assertThat(work.problem(file(0).key())).isEmpty();
            assertThat(work.problem(file(1).key())).contains("shared");
            assertThat(work.problem(file(2).key())).contains("shared");
        }
    }

    @Test
    void the_pace_counts_every_file_in_one_span() throws IOException {
        try (WorkList work = WorkList.begin(folder.resolve("work"))) {
            for (int i = 0; i < 100; i++) {
                work.end("/in/" + i, end("Clean", 10_000 + 37L * i));
            }
            List<WorkFigures.Span> pace = work.figures().pace(60);
            assertThat(pace).hasSizeBetween(30, 60);
            assertThat(pace.stream().mapToLong(WorkFigures.Span::files).sum()).isEqualTo(100);
            assertThat(pace.get(0).from()).isEqualTo(10_000);
        }
    }
}
