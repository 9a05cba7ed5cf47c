package org.pixelanon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.old.OldNames;
import org.pixelanon.cli.option.JudgeOptions;
import org.pixelanon.cli.option.OpenResources;
import org.pixelanon.cli.option.OutputOptions;
import org.pixelanon.cli.option.RuleOptions;
import org.pixelanon.cli.option.RunOptions;
import org.pixelanon.cli.option.StoreOptions;
import org.pixelanon.cli.option.UnmatchedOption;
import org.pixelanon.model.Region;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.decide.TagSources;
import org.pixelanon.pipeline.format.RectangleCsv;
import org.pixelanon.pipeline.format.RectangleOption;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.input.MatchedRows;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.pipeline.run.RedactRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pixelanon redact}: blanks given rectangles. */
@Command(
        name = "redact",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Blanks rectangles from options, CSV, database, ultrasound regions and rules, all combined.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon redact scan.dcm -o clean/ --rect '0,0,200,40;0,470,+120,+20,3,-1'",
            "  pixelanon redact scans/ -o clean/ --csv rects.csv --report report.json",
            "  pixelanon redact --csv rects.csv -o clean/",
            "  pixelanon redact scans/ -o clean/ --rules deid.dicom.site",
            "  pixelanon redact us/ -o clean/ --us-regions --remove-high-bit-overlays"
        })
final class RedactCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Mixin RunOptions run = new RunOptions();

    @Mixin OutputOptions output = new OutputOptions();

    @Mixin JudgeOptions judging = new JudgeOptions();

    @Mixin StoreOptions database = new StoreOptions();

    @Mixin RuleOptions rules = new RuleOptions();

    @Mixin UnmatchedOption unmatched = new UnmatchedOption();

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description =
                    "rectangles per file: a redaction list or OCR CSV. Without INPUT, its files are redacted")
    @Nullable Path csv;

    @Option(
            names = "--rect",
            paramLabel = "LIST",
            description =
                    "x0,y0,x1,y1 (inclusive) or x0,y0,+w,+h, optionally followed by ,frame,overlay; several separated by ; or by repeating the option")
    List<String> rectangles = List.of();

    @Option(
            names = "--us-regions",
            description = "blank everything outside the Sequence of Ultrasound Regions")
    boolean usRegions;

    @Option(
            names = "--remove-high-bit-overlays",
            description =
                    "clear overlays stored in unused high bits of the pixels, and report them; files with undescribed data there need review")
    boolean removeHighBitOverlays;

    /** INPUT may be omitted with a list, which names its files. */
    static void freeInputs(CommandSpec redact) {
        PositionalParamSpec inputs = redact.positionalParameters().get(0);
        redact.remove(inputs);
        redact.addPositional(PositionalParamSpec.builder(inputs).arity("0..*").build());
    }

    @Override
    public Integer call() throws IOException {
        CommandLine command =
                java.util.Objects.requireNonNull(spec, "picocli sets it").commandLine();
        List<Region> typed = typed(command);
        requirePaths(command);
        boolean any =
                csv != null
                        || database.isGiven()
                        || !typed.isEmpty()
                        || usRegions
                        || rules.isGiven()
                        || removeHighBitOverlays;
        if (!any) {
            throw new ParameterException(
                    command,
                    "nothing to blank: give --rect, --csv, --db, --us-regions, --rules or "
                            + "--remove-high-bit-overlays");
        }
        var layout = output.layout(command, run.sources());
        InputFiles.Found found = output.named(inputs(), command);
        run.check(
                rules.keep(judging.keep(database.keep(new SideOutputs())))
                        .writes("--write-csv", output.redactionList())
                        .keeps("the list of rectangles", csv)
                        .keeps(found)
                        .keepsTargets(layout, found));
        try (OpenResources closing = new OpenResources()) {
            RectangleCsv listed = csv == null ? null : RectangleCsv.read(csv);
            var book = rules.book();
            SensitivityJudge judge = judging.judge();
            Optional<MatchedRows> rows = matched(listed, found);
            RedactRun.Options options =
                    new RedactRun.Options(
                            new RedactRun.Sources(
                                    typed,
                                    rows.orElse(null),
                                    database.existing(closing).orElse(null),
                                    new TagSources(book.orElse(null), usRegions),
                                    removeHighBitOverlays),
                            judge,
                            output.writing(layout, run.readers(), closing));
            return run.execute(found, new RedactRun(options)::run, closing);
        }
    }

    private Optional<MatchedRows> matched(@Nullable RectangleCsv listed, InputFiles.Found found)
            throws IOException {
        unmatched.require(found);
        if (listed == null || csv == null) {
            return Optional.empty();
        }
        MatchedRows rows =
                MatchedRows.of(listed, csv, found, output.relativeNames(), unmatched.isIgnored());
        if (rows.passedOver() > 0) {
            run.commandLine()
                    .getErr()
                    .println("Note: rows of the list that name no input: " + rows.passedOver());
        }
        return Optional.of(rows);
    }

    /**
     * Refuses a rectangle among the inputs, which was meant for --rect and would not be blanked.
     */
    private void requirePaths(CommandLine command) {
        for (String input : run.inputs()) {
            if (OldNames.isRectangles(input)) {
                throw new ParameterException(
                        command,
                        "'"
                                + input
                                + "' looks like a rectangle, not a file; write --rect "
                                + input
                                + " (for a file of that name, ./"
                                + input
                                + ")");
            }
        }
    }

    private InputFiles.Found inputs() throws IOException {
        return run.inputs().isEmpty() && csv != null
                ? run.find(List.of(csv.toString()))
                : run.find();
    }

    private List<Region> typed(CommandLine command) {
        List<Region> typed = new ArrayList<>();
        for (String text : rectangles) {
            try {
                typed.addAll(RectangleOption.parse(text));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(command, "--rect: " + e.getMessage(), e);
            }
        }
        return typed;
    }
}
