package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.cli.PageCommands.PageCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;

/** The commands that newcomers type first run as they stand. */
class QuickStartIT {

    /** One for all commands: libraries are unpacked once. */
    @TempDir static Path cache;

    @TempDir Path folder;

    @Test
    void the_commands_of_the_readme_run() throws Exception {
        Path scans = folder.resolve("scans");
        SampleSet.of(3).kinds(List.of(SampleKind.CR_MONOCHROME2)).write(scans, 2);
        Files.delete(scans.resolve(SampleSet.TRUTH));
        assertThat(run("README.md")).isEqualTo(3);
        assertThat(Command.files(folder.resolve("clean"))).hasSize(2);
        assertThat(Command.files(folder.resolve("boxed"))).hasSize(2);
    }

    @Test
    void the_commands_of_the_quick_start_run_one_after_the_other() throws Exception {
        assertThat(run("docs/quick-start.md")).isEqualTo(8);
        assertThat(Command.files(folder.resolve("boxed"))).hasSize(3);
        assertThat(Files.readAllLines(folder.resolve("tags.csv"))).hasSize(4);
    }

    private int run(String page) throws Exception {
        Map<String, String> environment = Map.of("PIXELANON_CACHE", cache.toString());
        List<PageCommand> commands = PageCommands.of(PageCommands.ROOT.resolve(page));
        for (PageCommand command : commands) {
            Command result =
                    Command.start(
                            List.of(), List.of(), environment, folder, command.words().toArray());
            assertThat(result.code()).as(command + "\n" + result.err()).isZero();
        }
        return commands.size();
    }
}
