package org.pixelanon.cli.db;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.AccessOptions;
import org.pixelanon.cli.option.CsvOptions;
import org.pixelanon.cli.option.StoreOptions;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.cli.terminal.ExitCode;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.pipeline.database.DatabaseCheck;
import org.pixelanon.pipeline.database.DatabaseDump;
import org.pixelanon.pipeline.database.DatabaseExport;
import org.pixelanon.pipeline.database.DatabaseRows;
import org.pixelanon.store.ImportCounts;
import org.pixelanon.store.Listing;
import org.pixelanon.store.RegionStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelanon db}: shows and maintains the database shared with dicompixelanon. */
@Command(
        name = "db",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows, checks, fills and merges the database of rectangles and marks.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon db rects audit/ --only rectangles > rects.csv",
            "  pixelanon db tagged audit/ --format json",
            "  pixelanon db dump audit/ -o dump.json",
            "  pixelanon db import audit/ rects.csv",
            "  pixelanon db merge audit/ colleague/"
        })
public final class DbCommand {

    @Spec @Nullable CommandSpec spec;

    /** Which rows of the rectangles table. */
    enum Only {
        ALL,
        RECTANGLES,
        SUMMARIES
    }

    private static final List<String> TEXT = List.of("ocrtext");
    private static final List<String> NAMES = List.of("filename");
    private static final List<String> NAMED_TEXT = List.of("filename", "ocrtext");

    @Command(
            name = "rects",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon db rects audit/ --only rectangles > rects.csv",
            mixinStandardHelpOptions = true,
            description = "Lists rectangles and summary rows.")
    int rects(
            @Mixin DbListOptions to,
            @Option(
                            names = "--only",
                            paramLabel = "KIND",
                            defaultValue = "all",
                            description =
                                    "all, rectangles, or summaries (rows about a whole plane or file). Default: ${DEFAULT-VALUE}")
                    Only only)
            throws IOException {
        Listing listing =
                switch (only) {
                    case ALL -> Listing.RECTS;
                    case RECTANGLES -> Listing.RECTANGLES;
                    case SUMMARIES -> Listing.SUMMARIES;
                };
        return to.list(listing, listing.columns());
    }

    @Command(
            name = "text",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon db text audit/",
            mixinStandardHelpOptions = true,
            description = "Lists the text of all rectangles that have text.")
    int text(@Mixin DbListOptions to) throws IOException {
        return to.list(Listing.TEXT, TEXT);
    }

    @Command(
            name = "tags",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon db tags audit/ --format json",
            mixinStandardHelpOptions = true,
            description = "Lists the marks, comments and device tags of files.")
    int tags(@Mixin DbListOptions to) throws IOException {
        return to.list(Listing.TAGS, Listing.TAGS.columns());
    }

    @Command(
            name = "tagged",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon db tagged audit/ --paths | pixelanon ocr - --db audit/ --review",
            mixinStandardHelpOptions = true,
            description = "Lists tagged files, for another review.")
    int tagged(@Mixin DbListOptions to) throws IOException {
        return to.list(Listing.TAGGED, NAMES);
    }

    @Command(
            name = "done",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon db done audit/ --paths > done.txt",
            mixinStandardHelpOptions = true,
            description = "Lists the files that are marked done.")
    int done(@Mixin DbListOptions to) throws IOException {
        return to.list(Listing.DONE, NAMES);
    }

    @Command(
            name = "rects-for-tagged",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon db rects-for-tagged audit/",
            mixinStandardHelpOptions = true,
            description = "Lists the rectangles of tagged files.")
    int rectsForTagged(@Mixin DbListOptions to) throws IOException {
        return to.list(Listing.RECTS_FOR_TAGGED, Listing.RECTS_FOR_TAGGED.columns());
    }

    @Command(
            name = "text-for-tagged",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon db text-for-tagged audit/",
            mixinStandardHelpOptions = true,
            description = "Lists the text of tagged files.")
    int textForTagged(@Mixin DbListOptions to) throws IOException {
        return to.list(Listing.TEXT_FOR_TAGGED, NAMED_TEXT);
    }

    @Command(
            name = "dump",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon db dump audit/ -o dump.json",
            mixinStandardHelpOptions = true,
            description =
                    "Writes the whole database as JSON, as dcmaudit --dump-database does: {\"rects\":[...],\"tags\":[...]}.")
    int dump(@Mixin DbOption database, @Mixin TextOutput out) throws IOException {
        out.check(database.keep());
        try (RegionStore store = database.open(RegionStore.Mode.READ)) {
            out.write(writer -> DatabaseDump.write(store, writer));
        }
        return 0;
    }

    @Command(
            name = "export",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon db export audit/ -o ocr.csv",
            mixinStandardHelpOptions = true,
            description = {
                "Writes rectangles as a CSV that redact --csv and db import read.",
                "An OCR CSV has all rows with their text; a redaction list has the rectangles "
                        + "not marked harmless, without text."
            })
    int export(
            @Mixin DbOption database,
            @Mixin TextOutput out,
            @Mixin CsvOptions csv,
            @Option(
                            names = "--redaction-list",
                            description = "write a redaction list instead of an OCR CSV")
                    boolean list)
            throws IOException {
        out.check(database.keep());
        try (RegionStore store = database.open(RegionStore.Mode.READ)) {
            out.write(
                    writer -> {
                        if (list) {
                            DatabaseExport.redactionList(store, writer);
                        } else {
                            DatabaseExport.ocr(store, writer, csv.raw());
                        }
                    });
        }
        return 0;
    }

    @Command(
            name = "import",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon db import audit/ rects.csv",
            mixinStandardHelpOptions = true,
            description =
                    "Adds the rectangles of redaction lists and OCR CSVs (without summary rows) "
                            + "and the rows of dumps (*.json). All files are read before "
                            + "anything is written; each is added completely or not at "
                            + "all; existing rows are not added again.")
    int importFiles(
            @Parameters(index = "0", paramLabel = "DB", description = DbOption.DESCRIPTION)
                    String database,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "FILE",
                            description = "redaction list, OCR CSV, or dump (*.json)")
                    List<Path> files,
            @Mixin AccessOptions access)
            throws IOException {
        List<DatabaseRows> read = new ArrayList<>();
        for (Path file : files) {
            read.add(DatabaseRows.read(file, UserEnvironment.ofProcess().user()));
        }
        try (RegionStore store =
                RegionStore.open(
                        StoreOptions.folder(database),
                        RegionStore.Mode.WRITE,
                        RegionStore.PATIENCE,
                        access.readers())) {
            for (int i = 0; i < files.size(); i++) {
                tell(files.get(i), read.get(i).into(store));
            }
        }
        return 0;
    }

    @Command(
            name = "merge",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon db merge audit/ colleague/",
            mixinStandardHelpOptions = true,
            description =
                    "Adds the rows and marks of other databases to DB. If two disagree about a "
                            + "rectangle or mark, the latest change wins.")
    int merge(
            @Parameters(index = "0", paramLabel = "DB", description = DbOption.DESCRIPTION)
                    String database,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "OTHER",
                            description = "databases to add; they are not changed")
                    List<Path> others,
            @Mixin AccessOptions access)
            throws IOException {
        List<DatabaseRows> read = new ArrayList<>();
        for (Path other : others) {
            try (RegionStore store = RegionStore.open(other, RegionStore.Mode.READ)) {
                read.add(DatabaseRows.of(store));
            }
        }
        try (RegionStore store =
                RegionStore.open(
                        StoreOptions.folder(database),
                        RegionStore.Mode.WRITE,
                        RegionStore.PATIENCE,
                        access.readers())) {
            for (int i = 0; i < others.size(); i++) {
                tell(others.get(i), read.get(i).into(store));
            }
        }
        return 0;
    }

    @Command(
            name = "check",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon db check audit/",
            mixinStandardHelpOptions = true,
            description =
                    "Checks the database for damage and invalid rows; exit code 1 if there are "
                            + "any.")
    int check(
            @Mixin DbOption database,
            @Option(names = "--files", description = "also report rows whose file is missing")
                    boolean files)
            throws IOException {
        PrintWriter out = spec().commandLine().getOut();
        try (RegionStore store = database.open(RegionStore.Mode.READ)) {
            List<String> problems = DatabaseCheck.check(store, files);
            problems.forEach(out::println);
            out.println(
                    store.path()
                            + ": "
                            + (problems.isEmpty() ? "sound" : problems.size() + " problems"));
            return problems.isEmpty() ? 0 : ExitCode.FAILED;
        }
    }

    private void tell(Path from, ImportCounts merged) {
        spec().commandLine()
                .getErr()
                .println(
                        from
                                + ": "
                                + merged.added()
                                + " rows added, "
                                + merged.changed()
                                + " changed, "
                                + merged.kept()
                                + " older than existing rows, "
                                + merged.same()
                                + " known");
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets it");
    }
}
