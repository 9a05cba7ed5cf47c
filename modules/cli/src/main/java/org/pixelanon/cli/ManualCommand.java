package org.pixelanon.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.cli.terminal.Version;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.pipeline.atomic.WholeFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pixelanon manual}: writes the help as pages for {@code man}. */
@Command(
        name = "manual",
        mixinStandardHelpOptions = true,
        description = "Writes manual pages, one for each command.",
        footerHeading = "%nExamples:%n",
        footer = {"  pixelanon manual -o ~/.local/share/man/man1", "  man pixelanon-anonymise"})
final class ManualCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "output folder for pixelanon.1 and so on; created if missing")
    @Nullable Path out;

    @Option(names = "--overwrite", description = "replace existing pages")
    boolean overwrite;

    @Override
    public Integer call() throws IOException {
        Path folder = Objects.requireNonNull(out, "picocli requires it");
        CommandLine all = Objects.requireNonNull(spec, "picocli sets it").root().commandLine();
        Path first = folder.resolve(all.getCommandName() + ".1");
        if (!overwrite && Files.exists(first)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                    TextOutput.exists(first));
        }
        Files.createDirectories(folder);
        int pages = write(all, folder);
        Objects.requireNonNull(spec, "picocli sets it")
                .commandLine()
                .getOut()
                .println(pages + " pages in " + folder);
        return 0;
    }

    private static int write(CommandLine command, Path folder) throws IOException {
        ManualPage page = new ManualPage(command.getCommandSpec(), Version.number());
        try (WholeFile whole =
                WholeFile.at(folder.resolve(page.name() + ".1"), ReadAccess.EVERYBODY)) {
            try (Writer writer = Files.newBufferedWriter(whole.part(), StandardCharsets.UTF_8)) {
                writer.write(page.text());
            }
            whole.publish();
        }
        int pages = 1;
        for (CommandLine below : java.util.Set.copyOf(command.getSubcommands().values())) {
            pages += write(below, folder);
        }
        return pages;
    }
}
