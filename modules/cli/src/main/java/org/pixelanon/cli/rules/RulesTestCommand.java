package org.pixelanon.cli.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.CsvOptions;
import org.pixelanon.cli.option.JudgeOptions;
import org.pixelanon.cli.option.OpenResources;
import org.pixelanon.cli.option.ReaderOptions;
import org.pixelanon.cli.option.RunOptions;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.pipeline.decide.DecisionPolicy.OnDoubt;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.pipeline.report.LabWriter;
import org.pixelanon.pipeline.run.RuleLabRun;
import org.pixelanon.rules.RuleBook;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelanon rules test}: tests rules on files. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Tests rules without writing files: hits of each rule, files that no rule or "
                        + "several rules match, rectangles outside the image, text left "
                        + "uncovered, over-blanked pixels.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon rules test deid.dicom.site scans/",
            "  pixelanon rules test deid.dicom.site scans/ --no-ocr --write-csv lab.csv --write-json lab.json"
        })
final class RulesTestCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "recipe or script, or a folder of them")
    @Nullable Path rules;

    @Mixin RunOptions run = new RunOptions();

    @Mixin JudgeOptions judging = new JudgeOptions();

    @Mixin ReaderOptions reading = new ReaderOptions();

    @Option(
            names = "--rule-extensions",
            description =
                    "apply comments beginning with #@ in rules: plane, size, allow, deny, reason")
    boolean extensions;

    @Option(names = "--no-ocr", description = "do not search for text; fast")
    boolean noOcr;

    @Option(names = "--write-csv", paramLabel = "FILE", description = "write one line per file")
    @Nullable Path csv;

    @Mixin CsvOptions text = new CsvOptions();

    @Option(names = "--write-json", paramLabel = "FILE", description = "write everything")
    @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        RuleBook book =
                RuleBook.read(
                        List.of(Objects.requireNonNull(rules, "picocli requires it")), extensions);
        book.notes().forEach(n -> command.getErr().println("Note: " + n));
        RuleLabRun lab =
                new RuleLabRun(
                        new RuleLabRun.Options(
                                book,
                                new DecisionPolicy(judging.judge(), OnDoubt.REDACT),
                                noOcr ? null : reading.recognizers(judging)));
        if (run.inputs().size() < 2) {
            throw new ParameterException(command, "Missing required parameter: 'INPUT'");
        }
        // picocli assigns the first argument to both parameters
        List<String> named = run.inputs().subList(1, run.inputs().size());
        InputFiles.Found inputs = run.find(named);
        run.check(
                judging.keep(new SideOutputs())
                        .keeps("a rules file", rules)
                        .keeps(inputs)
                        .writes("--write-csv", csv)
                        .writes("--write-json", json));
        if (!noOcr) {
            run.tell(reading.words());
        }
        try (OpenResources closing = new OpenResources()) {
            return run.execute(
                    inputs,
                    (found, settings) -> {
                        var result = lab.run(found, settings);
                        LabWriter writer = new LabWriter(lab.report(result), !noOcr, run.words());
                        command.getOut().print(writer.table());
                        command.getOut().flush();
                        if (csv != null) {
                            RuleOutput.replace(csv, writer.csv(text.raw()), run.readers());
                        }
                        if (json != null) {
                            RuleOutput.replace(json, writer.json(), run.readers());
                        }
                        return result;
                    },
                    closing);
        }
    }
}
