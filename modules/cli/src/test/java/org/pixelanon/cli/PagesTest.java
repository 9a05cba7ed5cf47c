package org.pixelanon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blackbox.cli.PageCommands;
import blackbox.cli.PageCommands.PageCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Every command in a code block of a page or in help is one that the command line accepts. */
class PagesTest {

    /** Readers' own detectors at the end of a list. */
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
    void every_command_shows_examples_that_are_accepted_and_use_it() {
        List<String> faults = new ArrayList<>();
        for (CommandLine command : all(Main.commandLine("--help"))) {
            CommandSpec spec = command.getCommandSpec();
            if (spec.userObject() instanceof CommandLine.HelpCommand) {
                continue;
            }
            List<List<String>> examples = new ArrayList<>();
            for (String line : spec.usageMessage().footer()) {
                examples.addAll(PageCommands.commands(line.replace("$$", "$").replace("%%", "%")));
            }
            boolean used = false;
            for (List<String> words : examples) {
                try {
                    ParseResult result = parse(words);
                    while (result.hasSubcommand()) {
                        used |= result.commandSpec().name().equals(spec.name());
                        result = result.subcommand();
                    }
                    used |= result.commandSpec().qualifiedName().equals(spec.qualifiedName());
                } catch (ParameterException e) {
                    faults.add(spec.qualifiedName() + ": " + words + "\n  " + e.getMessage());
                }
            }
            if (!used) {
                faults.add(spec.qualifiedName() + " has no example");
            }
        }
        assertThat(faults).isEmpty();
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

    /** A command and all below it. */
    private static List<CommandLine> all(CommandLine top) {
        List<CommandLine> commands = new ArrayList<>(List.of(top));
        new LinkedHashSet<>(top.getSubcommands().values()).forEach(c -> commands.addAll(all(c)));
        return commands;
    }

    private static ParseResult parse(List<String> words) {
        String[] arguments =
                words.stream()
                        .map(w -> OWN_DETECTOR.matcher(w).replaceFirst(""))
                        .toArray(String[]::new);
        return Main.commandLine(arguments).parseArgs(arguments);
    }
}
