package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.pixelanon.pipeline.report.FileResult;

class FileResultTest {

    @Test
    void a_file_that_failed_is_not_passed_over_for_the_words_of_its_reason() {
        FileResult failed =
                FileResult.failed(Path.of("a.dcm"), "not processed: the run was stopped");
        assertThat(failed.isNotReached()).isFalse();
    }
}
