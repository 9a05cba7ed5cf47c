package org.pixelanon.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.JudgeOptions;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.model.Identity;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.pii.Explanation;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.evaluate.Figure;
import org.pixelanon.pipeline.evaluate.LineFigures;
import org.pixelanon.pipeline.evaluate.TextLine;
import org.pixelanon.pipeline.format.GlossaryFile;
import org.pixelanon.pipeline.output.SideOutputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelanon judge}: judges lines of text. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Judges each line of text: kept or blanked, type, confidence (0 to 1) and reason. The text itself is not printed.",
            "With --evaluate: prints how many sensitive lines are kept and how many harmless lines are blanked, by class, with 95 percent intervals."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  echo 'Dist 1.43 cm' | pixelanon judge",
            "  pixelanon judge lines.csv -o decisions.csv",
            "  pixelanon judge --evaluate known.csv --allowlist allow.txt"
        })
final class JudgeCommand implements Callable<Integer> {

    private static final String HEADER = "line,decision,type,confidence,reason\n";

    @Spec @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description =
                    "lines of text; a name ending in .csv means CSV with the column text and "
                            + "optionally identity (keyword|VR|value;;...). Default: standard "
                            + "input")
    @Nullable Path file;

    @Option(
            names = "--evaluate",
            paramLabel = "FILE.csv",
            description =
                    "CSV with the columns text, class, sensitive (0 or 1) and optionally noisy "
                            + "(a misread form of the text) and identity")
    @Nullable Path evaluated;

    @Mixin JudgeOptions judging = new JudgeOptions();

    @Mixin TextOutput out = new TextOutput();

    @Override
    public Integer call() throws IOException {
        if (file != null && evaluated != null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                    "FILE and --evaluate exclude each other");
        }
        SideOutputs others = judging.keep(new SideOutputs());
        out.check(others.keeps("the lines", file).keeps("the lines", evaluated));
        SensitivityJudge judge = judging.judge();
        if (evaluated != null) {
            List<TextLine> lines = TextLine.read(evaluated, true);
            out.write(w -> evaluate(judge, lines, w), out.readers(ReadAccess.EVERYBODY));
        } else if (file == null || file.toString().equals("-")) {
            out.write(w -> judgeInput(judge, w), out.readers(ReadAccess.EVERYBODY));
        } else {
            List<TextLine> lines = lines(file);
            out.write(w -> judge(judge, lines, w), out.readers(ReadAccess.EVERYBODY));
        }
        return 0;
    }

    private static List<TextLine> lines(Path file) throws IOException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return TextLine.read(file, false);
        }
        return GlossaryFile.lines(file).stream()
                .map(text -> new TextLine(text, "", "", false, Identity.NONE))
                .toList();
    }

    private static void judge(SensitivityJudge judge, List<TextLine> lines, Writer out)
            throws IOException {
        out.write(HEADER);
        int number = 0;
        for (TextLine line : lines) {
            write(++number, judge.explain(line.text(), line.identity()), out);
        }
    }

    /** Line by line, so that another program can wait for each answer. */
    private static void judgeInput(SensitivityJudge judge, Writer out) throws IOException {
        out.write(HEADER);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            write(++number, judge.explain(line, Identity.NONE), out);
            out.flush();
        }
    }

    private static void write(int number, Explanation why, Writer out) throws IOException {
        out.write(
                String.format(
                        Locale.ROOT,
                        "%d,%s,%s,%.2f,\"%s\"%n",
                        number,
                        why.opinion().sensitive() ? "blank" : "keep",
                        why.type().word(),
                        why.confidence(),
                        why.opinion().reason()));
    }

    private static void evaluate(SensitivityJudge judge, List<TextLine> lines, Writer out)
            throws IOException {
        print("clean", LineFigures.of(judge, lines, false), out);
        if (lines.stream().anyMatch(line -> !line.noisy().isEmpty())) {
            print("noisy", LineFigures.of(judge, lines, true), out);
        }
    }

    private static void print(String reading, LineFigures figures, Writer out) throws IOException {
        print(reading + " sensitive kept", figures.kept(), out);
        print(reading + " harmless blanked", figures.blanked(), out);
    }

    private static void print(String what, Map<String, Figure> figures, Writer out)
            throws IOException {
        for (Map.Entry<String, Figure> entry : figures.entrySet()) {
            Figure f = entry.getValue();
            out.write(
                    String.format(
                            Locale.ROOT,
                            "%-24s %-16s %5d of %5d  %6.2f %% (%.2f to %.2f)%n",
                            what,
                            entry.getKey(),
                            Math.round(f.value() * f.of()),
                            f.of(),
                            100 * f.value(),
                            100 * f.low(),
                            100 * f.high()));
        }
    }
}
