package org.pixelanon.cli.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.pipeline.atomic.WholeFile;
import org.pixelanon.tables.CsvTable;
import org.pixelanon.tables.OcrSummary;
import org.pixelanon.tables.RowGroups;
import org.pixelanon.tables.SummaryPicture;
import org.pixelanon.tables.SummaryWriter;
import org.pixelanon.tables.TableException;
import org.pixelanon.tables.TableSummary;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pixelanon csv}: tables of tags and recognised text. */
@Command(
        name = "csv",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {CsvSampleCommand.class, CsvFilterCommand.class},
        description = {
            "Summarises, groups, samples and filters CSV files of tags (pixelanon tags --profile bia) and of recognised text (pixelanon ocr).",
            "Any columns; read row by row. Rows with a different number of fields than the "
                    + "header are skipped and reported with their lines (exit code 1). Values "
                    + "are printed unchanged."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon csv summary extract_BIA_from_CT.csv --columns Modality,Rows,ImageType",
            "  pixelanon csv group tags.csv --by ManufacturerModelName,Rows --random 3 --seed 7",
            "  pixelanon csv sample tags.csv -n 20 --paths > sample.txt",
            "  pixelanon csv filter tags.csv --image-type ORIGINAL,PRIMARY --overlays absent"
        })
public final class CsvCommand {

    private static final List<String> OVERLAY_COLUMNS =
            List.of(
                    "OverlayType",
                    "NumberOfFramesInOverlay",
                    "OverlayDescription",
                    "OverlayBitsAllocated",
                    "OverlayBitPosition");

    /** Which rows of a group to print. */
    static final class NumberOptions {

        @Option(names = "--head", paramLabel = "N", description = "the first N rows of each group")
        @Nullable Integer head;

        @Option(
                names = "--random",
                paramLabel = "N",
                description =
                        "N random rows of each group, without repetition; all if there are "
                                + "fewer")
        @Nullable Integer random;
    }

    @Command(
            name = "summary",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon csv summary tags.csv --columns Modality,Rows,ImageType",
            mixinStandardHelpOptions = true,
            description =
                    "For each column: the number of distinct values, the most frequent ones, and "
                            + "for numbers (also in brackets, [256]) minimum, maximum, mean and "
                            + "sum. An ImageType is also counted by its first two "
                            + "values; BAD means that they are not valid in DICOM.")
    int summary(
            @Mixin TableOptions tables,
            @Option(
                            names = "--columns",
                            paramLabel = "NAME",
                            split = ",",
                            description = "columns. Default: all")
                    @Nullable List<String> columns,
            @Option(
                            names = "--top",
                            paramLabel = "N",
                            defaultValue = "10",
                            description = "values listed per column. Default: ${DEFAULT-VALUE}")
                    int top,
            @Option(
                            names = "--format",
                            paramLabel = "FORM",
                            defaultValue = "text",
                            description =
                                    "text, csv (with a header line) or json. Default: "
                                            + "${DEFAULT-VALUE}")
                    SummaryWriter.Form form,
            @Option(
                            names = "--chart",
                            paramLabel = "FILE",
                            description =
                                    "draw the listed values of each column as a bar chart: .png "
                                            + "or .svg")
                    @Nullable Path chart,
            @Mixin TextOutput out)
            throws IOException {
        tables.least("--top", top, 0);
        out.check(tables.keep().writes("--chart", chart));
        SummaryPicture.Form picture =
                chart == null ? SummaryPicture.Form.PNG : SummaryPicture.Form.of(chart.toString());
        List<TableSummary> all = new ArrayList<>();
        List<String> names = columns == null ? List.of() : columns;
        int code =
                tables.each(
                        (table, progress) -> {
                            TableSummary summary = TableSummary.of(table, names, top, progress);
                            all.add(summary);
                            return summary.reading();
                        });
        out.write(writer -> SummaryWriter.write(all, form, tables.csv.raw(), writer));
        if (chart != null) {
            draw(all, picture, chart, out.readers());
        }
        return code;
    }

    private static void draw(
            List<TableSummary> all, SummaryPicture.Form form, Path chart, ReadAccess readers)
            throws IOException {
        System.setProperty("java.awt.headless", "true");
        try (WholeFile whole = WholeFile.at(chart, readers)) {
            try (OutputStream out = Files.newOutputStream(whole.part())) {
                SummaryPicture.write(all, form, out);
            }
            whole.publish();
        }
    }

    @Command(
            name = "overlays",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon csv overlays tags.csv",
            mixinStandardHelpOptions = true,
            description =
                    "Counts the rows of all files by combination of the columns that describe "
                            + "overlays; CSV, the most frequent first.")
    int overlays(
            @Mixin TableOptions tables,
            @Option(
                            names = "--by",
                            paramLabel = "NAME",
                            split = ",",
                            description =
                                    "columns. Default: those present of OverlayType, "
                                            + "NumberOfFramesInOverlay, OverlayDescription, "
                                            + "OverlayBitsAllocated, OverlayBitPosition")
                    @Nullable List<String> by,
            @Mixin TextOutput out)
            throws IOException {
        out.check(tables.keep());
        List<String> columns = new ArrayList<>(by == null ? List.of() : by);
        List<RowGroups.Group> all = new ArrayList<>();
        int code =
                tables.each(
                        (table, progress) -> {
                            if (columns.isEmpty()) {
                                columns.addAll(overlayColumns(table));
                            }
                            var query =
                                    new RowGroups.Query(columns, false, 0, false, 0, key -> true);
                            RowGroups.Result result = RowGroups.of(table, query, progress);
                            all.addAll(result.groups());
                            return result.reading();
                        });
        out.write(writer -> GroupWriter.writeTotals(columns, all, writer, tables.csv.raw()));
        return code;
    }

    private static List<String> overlayColumns(CsvTable table) throws TableException {
        List<String> there = OVERLAY_COLUMNS.stream().filter(table::has).toList();
        if (there.isEmpty()) {
            throw new TableException(table.file() + ": line 1: no column describes overlays");
        }
        return there;
    }

    @Command(
            name = "group",
            footerHeading = "%nExample:%n",
            footer =
                    "  pixelanon csv group tags.csv --by ManufacturerModelName,Rows --random 3 --seed 7",
            mixinStandardHelpOptions = true,
            description =
                    "Prints some rows of each group of rows with equal values in some columns; "
                            + "CSV, ordered by these columns. Each file is grouped separately.")
    int group(
            @Mixin TableOptions tables,
            @Option(
                            names = "--by",
                            paramLabel = "NAME",
                            split = ",",
                            required = true,
                            description = "columns with equal values in a group")
                    List<String> by,
            @ArgGroup(multiplicity = "1") NumberOptions number,
            @Option(
                            names = "--seed",
                            paramLabel = "N",
                            defaultValue = "1",
                            description =
                                    "random seed; the same seed gives the same rows. Default: ${DEFAULT-VALUE}")
                    long seed,
            @Option(
                            names = "--print",
                            paramLabel = "NAME",
                            split = ",",
                            description = "columns to print; + means those of --by. Default: all")
                    @Nullable List<String> print,
            @Mixin TextOutput out)
            throws IOException {
        boolean random = number.random != null;
        int rows = Objects.requireNonNull(random ? number.random : number.head, "one is given");
        tables.least(random ? "--random" : "--head", rows, 1);
        out.check(tables.keep());
        var query = new RowGroups.Query(by, false, rows, random, seed, key -> true);
        GroupWriter groups = new GroupWriter(print, by);
        int code =
                tables.each(
                        (table, progress) -> {
                            RowGroups.Result result = RowGroups.of(table, query, progress);
                            groups.add(table, result.groups());
                            return result.reading();
                        });
        out.write(writer -> groups.write(writer, tables.csv.raw()));
        return code;
    }

    @Command(
            name = "ocr-summary",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon csv ocr-summary text.csv --top 20",
            mixinStandardHelpOptions = true,
            description =
                    "Summarises recognised text (the CSV of pixelanon ocr): models whose images "
                            + "never contain text; short, long and sensitive texts.")
    int ocrSummary(
            @Mixin TableOptions tables,
            @Option(
                            names = "--short-below",
                            paramLabel = "N",
                            defaultValue = "10",
                            description =
                                    "texts with fewer characters are short. "
                                            + "Default: ${DEFAULT-VALUE}")
                    int limit,
            @Option(
                            names = "--top",
                            paramLabel = "N",
                            defaultValue = "50",
                            description =
                                    "texts listed of each kind; models are all listed. Default: "
                                            + "${DEFAULT-VALUE}")
                    int top,
            @Option(
                            names = "--format",
                            paramLabel = "FORM",
                            defaultValue = "text",
                            description =
                                    "text, csv (with a header line) or json. Default: "
                                            + "${DEFAULT-VALUE}")
                    SummaryWriter.Form form,
            @Mixin TextOutput out)
            throws IOException {
        tables.least("--top", top, 0);
        out.check(tables.keep());
        List<OcrSummary> all = new ArrayList<>();
        int code =
                tables.each(
                        (table, progress) -> {
                            OcrSummary summary = OcrSummary.of(table, limit, progress);
                            all.add(summary);
                            return summary.reading();
                        });
        out.write(writer -> OcrSummary.write(all, form, top, tables.csv.raw(), writer));
        return code;
    }
}
