package org.pixelanon.cli.db;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.CsvOptions;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.model.Printable;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.RowOutput;
import org.pixelanon.store.Listing;
import org.pixelanon.store.RegionStore;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of the commands that list rows of the database. */
final class DbListOptions {

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    @Mixin DbOption database = new DbOption();

    @Mixin CsvOptions csv = new CsvOptions();

    @Mixin TextOutput out = new TextOutput();

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "csv",
            description =
                    "csv: with a header line; json: an array with one object per line. Default: "
                            + "${DEFAULT-VALUE}")
    RowOutput.Form form = RowOutput.Form.CSV;

    @Option(
            names = "--columns",
            paramLabel = "LIST",
            split = ",",
            description = "columns, in this order. Default: all, or those of the old script")
    List<String> columns = List.of();

    @Option(
            names = "--paths",
            description = "only file names, one per line, each once, without header")
    boolean paths;

    @Option(names = "--no-header", description = "CSV without the header line")
    boolean noHeader;

    /** Writes the rows of a listing. */
    int list(Listing listing, List<String> defaultColumns) throws IOException {
        out.check(database.keep());
        if (paths) {
            return names(listing);
        }
        List<String> wanted = columns.isEmpty() ? defaultColumns : columns;
        int[] places = wanted.stream().mapToInt(name -> place(listing, name)).toArray();
        List<String> names =
                Arrays.stream(places).mapToObj(place -> listing.columns().get(place)).toList();
        try (RegionStore store = database.open(RegionStore.Mode.READ)) {
            out.write(
                    writer -> {
                        try (RowOutput rows =
                                RowOutput.of(form, csv.raw(), !noHeader, names, writer)) {
                            store.list(listing, values -> rows.row(picked(values, places)));
                        }
                    });
        }
        return 0;
    }

    private int names(Listing listing) throws IOException {
        int place = place(listing, "filename");
        Set<String> files = new LinkedHashSet<>();
        try (RegionStore store = database.open(RegionStore.Mode.READ)) {
            store.list(listing, values -> files.add(String.valueOf(values.get(place))));
        }
        for (String file : files) {
            if (file.indexOf('\n') >= 0 || file.indexOf('\r') >= 0) {
                throw new PipelineException(
                        Printable.of(file) + ": a name with a line break needs CSV, not --paths");
            }
        }
        out.write(
                writer -> {
                    for (String file : files) {
                        writer.write(file + "\n");
                    }
                });
        return 0;
    }

    private int place(Listing listing, String name) {
        List<String> known = listing.columns();
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        throw new ParameterException(
                java.util.Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                "--columns: '" + name + "' is not one of " + String.join(", ", known));
    }

    private static List<@Nullable Object> picked(List<@Nullable Object> values, int[] places) {
        List<@Nullable Object> out = new ArrayList<>(places.length);
        for (int place : places) {
            out.add(values.get(place));
        }
        return out;
    }
}
