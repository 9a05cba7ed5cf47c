package org.pixelanon.cli.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.StoreOptions;
import org.pixelanon.cli.terminal.ExitCode;
import org.pixelanon.cli.terminal.Terminal;
import org.pixelanon.cli.terminal.TerminalProgress;
import org.pixelanon.cli.terminal.Version;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.database.RulesFromDatabase;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.rules.DeviceSignature;
import org.pixelanon.rules.Field;
import org.pixelanon.rules.FieldParser;
import org.pixelanon.rules.RectangleMerge;
import org.pixelanon.rules.RuleDraft;
import org.pixelanon.rules.RuleLanguage;
import org.pixelanon.rules.RuleWriter;
import org.pixelanon.rules.RulesException;
import org.pixelanon.store.RegionStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelanon rules from-db}: makes rules from the rectangles of done files. */
@Command(
        name = "from-db",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Creates a rule per device from the rectangles of files marked done, without tagged files, files to review, harmless rows and rows of whole frames.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon rules from-db audit/ -o deid.dicom.site",
            "  pixelanon rules from-db default --group-by +0x00191201 --min-files 3",
            "  pixelanon rules from-db audit/ --format ctp -o DicomPixelAnonymizer.script"
        })
final class RulesFromDbCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "DB",
            description =
                    "folder of the database dcmaudit.sqlite.db, or that file; 'default' is $$SMI_ROOT/data/dicompixelanon")
    @Nullable String database;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "deid",
            description = "language: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    RuleLanguage format = RuleLanguage.DEID;

    @Option(
            names = "--group-by",
            paramLabel = "LIST",
            split = ",",
            description =
                    "elements that distinguish devices, by keyword or tag; a leading + adds them "
                            + "to the default: Modality, Manufacturer and ManufacturerModelName "
                            + "(else those of the secondary capture device), "
                            + "SoftwareVersions, Rows, Columns")
    List<String> groupBy = List.of();

    @Option(
            names = "--min-files",
            paramLabel = "N",
            defaultValue = "1",
            description = "fewest files of a device for a rule. Default: ${DEFAULT-VALUE}")
    int minFiles;

    @Option(
            names = "--merge",
            paramLabel = "HOW",
            defaultValue = "union",
            description =
                    "union: merge rectangles that touch; cluster: merge only nearly equal ones "
                            + "(4 px); each: keep every distinct one. Default: ${DEFAULT-VALUE}")
    RectangleMerge merge = RectangleMerge.UNION;

    @Option(
            names = "--exact",
            description =
                    "do not widen rectangles. By default, an edge that varies between files "
                            + "moves outwards by half of its variation, since the next name may "
                            + "be longer")
    boolean exact;

    @Option(
            names = "--allowlist",
            paramLabel = "FILE",
            description =
                    "regular expressions; rectangles whose text matches one are omitted. "
                            + "Default: $$SMI_ROOT/data/dicompixelanon/ocr_allowlist_regex.txt "
                            + "where it exists")
    @Nullable Path allowList;

    @Option(
            names = {"-q", "--quiet"},
            description = "show no progress")
    boolean quiet;

    @Mixin RuleOutput output = new RuleOutput();

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        if (minFiles < 1) {
            throw new ParameterException(command, "--min-files must be at least 1");
        }
        SensitivityJudge judge =
                SensitivityJudge.of(
                        List.of("allowlist"),
                        Optional.ofNullable(allowList)
                                .or(UserEnvironment.ofProcess()::allowList)
                                .orElse(null),
                        null);
        RulesFromDatabase.Options options =
                new RulesFromDatabase.Options(
                        fields(),
                        minFiles,
                        merge,
                        !exact,
                        judge,
                        UserEnvironment.ofProcess().pacsRoot().orElse(null));
        Path folder = StoreOptions.folder(Objects.requireNonNull(database, "picocli requires it"));
        output.check(new SideOutputs().keepsDatabase(folder).keeps("the allow-list", allowList));
        RulesFromDatabase.Result result;
        try (RegionStore store = RegionStore.open(folder, RegionStore.Mode.READ);
                TerminalProgress progress =
                        new TerminalProgress(command.getErr(), Terminal.showsErrors(), quiet)) {
            result = new RulesFromDatabase(options).run(store, progress);
        }
        result.notes().forEach(n -> command.getErr().println("Note: " + n));
        if (result.drafts().isEmpty()) {
            command.getErr()
                    .println("pixelanon: " + folder + ": no rectangles of files marked done");
            return ExitCode.FAILED;
        }
        output.write(
                RuleWriter.write(RuleDraft.file(result.drafts(), format, header(result))),
                command.getOut());
        return 0;
    }

    private static List<String> header(RulesFromDatabase.Result result) throws IOException {
        return List.of(
                "# Made by PixelAnon "
                        + Version.number()
                        + " on "
                        + LocalDate.now(ZoneId.systemDefault())
                        + ": "
                        + result.drafts().size()
                        + " rules from rectangles of files marked done",
                "# Test the rules before you rely on them: pixelanon rules test FILE INPUT...");
    }

    private List<Field> fields() throws RulesException {
        List<Field> fields = new ArrayList<>();
        for (String text : groupBy) {
            String name = text.strip();
            if (name.startsWith("+") && fields.isEmpty()) {
                fields.addAll(DeviceSignature.DEFAULT);
            }
            fields.add(FieldParser.parse(name.startsWith("+") ? name.substring(1) : name));
        }
        return fields.isEmpty() ? DeviceSignature.DEFAULT : fields;
    }
}
