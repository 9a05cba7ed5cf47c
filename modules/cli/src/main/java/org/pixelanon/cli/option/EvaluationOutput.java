package org.pixelanon.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.pipeline.atomic.WholeFile;
import org.pixelanon.pipeline.evaluate.Evaluation;
import org.pixelanon.pipeline.evaluate.EvaluationFiles;
import org.pixelanon.pipeline.evaluate.EvaluationPage;
import org.pixelanon.pipeline.evaluate.EvaluationText;
import org.pixelanon.pipeline.output.SideOutputs;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Files for the figures of an evaluation besides standard output. */
@HelpGroup("Output")
public final class EvaluationOutput {

    @Option(
            names = "--write-json",
            paramLabel = "FILE",
            description = "write the scores and all missed texts as JSON")
    @Nullable Path json;

    @Option(names = "--write-csv", paramLabel = "FILE", description = "write the scores as CSV")
    @Nullable Path csv;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "write an HTML page with the scores and with images of missed texts and of "
                            + "rectangles without text; the images show parts of the files")
    @Nullable Path page;

    @Option(
            names = "--texts",
            description = "also write the missed texts, which may identify patients")
    boolean texts;

    @Mixin private AccessOptions access = new AccessOptions();

    /** Content to be written. */
    private interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /** Ends the command if a file is an input or another output. */
    public void check(SideOutputs others, CommandLine command) throws IOException {
        Optional<String> problem =
                others.writes("--write-json", json)
                        .writes("--write-csv", csv)
                        .writes("--html", page)
                        .problem();
        if (problem.isPresent()) {
            throw new ParameterException(command, problem.get());
        }
    }

    /** Prints the table and writes the files, each whole or not at all. */
    public void write(Evaluation evaluation, PrintWriter out) throws IOException {
        out.print(EvaluationText.of(evaluation));
        out.flush();
        write(json, to -> EvaluationFiles.json(evaluation, texts, to));
        write(csv, to -> EvaluationFiles.csv(evaluation, to));
        write(page, to -> EvaluationPage.write(evaluation, texts, to));
    }

    private void write(@Nullable Path file, Content content) throws IOException {
        if (file == null) {
            return;
        }
        try (WholeFile whole = WholeFile.at(file, access.readers())) {
            try (Writer to = Files.newBufferedWriter(whole.part(), StandardCharsets.UTF_8)) {
                content.writeTo(to);
            }
            whole.publish();
        }
    }
}
