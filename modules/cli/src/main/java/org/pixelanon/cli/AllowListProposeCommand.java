package org.pixelanon.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.StoreOptions;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.cli.terminal.ExitCode;
import org.pixelanon.cli.terminal.Terminal;
import org.pixelanon.cli.terminal.TerminalProgress;
import org.pixelanon.cli.terminal.Version;
import org.pixelanon.model.Identity.Device;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pii.TextTemplate;
import org.pixelanon.pipeline.database.AllowListFromDatabase;
import org.pixelanon.pipeline.database.AllowListFromDatabase.Proposal;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.store.RegionStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelanon allowlist propose}: lines for an allow-list from texts that people kept. */
@Command(
        name = "propose",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Proposes lines for an allow-list: texts that people kept and nobody blanked, with "
                    + "numbers generalised, each for the device it was seen on. Nothing is "
                    + "applied: read each line before you copy it.",
            "Omitted: possible names, values of a file's own tags, dates, personal numbers and "
                    + "the like, texts of missing files, and what the allow-list already keeps."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon allowlist propose audit/ -o proposed.txt",
            "  pixelanon allowlist propose default --min-files 5"
        })
final class AllowListProposeCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "DB",
            description =
                    "folder of the database dcmaudit.sqlite.db, or that file; 'default' is $$SMI_ROOT/data/dicompixelanon")
    @Nullable String database;

    @Option(
            names = "--min-files",
            paramLabel = "N",
            defaultValue = "2",
            description = "fewest files of a device with that text. Default: ${DEFAULT-VALUE}")
    int minFiles;

    @Option(
            names = "--allowlist",
            paramLabel = "FILE",
            description =
                    "the current allow-list; what it matches is not proposed. Default: "
                            + "$$SMI_ROOT/data/dicompixelanon/ocr_allowlist_regex.txt where it "
                            + "exists")
    @Nullable Path allowList;

    @Option(
            names = "--denylist",
            paramLabel = "FILE",
            description = "the current deny-list; what it matches is not proposed")
    @Nullable Path denyList;

    @Option(
            names = {"-q", "--quiet"},
            description = "show no progress")
    boolean quiet;

    @Mixin TextOutput out = new TextOutput();

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        if (minFiles < 1) {
            throw new ParameterException(command, "--min-files must be at least 1");
        }
        Path list =
                Optional.ofNullable(allowList)
                        .or(UserEnvironment.ofProcess()::allowList)
                        .orElse(null);
        Path folder = StoreOptions.folder(Objects.requireNonNull(database, "picocli requires it"));
        out.check(
                new SideOutputs()
                        .keepsDatabase(folder)
                        .keeps("the allow-list", list)
                        .keeps("the deny-list", denyList));
        AllowListFromDatabase.Options options =
                new AllowListFromDatabase.Options(
                        minFiles,
                        SensitivityJudge.of(List.of("patterns", "allowlist"), list, denyList),
                        UserEnvironment.ofProcess().pacsRoot().orElse(null));
        AllowListFromDatabase.Result result;
        try (RegionStore store = RegionStore.open(folder, RegionStore.Mode.READ);
                TerminalProgress progress =
                        new TerminalProgress(command.getErr(), Terminal.showsErrors(), quiet)) {
            result = new AllowListFromDatabase(options).run(store, progress);
        }
        result.notes().forEach(note -> command.getErr().println("Note: " + note));
        if (result.proposals().isEmpty()) {
            command.getErr().println("pixelanon: " + folder + ": nothing to propose");
            return ExitCode.FAILED;
        }
        out.write(writer -> write(result.proposals(), writer));
        return 0;
    }

    private static void write(List<Proposal> proposals, Writer writer) throws IOException {
        writer.write(
                "# Proposed by PixelAnon "
                        + Version.number()
                        + " on "
                        + LocalDate.now(ZoneId.systemDefault())
                        + " from what people kept. Read each line before you use it.\n");
        Device device = null;
        for (Proposal proposal : proposals) {
            if (!proposal.device().equals(device)) {
                device = proposal.device();
                writer.write("\n" + TextTemplate.deviceLine(device) + "\n");
            }
            writer.write(
                    "# kept "
                            + proposal.kept()
                            + " times, blanked 0 times, "
                            + proposal.files()
                            + " files, "
                            + proposal.people()
                            + " people\n"
                            + proposal.expression()
                            + "\n");
        }
        writer.write("\n# device: any\n");
    }
}
