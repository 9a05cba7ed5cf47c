package org.pixelanon.cli.rules;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.ExitCode;
import org.pixelanon.rules.ParsedRules;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.rules.RuleCheck;
import org.pixelanon.rules.RuleReader;
import org.pixelanon.rules.RulesException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelanon rules check}: finds mistakes in rules. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks rules. Errors are what --rules would reject; warnings are duplicate or unreachable rules, rules that can never match, and rectangles outside the image.",
        footer = {
            "",
            "Exit code: 0 if --rules would take all files, 1 otherwise.",
            "",
            "Example:",
            "  pixelanon rules check deid.dicom.site"
        })
final class RulesCheckCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "recipes or scripts, or folders of them")
    List<Path> files = List.of();

    @Option(names = "--rule-extensions", description = "also check comments beginning with #@")
    boolean extensions;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        boolean failed = false;
        for (Path path : files) {
            for (Path file : RuleBook.filesOf(path)) {
                failed |= check(file, out);
            }
        }
        out.flush();
        return failed ? ExitCode.FAILED : 0;
    }

    private boolean check(Path file, PrintWriter out) throws IOException {
        try {
            ParsedRules parsed = RuleReader.read(RuleBook.text(file));
            RuleBook.of(file.toString(), parsed, extensions);
            parsed.notes().forEach(n -> out.println(file + ": note: " + n));
            parsed.file()
                    .unevaluated()
                    .forEach(s -> out.println(file + ": note: " + s + " is ignored"));
            List<RuleCheck.Problem> problems = RuleCheck.of(parsed);
            for (RuleCheck.Problem problem : problems) {
                out.println(file + ": warning: line " + problem.line() + ": " + problem.text());
            }
            out.println(
                    file
                            + ": "
                            + parsed.file().rules().size()
                            + " rules, 0 errors, "
                            + problems.size()
                            + " warnings");
            return false;
        } catch (RulesException e) {
            out.println(file + ": error: " + e.getMessage());
            return true;
        }
    }
}
