package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.WholeFile;

class WholeFileTest {

    @TempDir private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void pipes_and_devices_are_not_replaced_by_a_file() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        assertThatThrownBy(() -> WholeFile.at(pipe))
                .isInstanceOf(PipelineException.class)
                .hasMessage(pipe + ": is not a file that can be replaced");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(pipe);
        }
    }

    @Test
    void a_file_that_was_not_published_leaves_the_old_one_and_nothing_else() throws Exception {
        Path target = Files.writeString(folder.resolve("list.csv"), "old");
        try (WholeFile whole = WholeFile.at(target)) {
            Files.writeString(whole.part(), "half");
        }
        assertThat(target).hasContent("old");
        try (WholeFile whole = WholeFile.at(target)) {
            Files.writeString(whole.part(), "new");
            whole.publish();
        }
        assertThat(target).hasContent("new");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }
}
