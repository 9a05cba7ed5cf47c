package org.pixelanon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.TerminalProgress;
import org.pixelanon.cli.terminal.Version;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.model.engine.EngineChoices;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.ocr.TesseractService;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.atomic.WholeFile;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.pipeline.decide.RecognizerSource;
import org.pixelanon.pipeline.decide.SearchOptions;
import org.pixelanon.pipeline.decide.TagSources;
import org.pixelanon.pipeline.extension.EngineSearch;
import org.pixelanon.pipeline.format.RedactionCsv;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.OutputLayout;
import org.pixelanon.pipeline.output.WritingOptions;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.PathWords;
import org.pixelanon.pipeline.report.RunReport;
import org.pixelanon.pipeline.report.RunResult;
import org.pixelanon.pipeline.run.AnonymiseRun;
import org.pixelanon.pipeline.run.RunSettings;
import org.pixelanon.synth.SampleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pixelanon demo}: the main job on drawn samples. */
@Command(
        name = "demo",
        footerHeading = "%nExamples:%n",
        footer = {"  pixelanon demo", "  pixelanon demo -o demo/ --count 20"},
        mixinStandardHelpOptions = true,
        description =
                "Draws sample files, searches, redacts and verifies them, and prints the outcome of each.")
final class DemoCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "new folder for samples and results. Default: a temporary folder")
    @Nullable Path out;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "24",
            description = "number of samples. Default: ${DEFAULT-VALUE}")
    int count;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "random seed. Default: ${DEFAULT-VALUE}")
    long seed;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets it");
        PrintWriter terminal = command.commandLine().getOut();
        Path folder = folder(command);
        Path samples = folder.resolve("samples");
        Path clean = folder.resolve("clean");
        SampleSet.write(samples, count, seed);
        RunResult result;
        try (WholeFile whole = WholeFile.at(folder.resolve("rects.csv"));
                RedactionCsv list = new RedactionCsv(Files.newBufferedWriter(whole.part()));
                TerminalProgress progress =
                        new TerminalProgress(
                                command.commandLine().getErr(), System.console() != null, false)) {
            InputFiles.Found found = InputFiles.find(List.of(samples.toString()));
            int jobs = Runtime.getRuntime().availableProcessors();
            result =
                    new AnonymiseRun(options(clean, list))
                            .run(found, new RunSettings(jobs, progress, r -> {}, true));
            list.close();
            whole.publish();
        }
        new RunReport(Version.number(), PathWords.PLAIN)
                .write(result, "demo", folder.resolve("report.json"));
        print(result, samples, terminal);
        terminal.println("Samples, redacted copies, rects.csv and report.json are in " + folder);
        terminal.println("Note: " + RunReport.SCOPE_NOTE + ".");
        terminal.flush();
        return result.exitCode();
    }

    private Path folder(CommandSpec command) throws IOException {
        if (out == null) {
            return Files.createTempDirectory(
                    UserEnvironment.ofProcess().temporaryFolder(), "pixelanon-demo");
        }
        if (Files.exists(out.resolve("clean"))) {
            throw new ParameterException(command.commandLine(), out + " contains an earlier demo");
        }
        return Files.createDirectories(out);
    }

    /** Uses only built-in recognisers, whatever extensions there are. */
    private static RecognizerSource recognizers() throws IOException {
        FoundEngine engine = EngineSearch.ofProgram().recognizer(TesseractService.NAME);
        EngineSettings settings =
                EngineChoices.NONE.settings(engine, UserEnvironment.ofProcess().cache(), Map.of());
        return () -> engine.recognizer(settings);
    }

    private static AnonymiseRun.Options options(Path clean, RedactionCsv list) throws IOException {
        SensitivityJudge judge =
                SensitivityJudge.of(List.of("tags", "patterns", "allowlist"), null, null);
        return new AnonymiseRun.Options(
                new SearchOptions(
                        new DecisionPolicy(judge, DecisionPolicy.OnDoubt.REDACT),
                        recognizers(),
                        true),
                false,
                TagSources.NONE,
                new WritingOptions(
                                new OutputLayout(clean, null, false, false),
                                RedactionPolicy.DEFAULT)
                        .listing(list),
                null);
    }

    private static void print(RunResult result, Path samples, PrintWriter terminal) {
        terminal.printf(
                Locale.ROOT,
                "%-44s %-12s %6s %8s %5s %14s%n",
                "file",
                "outcome",
                "planes",
                "blanked",
                "kept",
                "proof");
        for (FileResult file : result.files()) {
            long kept = file.decisions().stream().filter(d -> d.verdict() == Verdict.KEEP).count();
            String proof =
                    file.verification()
                            .map(v -> v.passed() ? "verified" : "NOT verified")
                            .orElse("no output");
            terminal.printf(
                    Locale.ROOT,
                    "%-44s %-12s %6d %8d %5d %14s%n",
                    samples.relativize(file.input()),
                    file.outcome().label(),
                    file.planes(),
                    file.redacted().size(),
                    kept,
                    proof);
        }
    }
}
