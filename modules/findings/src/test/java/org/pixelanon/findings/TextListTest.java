package org.pixelanon.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.DenyList;

class TextListTest {

    @TempDir Path folder;

    @ParameterizedTest
    @DisplayName("an expression matches its text and nothing else")
    @ValueSource(strings = {"T2* (ax.) [1+1] {3}", "a|b^c$", "C:\\x", "kV-70 #5 & ~", "Größe 5"})
    void exact(String text) throws Exception {
        DenyList list = DenyList.of(List.of(TextList.exactly(" " + text + " ")));

        assertThat(list.judge(text, Identity.NONE)).isPresent();
        assertThat(list.judge(text + "x", Identity.NONE)).isEmpty();
        assertThat(list.judge(text.substring(1), Identity.NONE)).isEmpty();
    }

    @Test
    @DisplayName("a list is created with its folder and grows by one line for each text")
    void grows() throws Exception {
        Path file = folder.resolve("new").resolve("list.txt");

        assertThat(TextList.add(file, "one")).isTrue();
        assertThat(TextList.add(file, "two")).isTrue();

        assertThat(Files.readString(file)).isEqualTo("one\ntwo\n");
    }

    @Test
    @DisplayName("a text is never on a list twice, whatever ends its line")
    void once() throws Exception {
        Path file = Files.writeString(folder.resolve("list.txt"), "one\r\ntwo");

        assertThat(TextList.add(file, "one")).isFalse();
        assertThat(TextList.add(file, "two")).isFalse();
        assertThat(Files.readString(file)).isEqualTo("one\r\ntwo");
    }

    @Test
    @DisplayName("a last line without an end stays a line of its own")
    void openEnd() throws Exception {
        Path file = Files.writeString(folder.resolve("list.txt"), "one");

        TextList.add(file, "t\u00e9n");

        assertThat(Files.readAllLines(file, StandardCharsets.UTF_8)).containsExactly("one", "tén");
    }

    @Test
    @DisplayName("texts added at the same moment are all kept")
    void together() throws Exception {
        Path file = folder.resolve("list.txt");
        List<Thread> threads = new ArrayList<>();
        List<Optional<Exception>> failures =
                java.util.Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 8; i++) {
            String text = "line " + i;
            Thread thread =
                    new Thread(
                            () -> {
                                try {
                                    TextList.add(file, text);
                                } catch (Exception e) {
                                    failures.add(Optional.of(e));
                                }
                            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
        assertThat(Files.readAllLines(file)).hasSize(8).doesNotHaveDuplicates();
    }
}
