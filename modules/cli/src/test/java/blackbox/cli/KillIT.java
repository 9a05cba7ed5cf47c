package blackbox.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kill test in short; {@code docs/benchmarks/kill.sh} runs it in full. */
class KillIT {

    @TempDir Path folder;

    private final PrintStream log =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    @Test
    void kill_9_leaves_only_verified_outputs_and_resume_completes_the_job() throws Exception {
        KillTrials.run(folder, false, 3, 1, 6, log);
    }

    @Test
    void kill_9_in_place_leaves_originals_and_verified_redactions_and_nothing_else()
            throws Exception {
        KillTrials.run(folder, true, 3, 1, 6, log);
    }

    @Test
    void kill_9_leaves_whole_objects_or_none() throws Exception {
        S3Kills.run(folder, 3, log);
    }
}
