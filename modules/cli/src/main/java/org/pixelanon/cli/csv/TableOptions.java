package org.pixelanon.cli.csv;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.CsvOptions;
import org.pixelanon.cli.terminal.ExitCode;
import org.pixelanon.cli.terminal.Terminal;
import org.pixelanon.cli.terminal.TerminalProgress;
import org.pixelanon.model.Progress;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.store.index.IndexReader;
import org.pixelanon.tables.CombinationList;
import org.pixelanon.tables.CsvTable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The tables of a command and how to read them. */
final class TableOptions {

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec command;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "CSV with a header line, plain or gzip-compressed, or an index (pixelanon "
                            + "index)")
    List<Path> files = new ArrayList<>();

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            defaultValue = "UTF-8",
            description =
                    "encoding of the text, e.g. ISO-8859-1, windows-1252. Default: ${DEFAULT-VALUE}")
    Charset encoding = StandardCharsets.UTF_8;

    @Mixin CsvOptions csv = new CsvOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "show no progress")
    boolean quiet;

    /** Processes a table. */
    interface Work {
        CsvTable.Reading on(CsvTable table, Progress progress) throws IOException;
    }

    /**
     * Processes the tables one after the other.
     *
     * @return the exit code: 1 if rows were skipped
     */
    int each(Work work) throws IOException {
        int code = 0;
        for (Path file : files) {
            code = Math.max(code, one(open(file), work));
        }
        return code;
    }

    /** A table, or an index used as one. */
    CsvTable open(Path file) throws IOException {
        return IndexReader.isOne(file)
                ? CsvTable.open(file, new IndexTable(file))
                : CsvTable.open(file, encoding);
    }

    /** Protects the tables from being overwritten. */
    SideOutputs keep() {
        SideOutputs others = new SideOutputs();
        for (Path file : files) {
            others.keeps("a table that is read", file);
            if (CombinationList.isList(file)) {
                others.keeps("a table that is read", CombinationList.table(file));
            }
        }
        return others;
    }

    /** Refuses a number below a minimum. */
    void least(String option, int given, int least) {
        if (given < least) {
            throw new ParameterException(
                    Objects.requireNonNull(command, "set").commandLine(),
                    option + " must be at least " + least);
        }
    }

    int one(CsvTable table, Work work) throws IOException {
        PrintWriter err = Objects.requireNonNull(command, "set").commandLine().getErr();
        // megabytes are shown in a bar, not as a line each
        boolean shown = Terminal.showsErrors() && !quiet;
        CsvTable.Reading reading;
        try (TerminalProgress progress = new TerminalProgress(err, shown, !shown)) {
            reading = work.on(table, progress);
        }
        if (reading.headers() > 0) {
            err.println(
                    "pixelanon: "
                            + table.file()
                            + ": "
                            + reading.headers()
                            + (reading.headers() == 1 ? " row repeats" : " rows repeat")
                            + " the header, skipped");
        }
        if (reading.broken() == 0) {
            return 0;
        }
        err.println("pixelanon: " + reading.complaint(table.file()));
        return ExitCode.FAILED;
    }
}
