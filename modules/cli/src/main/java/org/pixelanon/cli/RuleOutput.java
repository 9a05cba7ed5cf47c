package org.pixelanon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pipeline.WholeFile;
import org.pixelanon.rules.RulesException;
import picocli.CommandLine.Option;

/** Where text goes that a command makes: to standard output, or whole into a file. */
final class RuleOutput {

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "where it is written; default: standard output")
    @Nullable Path out;

    @Option(names = "--overwrite", description = "replace FILE if it exists")
    boolean overwrite;

    void write(String text, PrintWriter terminal) throws IOException {
        Path target = out;
        if (target == null) {
            terminal.print(text);
            terminal.flush();
            return;
        }
        if (!overwrite && Files.exists(target)) {
            throw new RulesException(target + ": exists (--overwrite replaces it)");
        }
        replace(target, text);
    }

    /** Writes a file whole or not at all. */
    static void replace(Path target, String text) throws IOException {
        try (WholeFile whole = WholeFile.at(target)) {
            Files.writeString(whole.part(), text, StandardCharsets.UTF_8);
            whole.publish();
        }
    }
}
