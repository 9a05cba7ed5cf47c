package org.pixelanon.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.FormsOptions;
import org.pixelanon.cli.option.IdentityOptions;
import org.pixelanon.cli.option.JudgeOptions;
import org.pixelanon.cli.option.ManifestOptions;
import org.pixelanon.cli.option.OpenResources;
import org.pixelanon.cli.option.OutputOptions;
import org.pixelanon.cli.option.ReaderOptions;
import org.pixelanon.cli.option.RuleOptions;
import org.pixelanon.cli.option.RunOptions;
import org.pixelanon.cli.option.StoreOptions;
import org.pixelanon.cli.option.UnmatchedOption;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.pipeline.decide.DecisionPolicy.OnDoubt;
import org.pixelanon.pipeline.decide.RecognizerSource;
import org.pixelanon.pipeline.decide.SearchOptions;
import org.pixelanon.pipeline.decide.TagSources;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.OutputLayout;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.pipeline.run.AnonymiseRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelanon anonymise}: the main job. */
@Command(
        name = "anonymise",
        aliases = "anonymize",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Finds text in every frame and overlay plane, blanks what is sensitive, and verifies each copy.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon anonymise scans/ -o clean/ --report report.json --write-csv rects.csv",
            "  pixelanon anonymise list.csv -o clean/ --db audit/ --relative-path /archive --resume",
            "  pixelanon anonymise scans/ -o clean/ --rules default",
            "  pixelanon anonymise archive.index -o clean/ --manifest job.manifest --summary job.html",
            "  pixelanon anonymise scans/ --dry-run --on-doubt withhold"
        })
final class AnonymiseCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Mixin RunOptions run = new RunOptions();

    @Mixin OutputOptions output = new OutputOptions();

    @Mixin JudgeOptions judging = new JudgeOptions();

    @Mixin IdentityOptions identities = new IdentityOptions();

    @Mixin ReaderOptions reading = new ReaderOptions();

    @Mixin StoreOptions database = new StoreOptions();

    @Mixin RuleOptions rules = new RuleOptions();

    @Mixin FormsOptions forms = new FormsOptions();

    @Mixin ManifestOptions manifest = new ManifestOptions();

    @Mixin UnmatchedOption unmatched = new UnmatchedOption();

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

    @Option(
            names = "--review",
            description = "search files again even if the database has results for them")
    boolean review;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = java.util.Objects.requireNonNull(spec, "picocli sets it");
        var layout = output.layout(command.commandLine(), run.sources());
        try (OpenResources closing = new OpenResources()) {
            if (manifest.isGiven()) {
                DecisionPolicy policy = policy(closing);
                TagSources tags = tags();
                RecognizerSource recognizers = reading.recognizers(judging);
                output.keepExisting();
                run.tell(forms.told(reading.words()));
                int code =
                        manifest.execute(
                                run,
                                output,
                                unmatched,
                                beside(),
                                () -> job(layout, policy, tags, recognizers, closing));
                identities.tell(run.commandLine().getErr());
                return code;
            }
            manifest.requireNone(command.commandLine());
            InputFiles.Found found = output.named(run.find(), command.commandLine());
            unmatched.require(found); // before anything is opened for writing
            run.check(
                    beside().writes("--write-csv", output.redactionList())
                            .keeps(found)
                            .keepsTargets(layout, found));
            DecisionPolicy policy = policy(closing); // before networks are started
            TagSources tags = tags();
            RecognizerSource recognizers = reading.recognizers(judging);
            AnonymiseRun job = job(layout, policy, tags, recognizers, closing);
            run.tell(forms.told(reading.words()));
            int code = run.execute(found, job::run, closing);
            identities.tell(run.commandLine().getErr());
            return code;
        }
    }

    /** Files that are read and written besides inputs and outputs. */
    private SideOutputs beside() throws IOException {
        return forms.keep(
                rules.keep(identities.keep(judging.keep(database.keep(new SideOutputs())))));
    }

    private DecisionPolicy policy(OpenResources closing) throws IOException {
        return new DecisionPolicy(judging.judge(), onDoubt, identities.source(closing));
    }

    private TagSources tags() throws IOException {
        return new TagSources(rules.book().orElse(null), usRegions);
    }

    private AnonymiseRun job(
            OutputLayout layout,
            DecisionPolicy policy,
            TagSources tags,
            RecognizerSource recognizers,
            OpenResources closing)
            throws IOException {
        return new AnonymiseRun(
                new AnonymiseRun.Options(
                        new SearchOptions(policy, recognizers, !noOverlays, forms.options(judging)),
                        review,
                        tags,
                        output.writing(layout, run.readers(), closing),
                        database.create(run.readers(), closing).orElse(null)));
    }
}
