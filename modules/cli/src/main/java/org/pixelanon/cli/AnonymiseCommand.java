package org.pixelanon.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.JudgeOptions;
import org.pixelanon.cli.option.OpenResources;
import org.pixelanon.cli.option.OutputOptions;
import org.pixelanon.cli.option.ReaderOptions;
import org.pixelanon.cli.option.RuleOptions;
import org.pixelanon.cli.option.RunOptions;
import org.pixelanon.cli.option.StoreOptions;
import org.pixelanon.cli.option.UnmatchedOption;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.pipeline.decide.DecisionPolicy.OnDoubt;
import org.pixelanon.pipeline.decide.SearchOptions;
import org.pixelanon.pipeline.decide.TagSources;
import org.pixelanon.pipeline.input.InputFiles;
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
                "Finds text in every frame and overlay plane, blanks what is sensitive, proves each copy.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon anonymise scans/ -o clean/ --report report.json --write-csv rects.csv",
            "  pixelanon anonymise list.csv -o clean/ --db audit/ --relative-path /archive --resume",
            "  pixelanon anonymise scans/ -o clean/ --rules default",
            "  pixelanon anonymise scans/ --dry-run --on-doubt withhold"
        })
final class AnonymiseCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Mixin RunOptions run = new RunOptions();

    @Mixin OutputOptions output = new OutputOptions();

    @Mixin JudgeOptions judging = new JudgeOptions();

    @Mixin ReaderOptions reading = new ReaderOptions();

    @Mixin StoreOptions database = new StoreOptions();

    @Mixin RuleOptions rules = new RuleOptions();

    @Mixin UnmatchedOption unmatched = new UnmatchedOption();

    @Option(
            names = "--on-doubt",
            defaultValue = "redact",
            description =
                    "text that nothing explains: redact it, or withhold the file for a person. Default: ${DEFAULT-VALUE}")
    OnDoubt onDoubt = OnDoubt.REDACT;

    @Option(
            names = "--us-regions",
            description = "blank everything outside the Sequence of Ultrasound Regions")
    boolean usRegions;

    @Option(names = "--no-overlays", description = "do not search overlay planes")
    boolean noOverlays;

    @Option(names = "--review", description = "search files again that the database knows")
    boolean review;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = java.util.Objects.requireNonNull(spec, "picocli sets it");
        var layout = output.layout(command.commandLine());
        InputFiles.Found found = output.named(run.find(), command.commandLine());
        unmatched.require(found); // before anything is opened for writing
        run.check(
                rules.keep(judging.keep(database.keep(new SideOutputs())))
                        .writes("--write-csv", output.redactionList())
                        .keeps(found)
                        .keepsTargets(layout, found));
        try (OpenResources closing = new OpenResources()) {
            DecisionPolicy policy = new DecisionPolicy(judging.judge(), onDoubt);
            var book = rules.book();
            AnonymiseRun.Options options =
                    new AnonymiseRun.Options(
                            new SearchOptions(policy, reading.recognizers(judging), !noOverlays),
                            review,
                            new TagSources(book.orElse(null), usRegions),
                            output.writing(layout, run.readers(), closing),
                            database.create(run.readers(), closing).orElse(null));
            run.tell(reading.words());
            return run.execute(found, new AnonymiseRun(options)::run, closing);
        }
    }
}
