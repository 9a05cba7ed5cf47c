package org.pixelanon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blackbox.cli.PageCommands;
import blackbox.cli.PageCommands.PageCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;

/** Every command in a code block of a page is one that the command line accepts. */
class PagesTest {

    /** Detectors that readers of a page bring along, at the end of a list. */
    private static final Pattern OWN_DETECTOR = Pattern.compile(",(ner|wards)$");

    @Test
    void every_command_of_every_page_is_accepted() throws IOException {
        List<String> refused = new ArrayList<>();
        int accepted = 0;
        for (Path page : PageCommands.pages()) {
            for (PageCommand command : PageCommands.of(page)) {
                try {
                    parse(command.words());
                    accepted++;
                } catch (ParameterException e) {
                    refused.add(command + "\n  " + e.getMessage());
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(accepted).isGreaterThan(100);
    }

    @Test
    void options_and_commands_that_do_not_exist_are_refused() {
        for (List<String> words :
                List.of(
                        List.of("anonymize-all", "scans/"),
                        List.of("anonymise", "scans/", "-o", "clean/", "--repotr", "r.json"),
                        List.of("db", "show", "audit/"))) {
            assertThatThrownBy(() -> parse(words)).isInstanceOf(ParameterException.class);
        }
    }

    private static void parse(List<String> words) {
        String[] arguments =
                words.stream()
                        .map(w -> OWN_DETECTOR.matcher(w).replaceFirst(""))
                        .toArray(String[]::new);
        Main.commandLine(arguments).parseArgs(arguments);
    }
}
