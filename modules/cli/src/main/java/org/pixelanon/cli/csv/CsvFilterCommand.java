package org.pixelanon.cli.csv;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.tables.CsvTable;
import org.pixelanon.tables.RowFilter;
import org.pixelanon.tables.TableException;
import org.pixelanon.tables.TableWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pixelanon csv filter}. */
@Command(
        name = "filter",
        footerHeading = "%nExample:%n",
        footer = "  pixelanon csv filter tags.csv --image-type ORIGINAL,PRIMARY --overlays absent",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints the rows that meet all conditions; CSV, in the order of the file.")
final class CsvFilterCommand implements Callable<Integer> {

    /** Whether something is present. */
    enum Presence {
        PRESENT,
        ABSENT;

        static @Nullable Boolean of(@Nullable Presence presence) {
            return presence == null ? null : presence == PRESENT;
        }
    }

    @Mixin TableOptions tables = new TableOptions();

    @Option(
            names = "--image-type",
            paramLabel = "WORD",
            split = ",",
            description = "values that the image type contains, e.g. ORIGINAL,PRIMARY")
    List<String> imageType = new ArrayList<>();

    @Option(
            names = "--overlays",
            paramLabel = "present|absent",
            description =
                    "whether a file has overlays; in recognised text, whether a row is about an "
                            + "overlay")
    @Nullable Presence overlays;

    @Option(
            names = "--ocr-text",
            paramLabel = "present|absent",
            description =
                    "in recognised text: rows of files with text, or without, among the rows "
                            + "that meet all other conditions")
    @Nullable Presence text;

    @Option(
            names = "--where",
            paramLabel = "COLUMN=VALUE",
            description = "value of a column; repeatable")
    Map<String, String> equal = new LinkedHashMap<>();

    @Option(
            names = "--contains",
            paramLabel = "COLUMN=TEXT",
            description = "part of the value of a column; repeatable")
    Map<String, String> contains = new LinkedHashMap<>();

    @Option(names = "--empty", paramLabel = "COLUMN", split = ",", description = "without value")
    List<String> empty = new ArrayList<>();

    @Option(names = "--not-empty", paramLabel = "COLUMN", split = ",", description = "with a value")
    List<String> notEmpty = new ArrayList<>();

    @Option(
            names = "--print",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "+",
            description =
                    "columns to print; + means all that are not named. Default: ${DEFAULT-VALUE}")
    List<String> print = new ArrayList<>();

    @Mixin TextOutput out = new TextOutput();

    @Override
    public Integer call() throws IOException {
        out.check(tables.keep());
        int[] code = new int[1];
        out.write(writer -> code[0] = filter(writer));
        return code[0];
    }

    private int filter(Writer writer) throws IOException {
        var query =
                new RowFilter.Query(
                        imageType,
                        Presence.of(overlays),
                        Presence.of(text),
                        pairs(equal),
                        pairs(contains),
                        empty,
                        notEmpty);
        TableWriter csv = new TableWriter(writer, tables.csv.raw());
        List<List<String>> headers = new ArrayList<>();
        int code =
                tables.each(
                        (table, progress) -> {
                            List<String> columns =
                                    GroupWriter.columns(table, print, table.columns());
                            header(table, columns, headers, csv);
                            int[] indexes = table.columns(columns);
                            return RowFilter.read(
                                    table,
                                    query,
                                    row -> {
                                        List<String> fields = new ArrayList<>();
                                        for (int index : indexes) {
                                            fields.add(row.get(index));
                                        }
                                        csv.row(fields);
                                    },
                                    progress);
                        });
        csv.flush();
        return code;
    }

    private static void header(
            CsvTable table, List<String> columns, List<List<String>> headers, TableWriter csv)
            throws TableException {
        if (headers.isEmpty()) {
            headers.add(columns);
            csv.row(columns);
        } else if (!headers.get(0).equals(columns)) {
            throw new TableException(
                    table.file() + ": line 1: columns differ from the previous " + "file");
        }
    }

    private static List<RowFilter.Pair> pairs(Map<String, String> of) {
        return of.entrySet().stream()
                .map(e -> new RowFilter.Pair(e.getKey(), e.getValue()))
                .toList();
    }
}
