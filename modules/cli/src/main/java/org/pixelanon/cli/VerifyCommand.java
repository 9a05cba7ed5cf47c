package org.pixelanon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.OpenResources;
import org.pixelanon.cli.option.SourceOptions;
import org.pixelanon.cli.option.StoreOptions;
import org.pixelanon.cli.option.SyntaxOptions;
import org.pixelanon.cli.terminal.ExitCode;
import org.pixelanon.cli.terminal.Terminal;
import org.pixelanon.cli.terminal.TerminalProgress;
import org.pixelanon.cli.terminal.Version;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.model.Printable;
import org.pixelanon.model.ToleratedDifference;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.model.Verification;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.pipeline.format.RectangleCsv;
import org.pixelanon.pipeline.input.RelativeNames;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.pipeline.report.CopyProof;
import org.pixelanon.pipeline.report.VerifyReport;
import org.pixelanon.pipeline.report.VerifyResult;
import org.pixelanon.pipeline.run.RunSettings;
import org.pixelanon.pipeline.run.VerifyRun;
import org.pixelanon.sources.remote.RemotePath;
import org.pixelanon.sources.remote.Sources;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelanon verify}: verifies redacted copies. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Verifies that a copy differs from its original only in the listed rectangles and in the tags that redaction may change. With folders, each copy is compared with the original at the same relative path.",
            "A copy without rectangles in the list must be identical byte for byte."
        },
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:every copy is verified",
            "1:some copy is not verified, is missing or has no original, or something could not "
                    + "be read",
            "2:wrong usage"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon verify scans/a.dcm clean/a.dcm --csv rects.csv",
            "  pixelanon verify scans/ clean/ --csv rects.csv --report proof.json",
            "  pixelanon verify s3://scans/2026/ s3://clean/2026/ --csv rects.csv"
        })
final class VerifyCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "ORIGINAL",
            description =
                    "the file before redaction, or a folder of such files; or a URL of either")
    @Nullable String original;

    @Parameters(
            index = "1",
            paramLabel = "REDACTED",
            description = "the copy, or the folder of the copies; or a URL of either")
    @Nullable String redacted;

    @Option(
            names = "--csv",
            required = true,
            paramLabel = "RECTS",
            description =
                    "redaction list or OCR CSV; rows may name originals or copies; rows of other files are counted")
    @Nullable Path csv;

    @Option(
            names = "--relative-path",
            paramLabel = "P",
            description =
                    "folder of relative names in the list. Default: ORIGINAL if it is a folder")
    @Nullable Path relativePath;

    @Option(
            names = "--uid",
            defaultValue = "keep",
            description = "the policy the copy was made with: keep, hash, new")
    RedactionPolicy.UidPolicy uid = RedactionPolicy.UidPolicy.KEEP;

    @Option(
            names = "--salt",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "the salt the copy was made with")
    String salt = "";

    @Option(
            names = "--burned-in-annotation",
            defaultValue = "reviewed",
            description =
                    "the policy the copy was made with: leave, reviewed, always. With reviewed, "
                            + "Burned In Annotation is unchanged or NO; --db says in which files "
                            + "it must be NO")
    RedactionPolicy.BurnedInAnnotation burnedIn = RedactionPolicy.BurnedInAnnotation.REVIEWED;

    @Mixin SourceOptions places = new SourceOptions();

    @Mixin SyntaxOptions syntax = new SyntaxOptions();

    @Mixin StoreOptions database = new StoreOptions();

    @Option(names = "--allow-missing", description = "do not fail if originals have no copy")
    boolean allowMissing;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "number of workers. Default: the number of processors")
    int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = {"-q", "--quiet"},
            description = "show no progress")
    boolean quiet;

    @Option(
            names = "--report",
            paramLabel = "FILE.json",
            description = "write the result of each file, without patient text")
    @Nullable Path report;

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        Path before = path(Objects.requireNonNull(original, "picocli requires it"));
        Path after = path(Objects.requireNonNull(redacted, "picocli requires it"));
        boolean folders = Files.isDirectory(before);
        if (Files.exists(before) && Files.exists(after) && folders != Files.isDirectory(after)) {
            throw new ParameterException(
                    command, "ORIGINAL and REDACTED are both files, or both folders");
        }
        if (jobs < 1) {
            throw new ParameterException(command, "--jobs must be at least 1");
        }
        check(before, after, command);
        PrintWriter out = command.getOut();
        try (Sources connected = places.sources();
                OpenResources closing = new OpenResources()) {
            VerifyRun run = new VerifyRun(options(closing));
            VerifyResult proof =
                    folders ? inFolders(run, before, after, command) : run.verify(before, after);
            proof.copies().forEach(copy -> print(copy, folders, out));
            if (folders) {
                out.println(totals(proof));
            }
            if (proof.otherRows() > 0) {
                out.println(
                        "Note: rows of the list that are about other files: " + proof.otherRows());
            }
            int code = proof.holds(allowMissing) ? 0 : ExitCode.FAILED;
            if (report != null) {
                new VerifyReport(Version.number()).write(proof, code, report);
            }
            return code;
        }
    }

    private Path path(String named) throws IOException {
        return SourceUrl.isUrl(named) ? places.sources().objectOrPlace(named) : Path.of(named);
    }

    private static @Nullable Path file(Path path) {
        return RemotePath.is(path) || Files.isDirectory(path) ? null : path;
    }

    private void check(Path before, Path after, CommandLine command) throws IOException {
        Optional<String> problem =
                database.keep(new SideOutputs())
                        .keeps("the original", file(before))
                        .keeps("the copy", file(after))
                        .keeps("the list of rectangles", csv)
                        .writes("--report", report)
                        .problem();
        if (problem.isPresent()) {
            throw new ParameterException(command, problem.get());
        }
    }

    private VerifyRun.Options options(OpenResources closing) throws IOException {
        RectangleCsv rectangles =
                RectangleCsv.read(Objects.requireNonNull(csv, "picocli requires it"));
        RedactionPolicy policy = syntax.in(new RedactionPolicy(burnedIn, uid, false, salt));
        RelativeNames relative =
                new RelativeNames(
                        relativePath, UserEnvironment.ofProcess().pacsRoot().orElse(null));
        return new VerifyRun.Options(
                rectangles, relative, policy, database.readOnly(closing).orElse(null));
    }

    private VerifyResult inFolders(VerifyRun run, Path before, Path after, CommandLine command)
            throws IOException {
        try (TerminalProgress progress =
                new TerminalProgress(command.getErr(), Terminal.showsErrors(), quiet)) {
            return run.verify(before, after, new RunSettings(jobs, progress, r -> {}));
        }
    }

    private static void print(CopyProof copy, boolean folders, PrintWriter out) {
        String name = folders ? copy.file() + ": " : "";
        for (String problem : copy.problems()) {
            String line = problem.startsWith(name) ? problem : name + problem;
            out.println("NOT verified: " + Printable.of(line));
        }
        if (!folders) {
            copy.verification()
                    .filter(proof -> copy.holds())
                    .ifPresent(proof -> out.println(words(proof) + tolerated(proof.tolerated())));
        }
        copy.notes().forEach(note -> out.println("Note: " + Printable.of(name + note)));
    }

    private static String words(Verification proof) {
        return "verified: "
                + proof.samplesInside()
                + " samples blank inside, "
                + proof.samplesOutside()
                + " identical outside, "
                + proof.framesIdentical()
                + " frames and "
                + proof.elementsIdentical()
                + " elements identical";
    }

    private static String totals(VerifyResult proof) {
        StringBuilder line = new StringBuilder();
        line.append(proof.copies().size()).append(" files:");
        String separator = " ";
        for (CopyProof.Result result : CopyProof.Result.values()) {
            line.append(separator).append(proof.count(result)).append(' ').append(result.words());
            separator = ", ";
        }
        if (proof.passedOver() > 0) {
            line.append("; ").append(proof.passedOver()).append(" not DICOM, skipped");
        }
        Set<ToleratedDifference> tolerated = new TreeSet<>();
        proof.copies().stream()
                .map(CopyProof::verification)
                .flatMap(Optional::stream)
                .forEach(v -> tolerated.addAll(v.tolerated()));
        return line.append(tolerated(tolerated)).toString();
    }

    private static String tolerated(Set<ToleratedDifference> differences) {
        return differences.isEmpty()
                ? ""
                : differences.stream()
                        .map(ToleratedDifference::words)
                        .collect(Collectors.joining(", ", "; tolerated: ", ""));
    }
}
