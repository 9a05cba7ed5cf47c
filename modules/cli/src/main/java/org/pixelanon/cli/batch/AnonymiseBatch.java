package org.pixelanon.cli.batch;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.FormsOptions;
import org.pixelanon.cli.option.IdentityOptions;
import org.pixelanon.cli.option.JudgeOptions;
import org.pixelanon.cli.option.OpenResources;
import org.pixelanon.cli.option.OutputOptions;
import org.pixelanon.cli.option.ReaderOptions;
import org.pixelanon.cli.option.RuleOptions;
import org.pixelanon.cli.option.RunOptions;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.pipeline.decide.DecisionPolicy.OnDoubt;
import org.pixelanon.pipeline.decide.RecognizerSource;
import org.pixelanon.pipeline.decide.SearchOptions;
import org.pixelanon.pipeline.decide.TagSources;
import org.pixelanon.pipeline.format.PathText;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.OutputLayout;
import org.pixelanon.pipeline.output.OutputPlaces;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.pipeline.run.AnonymiseRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code anonymise} on a cluster. */
@Command(
        name = "anonymise",
        sortOptions = false,
        description =
                "Finds text in every frame and overlay plane, blanks what is sensitive, and verifies each copy.")
final class AnonymiseBatch implements BatchCommand {

    @Spec @Nullable CommandSpec spec;

    @Mixin BatchOptions batch = new BatchOptions();

    @Mixin RunOptions run = new RunOptions();

    @Mixin OutputOptions output = new OutputOptions();

    @Mixin JudgeOptions judging = new JudgeOptions();

    @Mixin IdentityOptions identities = new IdentityOptions();

    @Mixin ReaderOptions reading = new ReaderOptions();

    @Mixin RuleOptions rules = new RuleOptions();

    @Mixin FormsOptions forms = new FormsOptions();

    @Option(
            names = "--on-doubt",
            paramLabel = "POLICY",
            defaultValue = "redact",
            description =
                    "unexplained text: redact it, or withhold the file for review. Default: ${DEFAULT-VALUE}")
    OnDoubt onDoubt = OnDoubt.REDACT;

    @Option(
            names = "--us-regions",
            description = "blank everything outside the Sequence of Ultrasound Regions")
    boolean usRegions;

    @Option(names = "--no-overlays", description = "do not search overlay planes")
    boolean noOverlays;

    @Override
    public RunOptions run() {
        return run;
    }

    @Override
    public BatchOptions batch() {
        return batch;
    }

    /**
     * A task that runs twice must find its earlier outputs, and only one process can write a list.
     */
    @Override
    public List<String> refused() {
        return List.of("--in-place", "--overwrite", "--dry-run", "--write-csv");
    }

    /** A relative path would be different in every process. */
    private OutputLayout layout() throws IOException {
        CommandLine line = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        OutputLayout layout = output.layout(line, run.sources());
        if (output.namesFile() || !layout.folder().isAbsolute()) {
            throw new ParameterException(line, "-o must be the absolute path or URL of a folder");
        }
        return layout;
    }

    @Override
    public OutputPlaces places(InputFiles.Found found) throws IOException {
        OutputLayout layout = layout();
        run.check(
                forms.keep(rules.keep(identities.keep(judging.keep(new SideOutputs()))))
                        .keeps(found)
                        .keepsTargets(layout, found));
        return layout.assign(found.files());
    }

    @Override
    public String target() throws IOException {
        return PathText.of(layout().folder());
    }

    @Override
    public Work open(OpenResources closing) throws IOException {
        OutputLayout layout = layout();
        output.keepExisting();
        DecisionPolicy policy =
                new DecisionPolicy(judging.judge(), onDoubt, identities.source(closing));
        TagSources tags = new TagSources(rules.book().orElse(null), usRegions);
        RecognizerSource recognizers = closing.file(RecognizerPool.of(reading, judging));
        AnonymiseRun job =
                new AnonymiseRun(
                        new AnonymiseRun.Options(
                                new SearchOptions(
                                        policy, recognizers, !noOverlays, forms.options(judging)),
                                false,
                                tags,
                                output.writing(layout, run.readers(), closing),
                                null));
        run.tell(forms.told(reading.words()));
        return job::each;
    }
}
