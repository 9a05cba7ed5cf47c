package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.Rectangle;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleKind;

/**
 * Files dragged from another program into the window. Programs find each other by what a window
 * manager says of their windows, so there has to be one.
 */
@NeedsDisplay
class DropFilesTest {

    @TempDir Path temporary;

    @Test
    void a_folder_dropped_on_the_image_and_a_file_dropped_on_a_list_are_opened() throws Exception {
        DrawnFiles many = DrawnFiles.in(temporary.resolve("many"));
        many.planes("a.dcm");
        many.overlaid("b.dcm");
        Path one = DrawnFiles.in(temporary.resolve("one")).of(SampleKind.US_REGIONS, "c.dcm");
        Hands hands = new Hands();
        try (WindowManager manager = WindowManager.start();
                RunningWorkbench workbench = RunningWorkbench.start(temporary.resolve("home"))) {
            assertThat(manager.isThere()).isTrue();
            try (FileSource source = FileSource.of(many.folder())) {
                source.drag(hands, middle(workbench.state(), "component.plane-canvas"));
                OnScreen folder = workbench.await("two", s -> s.value("files").equals("2"));
                assertThat(folder.file()).isEqualTo("a.dcm");
            }
            try (FileSource source = FileSource.of(one)) {
                source.drag(hands, middle(workbench.state(), "component.files-list"));
                OnScreen file = workbench.await("one", s -> s.value("files").equals("1"));
                assertThat(file.file()).isEqualTo("c.dcm");
            }
        }
    }

    private static Point middle(OnScreen state, String name) {
        Rectangle place = state.place(name);
        return new Point((int) place.getCenterX(), (int) place.getCenterY());
    }
}
