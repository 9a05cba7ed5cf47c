package org.pixelanon.cli.index;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.CsvOptions;
import org.pixelanon.cli.option.IndexColumns;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.store.index.IndexColumn;
import org.pixelanon.store.index.IndexFilter;
import org.pixelanon.store.index.IndexReader;
import org.pixelanon.tables.TableWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelanon index export}. */
@Command(
        name = "export",
        footerHeading = "%nExample:%n",
        footer = "  pixelanon index export archive.index --where Modality=US -o us.csv",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Writes the files of an index as CSV, sorted by path, without missing files and files that are not DICOM. The table can be used as INPUT.")
final class IndexExportCommand implements Callable<Integer> {

    private static final int ROWS = 1000;

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "INDEX", description = "the index file")
    @Nullable Path file;

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

    @Mixin CsvOptions csv = new CsvOptions();

    @Mixin TextOutput out = new TextOutput();

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        Path index = Objects.requireNonNull(file, "picocli sets it");
        IndexFilter filter =
                new IndexFilter(
                        IndexColumns.pairs(equal, "--where", command),
                        IndexColumns.pairs(contains, "--contains", command),
                        IndexColumns.all(empty, "--empty", command),
                        IndexColumns.all(notEmpty, "--not-empty", command));
        out.check(new SideOutputs().keeps("the index", index));
        try (IndexReader rows = IndexReader.read(index)) {
            out.write(writer -> write(rows, filter, writer));
        }
        return 0;
    }

    private void write(IndexReader rows, IndexFilter filter, Writer writer) throws IOException {
        TableWriter table = new TableWriter(writer, csv.raw());
        table.row(Arrays.stream(IndexColumn.values()).map(IndexColumn::title).toList());
        String last = "";
        for (List<List<String>> page = rows.rows(filter, last, ROWS);
                !page.isEmpty();
                page = rows.rows(filter, last, ROWS)) {
            page.forEach(table::row);
            last = page.get(page.size() - 1).get(IndexColumn.FILENAME.ordinal());
        }
        table.flush();
    }
}
