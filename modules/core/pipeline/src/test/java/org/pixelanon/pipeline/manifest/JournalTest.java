package org.pixelanon.pipeline.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.ReadAccess;

class JournalTest {

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("journal");
    }

    private Journal open() throws IOException {
        return Journal.open(file, ReadAccess.OWNER, true);
    }

    private Map<Long, String> written(List<String> texts) throws IOException {
        Map<Long, String> places = new LinkedHashMap<>();
        try (Journal journal = open()) {
            for (String text : texts) {
                places.put(journal.append(text), text);
            }
        }
        return places;
    }

    private static List<String> texts() {
        return List.of("first", "", "K\u00e4se", "x".repeat(8191 - 10), "y".repeat(30_000), "last");
    }

    @Test
    void lines_come_back_as_they_were_and_from_where_they_were() throws IOException {
        Map<Long, String> places = written(texts());
        Map<Long, String> read = new LinkedHashMap<>();
        try (Journal journal = open()) {
            assertThat(journal.replay(read::put)).isZero();
            assertThat(read).isEqualTo(places);
            for (Map.Entry<Long, String> place : places.entrySet()) {
                assertThat(journal.lineAt(place.getKey())).isEqualTo(place.getValue());
            }
            assertThat(journal.headLine()).isEqualTo("first");
        }
    }

    @Test
    void wherever_a_crash_cuts_it_whole_lines_stay_and_it_goes_on_behind_them() throws IOException {
        written(texts());
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int trial = 0; trial < 60; trial++) {
            int cut = random.nextInt(whole.length + 1);
            Files.write(file, java.util.Arrays.copyOf(whole, cut));
            List<String> before = new ArrayList<>();
            try (Journal journal = open()) {
                assertThat(journal.replay((at, text) -> before.add(text))).isZero();
                journal.cut();
                journal.append("more");
            }
            assertThat(before).isEqualTo(texts().subList(0, before.size()));
            List<String> after = new ArrayList<>(before);
            after.add("more");
            assertThat(replayed()).isEqualTo(after);
        }
    }

    private List<String> replayed() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Journal journal = open()) {
            journal.replay((at, text) -> texts.add(text));
        }
        return texts;
    }

    @Test
    void a_line_with_any_changed_byte_is_passed_over_and_no_other() throws IOException {
        written(List.of("one", "two", "three"));
        byte[] whole = Files.readAllBytes(file);
        int begin = "12345678 one\n".length();
        for (int i = begin; i < begin + "12345678 two".length(); i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 4;
            Files.write(file, changed);
            assertThat(replayed()).as("byte " + i).containsExactly("one", "three");
        }
    }

    @Test
    void it_belongs_to_one_run_at_a_time() throws IOException {
        try (Journal journal = open()) {
            assertThat(journal.isEmpty()).isTrue();
            assertThatThrownBy(this::open).hasMessageContaining("another run is using this");
        }
        try (Journal again = open()) {
            assertThat(again.isEmpty()).isTrue();
        }
        assertThatThrownBy(() -> Journal.open(folder, ReadAccess.OWNER, true))
                .hasMessage(folder + ": is a folder");
    }

    @Test
    void a_worker_that_is_interrupted_still_writes_and_others_do_too() throws Exception {
        try (Journal journal = open()) {
            Thread worker =
                    new Thread(
                            () -> {
                                Thread.currentThread().interrupt();
                                try {
                                    journal.append("interrupted");
                                } catch (IOException e) {
                                    throw new AssertionError(e);
                                }
                            });
            worker.start();
            worker.join();
            journal.append("other");
        }
        Files.writeString(file, "0000000", StandardOpenOption.APPEND);
        assertThat(replayed()).containsExactly("interrupted", "other");
    }
}
