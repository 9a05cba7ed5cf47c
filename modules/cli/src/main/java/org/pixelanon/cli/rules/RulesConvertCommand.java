package org.pixelanon.cli.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.rules.ParsedRules;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.rules.RuleConversion;
import org.pixelanon.rules.RuleLanguage;
import org.pixelanon.rules.RuleReader;
import org.pixelanon.rules.RuleWriter;
import org.pixelanon.rules.RulesException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelanon rules convert}: converts rules to the other language or to normal form. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Converts rules to the other language, or to the normal form of their own. Rules that become wider or cannot be converted are listed on standard error.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon rules convert deid.dicom.site --to ctp -o DicomPixelAnonymizer.script",
            "  pixelanon rules convert deid.dicom.site --to deid"
        })
final class RulesConvertCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "a recipe or a script")
    @Nullable Path file;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            description = "language: ${COMPLETION-CANDIDATES}")
    RuleLanguage to = RuleLanguage.DEID;

    @Option(
            names = "--skip",
            description = "omit rules that cannot be converted instead of failing")
    boolean skip;

    @Mixin RuleOutput output = new RuleOutput();

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        Path source = Objects.requireNonNull(file, "picocli requires it");
        output.check(new SideOutputs().keeps("the rules file", source));
        try {
            ParsedRules parsed = RuleReader.read(RuleBook.text(source));
            RuleConversion converted = converted(parsed);
            String text = RuleWriter.write(converted.file());
            parsed.notes().forEach(n -> command.getErr().println("Note: " + n));
            converted.notes().forEach(n -> command.getErr().println("Note: " + n));
            output.write(text, command.getOut());
            return 0;
        } catch (RulesException e) {
            throw e.in(source.toString());
        }
    }

    /** Without --skip, rules that cannot be converted are refused; the message mentions --skip. */
    private RuleConversion converted(ParsedRules parsed) throws RulesException {
        try {
            return RuleConversion.of(parsed.file(), to, skip);
        } catch (RulesException e) {
            throw new RulesException(e.getMessage() + " (--skip leaves such rules out)");
        }
    }
}
