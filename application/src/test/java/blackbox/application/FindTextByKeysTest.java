package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleKind;

/** Text that the command line found is found again in all files, decided, and shown, by keys. */
@NeedsDisplay
@ExtendWith(OneAfterTheOther.class)
class FindTextByKeysTest {

    @TempDir private Path temporary;

    private final Hands hands = new Hands();

    FindTextByKeysTest() throws Exception {}

    private void search(Path home, Path folder) throws Exception {
        Path log = Files.createDirectories(home).resolve("search.txt");
        ProcessBuilder search =
                new ProcessBuilder(
                        RunningWorkbench.built().resolve("bin/pixelanon").toString(),
                        "ocr",
                        folder.toString(),
                        "--effort",
                        "fast",
                        "--db",
                        home.resolve("smi/data/dicompixelanon").toString());
        search.redirectErrorStream(true).redirectOutput(log.toFile());
        assertThat(search.start().waitFor()).as("%s", log).isZero();
    }

    @Test
    void ctrl_f_finds_text_in_all_files_and_decides_all_that_is_selected() throws Exception {
        DrawnFiles files = DrawnFiles.in(temporary.resolve("files"));
        Path first = files.of(SampleKind.CR_MONOCHROME2, "a.dcm");
        Path second = files.of(SampleKind.CR_MONOCHROME2, "b.dcm");
        Path home = temporary.resolve("home");
        search(home, files.folder());
        try (RunningWorkbench workbench =
                RunningWorkbench.start(home, "--open", files.folder() + "")) {
            workbench.await("the file", s -> s.value("loaded").equals("true"));
            workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
            List<String> before = workbench.rows().rectangles(first);
            assertThat(before).as("known without a new search").hasSizeGreaterThan(2);

            hands.control(KeyEvent.VK_F);
            workbench.await("the words", s -> s.value("focus").contains("find-words"));
            hands.type("a");
            workbench.until(
                    "the texts found",
                    () -> hands.press(KeyEvent.VK_TAB),
                    s -> s.value("focus").contains("find-table") && s.number("focusRows") > 1);
            assertThat(hidden(workbench, first)).as("hidden before").isNotEmpty();
            hands.control(KeyEvent.VK_A);
            hands.press(KeyEvent.VK_K, KeyEvent.VK_ALT);
            workbench.await("a decision", s -> !s.value("undo").isEmpty());
            workbench.saved();
            assertThat(hidden(workbench, first)).isEmpty();
            assertThat(hidden(workbench, second)).isEmpty();

            hands.press(KeyEvent.VK_ENTER);
            workbench.await("the text shown", s -> s.value("selected").contains("KEEP"));
        }
        assertThat(RunningWorkbench.complaints(home)).isEmpty();
    }

    /** Texts with the letter that was typed, as far as they are to be blanked. */
    private static List<String> hidden(RunningWorkbench workbench, Path file) {
        List<String> texts = workbench.rows().texts(file);
        List<String> rectangles = workbench.rows().rectangles(file);
        return IntStream.range(0, texts.size())
                .filter(i -> rectangles.get(i).endsWith(" 1"))
                .mapToObj(texts::get)
                .filter(text -> text.toLowerCase(Locale.ROOT).contains("a"))
                .toList();
    }
}
