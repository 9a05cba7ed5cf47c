package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever takes the module of one view out has all the others, and a review that goes on. */
@NeedsDisplay
class WithoutOneViewTest {

    /** By module, a view that it brings; those that are not open at first have none. */
    private static final List<String> OPEN_AT_FIRST =
            List.of(
                    "files FilesTopComponent",
                    "texts OcrTextTopComponent",
                    "tags TagsTopComponent");

    @TempDir private Path temporary;

    private final Hands hands = new Hands();

    WithoutOneViewTest() throws Exception {}

    @ParameterizedTest
    @ValueSource(strings = {"summary", "tags", "texts", "files", "groups", "rulesview", "remote"})
    void the_others_go_on(String view) throws Exception {
        Installation installation = Installation.in(temporary.resolve("installation"));
        installation.without(view);
        DrawnFiles files = DrawnFiles.in(temporary.resolve("files"));
        files.overlaid("a.dcm");
        files.overlaid("b.dcm");
        Path home = temporary.resolve("home");
        try (RunningWorkbench workbench =
                RunningWorkbench.start(
                        installation.folder(), home, "--open", files.folder() + "")) {
            OnScreen first = workbench.await("a file", s -> s.value("loaded").equals("true"));
            for (String open : OPEN_AT_FIRST) {
                String[] words = open.split(" ");
                boolean there =
                        first.all("view").stream().anyMatch(v -> v.startsWith(words[1] + " "));
                assertThat(there).as(open).isEqualTo(!words[0].equals(view));
            }
            workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
            hands.seeAll(workbench);
            hands.shift(KeyEvent.VK_N);
            workbench.await("the next file", s -> s.file().equals("b.dcm"));
            workbench.saved();
        }
        assertThat(RunningWorkbench.complaints(home)).isEmpty();
    }
}
