package org.pixelanon.cli.forms;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.EngineOptions;
import org.pixelanon.cli.option.FormsOptions;
import org.pixelanon.cli.terminal.Terminal;
import org.pixelanon.cli.terminal.TerminalProgress;
import org.pixelanon.model.form.FormClassifier;
import org.pixelanon.neural.Forms1;
import org.pixelanon.pipeline.output.SideOutputs;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Common parts of training and testing: table, classifier, progress. */
final class FormsTools {

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    @Mixin FormTable table = new FormTable();

    @Mixin private EngineOptions engines = new EngineOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "show no progress")
    boolean quiet;

    /** The classifier, corrected by a model if one is given; the caller closes it. */
    FormClassifier classifier(@Nullable Path model) throws IOException {
        return FormsOptions.FormSource.of(Forms1.NAME, model, engines).open();
    }

    /** Processes the files of the table. */
    void each(FormTable.Work work) throws IOException {
        PrintWriter err = Objects.requireNonNull(spec, "picocli sets it").commandLine().getErr();
        boolean shown = Terminal.showsErrors() && !quiet;
        try (TerminalProgress progress = new TerminalProgress(err, shown, !shown)) {
            table.each(progress, work);
        }
    }

    /** Protects the table from being overwritten. */
    SideOutputs keep() {
        return new SideOutputs().keeps("a table that is read", table.path());
    }
}
