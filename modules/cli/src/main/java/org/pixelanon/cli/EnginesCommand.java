package org.pixelanon.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pixelanon.cli.option.CsvOptions;
import org.pixelanon.cli.option.EngineOptions;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.model.engine.EngineOption;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.pipeline.format.RowOutput;
import org.pixelanon.pipeline.output.SideOutputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pixelanon engines}: lists the engines. */
@Command(
        name = "engines",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = EnginesAddCommand.class,
        description = {
            "Lists recognisers (--ocr), finders, readers, form classifiers and detectors "
                    + "(--pii), whether each is available here, and their settings "
                    + "(--engine-option).",
            "Jars in the folder 'extensions' of the installation add more: docs/extending.md."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon engines",
            "  pixelanon engines --format json",
            "  pixelanon engines add stanford --from jars"
        })
final class EnginesCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("kind", "name", "available", "reason", "description", "options", "from");

    /** The format of the list. */
    enum Form {
        TEXT,
        CSV,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text, csv or json. Default: ${DEFAULT-VALUE}")
    Form form = Form.TEXT;

    @Mixin private EngineOptions engines = new EngineOptions();

    @Mixin CsvOptions csv = new CsvOptions();

    @Mixin TextOutput out = new TextOutput();

    @Override
    public Integer call() throws IOException {
        List<FoundEngine> all = engines.found().all();
        out.check(new SideOutputs());
        out.write(
                writer -> {
                    if (form == Form.TEXT) {
                        table(all, writer);
                    } else {
                        rows(all, writer);
                    }
                },
                out.readers(ReadAccess.EVERYBODY));
        return 0;
    }

    private void rows(List<FoundEngine> all, Writer writer) throws IOException {
        boolean json = form == Form.JSON;
        RowOutput.Form as = json ? RowOutput.Form.JSON : RowOutput.Form.CSV;
        try (RowOutput rows = RowOutput.of(as, csv.raw(), true, COLUMNS, writer)) {
            for (FoundEngine engine : all) {
                Optional<String> why = engines.unavailable(engine);
                List<String> options =
                        engine.options().stream().map(o -> words(engine, o)).toList();
                rows.row(
                        List.of(
                                engine.kind(),
                                engine.name(),
                                why.isEmpty(),
                                why.orElse(""),
                                engine.description(),
                                json ? options : String.join("; ", options),
                                engine.origin()));
            }
        }
    }

    private void table(List<FoundEngine> all, Writer writer) throws IOException {
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {"kind", "name", "available", "description", "from"});
        for (FoundEngine engine : all) {
            lines.add(
                    new String[] {
                        engine.kind(),
                        engine.name(),
                        engines.unavailable(engine).isEmpty() ? "yes" : "no",
                        engine.description(),
                        engine.origin()
                    });
        }
        int[] widths = new int[COLUMNS.size()];
        for (String[] line : lines) {
            for (int i = 0; i < line.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length());
            }
        }
        for (int row = 0; row < lines.size(); row++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < lines.get(row).length; i++) {
                text.append(
                        String.format(Locale.ROOT, "%-" + widths[i] + "s  ", lines.get(row)[i]));
            }
            writer.write(text.toString().stripTrailing() + "\n");
            if (row > 0) {
                details(all.get(row - 1), writer);
            }
        }
    }

    private void details(FoundEngine engine, Writer writer) throws IOException {
        Optional<String> why = engines.unavailable(engine);
        if (why.isPresent()) {
            writer.write("    not available: " + why.get() + "\n");
        } else if (engine.parts().isPresent()) {
            writer.write("    ready: " + engine.parts().get() + "\n");
        }
        for (EngineOption option : engine.options()) {
            writer.write("    " + words(engine, option) + "\n");
        }
    }

    private static String words(FoundEngine engine, EngineOption option) {
        String name = engine.name() + "." + option.name() + "=" + option.defaultValue();
        return name + "  (" + option.description() + ")";
    }
}
