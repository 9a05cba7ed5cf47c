package org.pixelanon.cli.csv;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.tables.CombinationList;
import org.pixelanon.tables.CsvTable;
import org.pixelanon.tables.RowFilter;
import org.pixelanon.tables.RowGroups;
import org.pixelanon.tables.TableException;
import org.pixelanon.tables.TableWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pixelanon csv sample}. */
@Command(
        name = "sample",
        footerHeading = "%nExample:%n",
        footer = "  pixelanon csv sample tags.csv -n 20 --paths > sample.txt",
        mixinStandardHelpOptions = true,
        description = {
            "Prints random rows of every combination of values of some columns, without "
                    + "repetition, in one pass: CSV with the combination and its number of rows "
                    + "before the columns of the table.",
            "A FILE whose name ends in _filepos.csv is a list that dicompixelanon made of the "
                    + "table beside it; its rows are used. Each file is sampled separately."
        })
final class CsvSampleCommand implements Callable<Integer> {

    @Mixin TableOptions tables = new TableOptions();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "ModelName,ImageType2,BurnedInAnnotation",
            description = "columns. Default: ${DEFAULT-VALUE}")
    List<String> by = new ArrayList<>();

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "20",
            description =
                    "rows of each combination; all if it has fewer. Default: ${DEFAULT-VALUE}")
    int number;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "random seed; the same seed gives the same rows. Default: ${DEFAULT-VALUE}")
    long seed;

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            defaultValue = "",
            description =
                    "only combinations that contain this text; their values are joined by "
                            + "commas")
    String filter = "";

    @Option(
            names = "--short-image-types",
            description = "count an image type by its first two values")
    boolean shortImageTypes;

    @Option(
            names = "--paths",
            description =
                    "print only the paths of the files, one per line; relative ones are below "
                            + "PACS_ROOT")
    boolean paths;

    @Mixin TextOutput out = new TextOutput();

    /** The sample of one table. */
    private record Drawn(CsvTable table, List<RowGroups.Group> groups) {}

    @Override
    public Integer call() throws IOException {
        tables.least("-n", number, 1);
        out.check(tables.keep());
        List<Drawn> drawn = new ArrayList<>();
        int code = 0;
        for (Path file : tables.files) {
            code =
                    Math.max(
                            code,
                            CombinationList.isList(file) ? list(file, drawn) : table(file, drawn));
        }
        out.write(writer -> write(drawn, writer));
        return code;
    }

    private int table(Path file, List<Drawn> drawn) throws IOException {
        var query =
                new RowGroups.Query(
                        by,
                        shortImageTypes,
                        number,
                        true,
                        seed,
                        key -> String.join(",", key).contains(filter));
        return tables.one(
                tables.open(file),
                (table, progress) -> {
                    RowGroups.Result result = RowGroups.of(table, query, progress);
                    drawn.add(new Drawn(table, result.groups()));
                    return result.reading();
                });
    }

    private int list(Path file, List<Drawn> drawn) throws IOException {
        CsvTable table = CsvTable.open(CombinationList.table(file), tables.encoding);
        return tables.one(
                CsvTable.open(file, tables.encoding),
                (list, progress) -> {
                    RowGroups.Result result =
                            CombinationList.read(
                                    list.file(),
                                    table,
                                    number,
                                    key -> key.contains(filter),
                                    progress);
                    drawn.add(new Drawn(table, result.groups()));
                    return result.reading();
                });
    }

    private void write(List<Drawn> drawn, Writer out) throws IOException {
        if (paths) {
            for (Drawn one : drawn) {
                paths(one, out);
            }
            return;
        }
        TableWriter csv = new TableWriter(out, tables.csv.raw());
        List<String> header = List.of();
        for (Drawn one : drawn) {
            if (!header.isEmpty() && !header.equals(one.table().columns())) {
                throw new TableException(
                        one.table().file() + ": line 1: columns differ from the previous file");
            }
            if (header.isEmpty()) {
                header = one.table().columns();
                List<String> all = new ArrayList<>(List.of("combination", "total"));
                all.addAll(header);
                csv.row(all);
            }
            for (RowGroups.Group group : one.groups()) {
                for (RowGroups.Kept row : group.rows()) {
                    List<String> fields = new ArrayList<>();
                    fields.add(String.join(",", group.key()));
                    fields.add(Long.toString(group.total()));
                    fields.addAll(row.fields());
                    csv.row(fields);
                }
            }
        }
        csv.flush();
    }

    private static void paths(Drawn drawn, Writer out) throws IOException {
        int column = drawn.table().column(RowFilter.fileColumn(drawn.table()));
        for (RowGroups.Group group : drawn.groups()) {
            for (RowGroups.Kept row : group.rows()) {
                String path = row.fields().get(column);
                String whole =
                        path.startsWith("/")
                                ? path
                                : UserEnvironment.ofProcess()
                                        .pacsRoot()
                                        .map(root -> root.resolve(path).toString())
                                        .orElse(path);
                out.write(whole + "\n");
            }
        }
    }
}
