package org.pixelanon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.EvaluationOutput;
import org.pixelanon.cli.option.JudgeOptions;
import org.pixelanon.cli.option.ReadOptions;
import org.pixelanon.cli.option.ReaderChoices;
import org.pixelanon.cli.terminal.ExitCode;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.pipeline.decide.DecisionPolicy.OnDoubt;
import org.pixelanon.pipeline.decide.RecognizerSource;
import org.pixelanon.pipeline.evaluate.Evaluation;
import org.pixelanon.pipeline.evaluate.Groups;
import org.pixelanon.pipeline.evaluate.ListedRectangles;
import org.pixelanon.pipeline.evaluate.Measure;
import org.pixelanon.pipeline.evaluate.Truth;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.pipeline.run.EvaluateRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code pixelanon evaluate}: compares the text found with the truth. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares the text found in files with the truth and prints scores with 95 percent "
                    + "confidence intervals.",
            "Searches the files, or reads rectangles from lists (--rects). Files without truth are ignored.",
            "Without --judge, all text should be found; with it, sensitive text should be covered and harmless text kept."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon evaluate drawn/truth.json drawn/ --html page.html",
            "  pixelanon evaluate truth.json scans/ --judge --ablate --at-least erased=99.5",
            "  pixelanon evaluate truth.json scans/ --effort fast,balanced --ablate",
            "  pixelanon evaluate truth.json scans/ --rects before.csv --rects after.csv"
        })
final class EvaluateCommand implements Callable<Integer> {

    private static final double PERCENT = 100;

    @Parameters(
            index = "0",
            paramLabel = "TRUTH",
            description =
                    "the truth: JSON of 'pixelanon synth' or Presidio, or CSV (docs/evaluate.md)")
    @Nullable Path truth;

    @Mixin ReadOptions read = new ReadOptions();

    @Mixin ReaderChoices reading = new ReaderChoices();

    @Option(
            names = "--rects",
            paramLabel = "FILE.csv",
            description = "rectangles found elsewhere: a redaction list or OCR CSV; repeatable")
    List<Path> lists = List.of();

    @Option(names = "--judge", description = "judge the text found: harmless text should be kept")
    boolean judge;

    @Option(
            names = "--ablate",
            description =
                    "also evaluate without each single finder (with --effort) or detector (with "
                            + "--judge)")
    boolean ablate;

    @Mixin JudgeOptions judging = new JudgeOptions();

    @Option(
            names = "--ink",
            paramLabel = "HOW",
            defaultValue = "exact",
            description =
                    "which pixels of a text are ink: exact (as in TRUTH, where given) or otsu "
                            + "(the smaller of two classes of samples). Default: ${DEFAULT-VALUE}")
    Ink ink = Ink.EXACT;

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "LIST",
            description =
                    "groups to report, such as style,size,modality. Default: all with more than "
                            + "one value")
    List<String> by = List.of();

    @Mixin EvaluationOutput output = new EvaluationOutput();

    @Option(
            names = "--at-least",
            paramLabel = "MEASURE=PERCENT",
            description =
                    "exit code 1 if a configuration scores less: erased, half, images, kept or "
                            + "exact; repeatable")
    Map<String, Double> atLeast = Map.of();

    @Option(
            names = "--at-most",
            paramLabel = "MEASURE=PERCENT",
            description = "exit code 1 if a configuration scores more: over, worst or errors")
    Map<String, Double> atMost = Map.of();

    /** How ink is determined. */
    enum Ink {
        EXACT,
        OTSU
    }

    /** The inputs follow the truth. */
    static void placeInputs(CommandSpec evaluate) {
        for (PositionalParamSpec place : List.copyOf(evaluate.positionalParameters())) {
            if (place.paramLabel().equals("INPUT")) {
                evaluate.remove(place);
                evaluate.addPositional(PositionalParamSpec.builder(place).index("1..*").build());
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        Map<Measure, Double> limits = limits();
        check();
        Path file = Objects.requireNonNull(truth, "picocli requires it");
        InputFiles.Found found = read.find();
        SideOutputs kept = judging.keep(new SideOutputs()).keeps("the truth", file).keeps(found);
        lists.forEach(list -> kept.keeps("a list of rectangles", list));
        output.check(kept, read.commandLine());
        List<ListedRectangles> rectangles = new ArrayList<>();
        for (Path list : lists) {
            rectangles.add(ListedRectangles.read(list, judge));
        }
        EvaluateRun run =
                new EvaluateRun(
                        new EvaluateRun.Options(
                                Truth.read(file), searches(), rectangles, judge, ink == Ink.EXACT));
        int code = read.execute(found, run::run, "compared");
        run.seconds()
                .forEach(
                        (name, seconds) ->
                                read.commandLine()
                                        .getErr()
                                        .printf(Locale.ROOT, "%s: %.1f s%n", name, seconds));
        Evaluation evaluation = run.evaluation(by);
        output.write(evaluation, read.commandLine().getOut());
        for (Map.Entry<Measure, Double> limit : limits.entrySet()) {
            Optional<String> shortfall = evaluation.shortfall(limit.getKey(), limit.getValue());
            if (shortfall.isPresent()) {
                read.commandLine().getErr().println("pixelanon: " + shortfall.get());
                code = ExitCode.FAILED;
            }
        }
        return code;
    }

    private void check() {
        if (ablate && !judge && !reading.hasSeveralFinders()) {
            throw refused("--ablate: needs --judge, or --effort balanced or thorough");
        }
        for (String key : by) {
            if (!Groups.OF_PLANES.contains(key) && !Groups.OF_BOXES.contains(key)) {
                List<String> all = new ArrayList<>(Groups.OF_BOXES);
                all.addAll(Groups.OF_PLANES);
                throw refused(
                        "--by: unknown value '" + key + "'; known are " + String.join(", ", all));
            }
        }
    }

    private Map<Measure, Double> limits() {
        Map<Measure, Double> limits = new LinkedHashMap<>();
        atLeast.forEach(
                (name, percent) ->
                        limits.put(measure("--at-least", name, true), percent / PERCENT));
        atMost.forEach(
                (name, percent) ->
                        limits.put(measure("--at-most", name, false), percent / PERCENT));
        return limits;
    }

    private Measure measure(String option, String name, boolean good) {
        List<String> names = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (measure.isGood() == good) {
                if (measure.label().equals(name)) {
                    return measure;
                }
                names.add(measure.label());
            }
        }
        throw refused(
                option + ": unknown value '" + name + "'; known are " + String.join(", ", names));
    }

    private List<EvaluateRun.Search> searches() throws IOException {
        List<EvaluateRun.Search> searches = new ArrayList<>();
        if (!lists.isEmpty() && !reading.isGiven()) {
            return searches;
        }
        for (Map.Entry<String, RecognizerSource> source : reading.recognizers(judging).entrySet()) {
            String name = source.getKey();
            Map<String, DecisionPolicy> policies = new LinkedHashMap<>();
            if (judge) {
                policies.put(name, new DecisionPolicy(judging.judge(), OnDoubt.REDACT));
            }
            if (ablate && judge) {
                judging.judgesWithoutEach()
                        .forEach(
                                (detector, other) ->
                                        policies.put(
                                                name + " without " + detector,
                                                new DecisionPolicy(other, OnDoubt.REDACT)));
            }
            searches.add(new EvaluateRun.Search(name, source.getValue(), policies));
        }
        Map<String, RecognizerSource> fewer =
                ablate ? reading.recognizersWithoutEach(judging) : Map.of();
        for (Map.Entry<String, RecognizerSource> source : fewer.entrySet()) {
            Map<String, DecisionPolicy> policies = new LinkedHashMap<>();
            if (judge) {
                policies.put(source.getKey(), new DecisionPolicy(judging.judge(), OnDoubt.REDACT));
            }
            searches.add(new EvaluateRun.Search(source.getKey(), source.getValue(), policies));
        }
        return searches;
    }

    private ParameterException refused(String why) {
        return new ParameterException(read.commandLine(), why);
    }
}
