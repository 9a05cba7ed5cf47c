package org.pixelanon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.cli.terminal.ExitCode;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.pii.AllowList;
import org.pixelanon.pii.AllowListBuilder;
import org.pixelanon.pii.AllowListCheck;
import org.pixelanon.pii.AllowListCheck.Remark;
import org.pixelanon.pipeline.format.GlossaryFile;
import org.pixelanon.pipeline.output.SideOutputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelanon allowlist}: builds, checks and tests allow-lists. */
@Command(
        name = "allowlist",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AllowListProposeCommand.class,
        description =
                "Creates, checks and tests allow-lists: files with one Python regular expression per line. Text that fully matches one of them is kept.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon allowlist build --glossary glossary.json -o allow.txt",
            "  pixelanon allowlist check allow.txt",
            "  pixelanon allowlist propose audit/ -o proposed.txt",
            "  pixelanon allowlist test allow.txt --match harmless.txt --no-match names.txt"
        })
final class AllowListCommand {

    @Spec @Nullable CommandSpec spec;

    @Command(
            name = "build",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon allowlist build --glossary glossary.json -o allow.txt",
            mixinStandardHelpOptions = true,
            description =
                    "Creates an allow-list from exposure values, view names in every word order, and literal words of glossaries.")
    int build(
            @Option(
                            names = "--glossary",
                            paramLabel = "FILE",
                            description =
                                    "words and phrases to allow: a JSON object with them as "
                                            + "keys, or text with one per line; repeatable")
                    @Nullable List<Path> glossaries,
            @Option(
                            names = "--reduced",
                            description =
                                    "write the position (erect, supine ...) only as the last word: 600 fewer expressions")
                    boolean reduced,
            @Mixin TextOutput out)
            throws IOException {
        SideOutputs others = new SideOutputs();
        for (Path glossary : glossaries == null ? List.<Path>of() : glossaries) {
            others.keeps("a glossary", glossary);
        }
        out.check(others);
        List<String> words = new ArrayList<>();
        for (Path glossary : glossaries == null ? List.<Path>of() : glossaries) {
            words.addAll(GlossaryFile.read(glossary));
        }
        List<String> lines = AllowListBuilder.build(words, reduced);
        out.write(
                writer -> {
                    for (String line : lines) {
                        writer.write(line + "\n");
                    }
                },
                out.readers(ReadAccess.EVERYBODY));
        line().getErr().println(lines.size() + " expressions");
        return 0;
    }

    @Command(
            name = "check",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon allowlist check allow.txt",
            mixinStandardHelpOptions = true,
            description =
                    "Checks an allow-list. Errors (exit code 1) are invalid lines and lines that "
                            + "match any name, date or number; notes are duplicates and probable "
                            + "mistakes.")
    int check(@Parameters(paramLabel = "FILE", description = "the allow-list") Path file)
            throws IOException {
        PrintWriter out = line().getOut();
        List<Remark> remarks = AllowListCheck.check(file);
        for (Remark remark : remarks) {
            String weight = remark.error() ? "" : "note: ";
            out.println(file + ":" + remark.line() + ": " + weight + remark.what());
        }
        long errors = remarks.stream().filter(Remark::error).count();
        out.println(file + ": " + errors + " errors, " + (remarks.size() - errors) + " notes");
        return errors == 0 ? 0 : ExitCode.FAILED;
    }

    @Command(
            name = "test",
            footerHeading = "%nExample:%n",
            footer =
                    "  pixelanon allowlist test allow.txt --match harmless.txt --no-match names.txt",
            mixinStandardHelpOptions = true,
            description =
                    "Tests an allow-list on lines of text. Prints the number of each line that should match but does not, or matches but should not; exit code 1 if there are any.")
    int test(
            @Parameters(paramLabel = "FILE", description = "the allow-list") Path file,
            @Option(
                            names = "--match",
                            paramLabel = "LINES",
                            description = "texts that must match, one per line")
                    @Nullable Path match,
            @Option(
                            names = "--no-match",
                            paramLabel = "LINES",
                            description = "texts that must not match, one per line")
                    @Nullable Path noMatch)
            throws IOException {
        if (match == null && noMatch == null) {
            throw new ParameterException(line(), "nothing to test: give --match or --no-match");
        }
        AllowList list = AllowList.read(file);
        int wrong = 0;
        if (match != null) {
            wrong += trial(list, match, true);
        }
        if (noMatch != null) {
            wrong += trial(list, noMatch, false);
        }
        line().getOut().println(wrong + " lines disagree");
        return wrong == 0 ? 0 : ExitCode.FAILED;
    }

    /** Compares each non-blank line with the list. */
    private int trial(AllowList list, Path file, boolean release) throws IOException {
        int wrong = 0;
        List<String> lines = GlossaryFile.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            Optional<Opinion> opinion = list.judge(lines.get(i), Identity.NONE);
            if (opinion.isPresent() != release) {
                wrong++;
                String what =
                        opinion.map(o -> "is kept by " + o.reason().detail()).orElse("is not kept");
                line().getOut().println(file + ":" + (i + 1) + ": " + what);
            }
        }
        return wrong;
    }

    private picocli.CommandLine line() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
