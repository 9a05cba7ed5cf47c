package org.pixelanon.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.CsvOptions;
import org.pixelanon.cli.option.FormsOptions;
import org.pixelanon.cli.option.IdentityOptions;
import org.pixelanon.cli.option.JudgeOptions;
import org.pixelanon.cli.option.OpenResources;
import org.pixelanon.cli.option.ReaderOptions;
import org.pixelanon.cli.option.RuleOptions;
import org.pixelanon.cli.option.RunOptions;
import org.pixelanon.cli.option.StoreOptions;
import org.pixelanon.cli.terminal.StandardStreams;
import org.pixelanon.pipeline.atomic.WholeFile;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.pipeline.decide.DecisionPolicy.OnDoubt;
import org.pixelanon.pipeline.decide.SearchOptions;
import org.pixelanon.pipeline.decide.TagSources;
import org.pixelanon.pipeline.format.OcrCsv;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.pipeline.run.OcrRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pixelanon ocr}: finds and reads text, changes nothing. */
@Command(
        name = "ocr",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Finds and reads text in every frame and overlay plane and judges whether it is sensitive.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon ocr scans/ --rects --write-csv text.csv",
            "  pixelanon ocr list.csv --db audit/ --allowlist allow.txt --review"
        })
final class OcrCommand implements Callable<Integer> {

    @Mixin RunOptions run = new RunOptions();

    @Mixin JudgeOptions judging = new JudgeOptions();

    @Mixin IdentityOptions identities = new IdentityOptions();

    @Mixin ReaderOptions reading = new ReaderOptions();

    @Mixin StoreOptions database = new StoreOptions();

    @Mixin RuleOptions rules = new RuleOptions();

    @Mixin FormsOptions forms = new FormsOptions();

    @Option(
            names = "--write-csv",
            paramLabel = "FILE",
            description = "OCR CSV to write; - for standard output, the default without --db")
    @Nullable String csv;

    @Option(names = "--no-csv-header", description = "omit the header line")
    boolean noHeader;

    @Mixin CsvOptions text = new CsvOptions();

    @Option(names = "--rects", description = "also write a row for each line of text")
    boolean rects;

    @Option(
            names = "--us-regions",
            description = "also write rows for the area outside the Sequence of Ultrasound Regions")
    boolean usRegions;

    @Option(names = "--except-us-regions", description = "omit text inside those rectangles")
    boolean exceptUsRegions;

    @Option(names = "--no-overlays", description = "do not search overlay planes")
    boolean noOverlays;

    @Option(
            names = "--review",
            description = "search files again even if the database has results for them")
    boolean review;

    @Override
    public Integer call() throws IOException {
        Optional<Path> target = target();
        InputFiles.Found found = run.find();
        run.check(
                forms.keep(
                                rules.keep(
                                        identities.keep(
                                                judging.keep(database.keep(new SideOutputs())))))
                        .writes("--write-csv", target.orElse(null))
                        .keeps(found));
        try (OpenResources closing = new OpenResources()) {
            SearchOptions search =
                    new SearchOptions(
                            new DecisionPolicy(
                                    judging.judge(), OnDoubt.REDACT, identities.source(closing)),
                            reading.recognizers(judging),
                            !noOverlays,
                            forms.options(judging));
            var stored = database.create(run.readers(), closing);
            Optional<OcrCsv> rows = rows(closing);
            OcrRun.Options options =
                    new OcrRun.Options(
                            search,
                            new TagSources(rules.book().orElse(null), usRegions),
                            exceptUsRegions,
                            rects,
                            review,
                            rows.orElse(null),
                            stored.orElse(null));
            run.tell(forms.told(reading.words()));
            int code = run.execute(found, new OcrRun(options)::run, closing);
            identities.tell(run.commandLine().getErr());
            return code;
        }
    }

    /** The file for rows; empty for standard output or if there are none. */
    private Optional<Path> target() {
        return Optional.ofNullable(csv).filter(c -> !c.equals("-")).map(Path::of);
    }

    private Optional<OcrCsv> rows(OpenResources closing) throws IOException {
        if (csv == null && database.isGiven()) {
            return Optional.empty();
        }
        Optional<Path> target = target();
        Writer writer;
        if (target.isPresent()) {
            WholeFile whole = closing.whole(WholeFile.at(target.get(), run.readers()));
            writer = Files.newBufferedWriter(whole.part(), StandardCharsets.UTF_8);
        } else {
            writer = StandardStreams.writer();
        }
        return Optional.of(closing.file(new OcrCsv(writer, !noHeader, text.raw())));
    }
}
