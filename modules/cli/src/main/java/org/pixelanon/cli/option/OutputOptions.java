package org.pixelanon.cli.option;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.pipeline.atomic.WholeFile;
import org.pixelanon.pipeline.format.RedactionCsv;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.input.RelativeNames;
import org.pixelanon.pipeline.output.OutputLayout;
import org.pixelanon.pipeline.output.WritingOptions;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where outputs go and what redacted files say of themselves. */
public final class OutputOptions {

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT",
            converter = OutputPlace.Converter.class,
            description =
                    "output folder; it mirrors the paths below each INPUT, and if two would be the same, the paths below the folder that all inputs lie in. OUT.dcm, if it is no folder, is the copy of a single input")
    @Nullable OutputPlace out;

    @Option(
            names = "--in-place",
            description = "replace the inputs themselves, atomically, once the copy is proven")
    boolean inPlace;

    @Option(
            names = "--relative-path",
            paramLabel = "P",
            description =
                    "output path = input path without the prefix P; lists that are written leave P out, and names of lists that are read are below it, too")
    @Nullable Path relativePath;

    @Option(names = "--overwrite", description = "replace outputs that exist, each in one step")
    boolean overwrite;

    @Option(
            names = "--resume",
            description = "keep outputs that exist and verify, make the others again")
    boolean resume;

    @Option(
            names = "--no-sync",
            description =
                    "do not wait until outputs are on the disk: faster, but a power failure may lose or spoil outputs that were said to be written")
    boolean noSync;

    @Option(names = "--dry-run", description = "write no DICOM file")
    boolean dryRun;

    @Option(
            names = "--accept-unprocessed",
            description =
                    "write files also that hold pictures which are not processed, such as icons of files without text; without it they need review")
    boolean acceptUnprocessed;

    @Option(
            names = "--write-csv",
            paramLabel = "FILE",
            description = "write the rectangles that are blanked (redaction list)")
    @Nullable Path writeCsv;

    @Option(
            names = "--burned-in-annotation",
            paramLabel = "POLICY",
            defaultValue = "reviewed",
            description =
                    "when Burned In Annotation becomes NO: leave (never), reviewed (verified and a person marked the file done), always (verified). Default: ${DEFAULT-VALUE}")
    RedactionPolicy.BurnedInAnnotation burnedIn = RedactionPolicy.BurnedInAnnotation.REVIEWED;

    @Option(
            names = "--uid",
            paramLabel = "POLICY",
            defaultValue = "keep",
            description =
                    "SOP Instance UID of redacted files: keep, hash, new. Default: ${DEFAULT-VALUE}")
    RedactionPolicy.UidPolicy uid = RedactionPolicy.UidPolicy.KEEP;

    @Option(
            names = "--salt",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "secret that goes into hashed UIDs")
    String salt = "";

    @Mixin SyntaxOptions syntax = new SyntaxOptions();

    /** The redaction list that is written; null if none is wanted. */
    public @Nullable Path redactionList() {
        return writeCsv;
    }

    /** Whether outputs that exist and verify are kept. */
    public boolean resumes() {
        return resume;
    }

    /** Whether no DICOM file is written. */
    public boolean isDryRun() {
        return dryRun;
    }

    /** Whether files are written that hold pictures which are not processed. */
    public boolean acceptsUnprocessed() {
        return acceptUnprocessed;
    }

    /** Where copies go. */
    public OutputLayout layout(CommandLine command) {
        OutputPlace named = out;
        if (named == null && !inPlace && !dryRun) {
            throw new ParameterException(
                    command, "Missing required option: -o OUT (or --in-place, --dry-run)");
        }
        if (named != null && inPlace) {
            throw new ParameterException(command, "-o and --in-place exclude each other");
        }
        if (named != null && named.isFile() && relativePath != null) {
            throw new ParameterException(
                    command,
                    "--relative-path is for a folder, and -o " + named.path() + " is a file");
        }
        Path folder = named == null ? Path.of("") : named.folder();
        return new OutputLayout(folder, relativePath, overwrite, inPlace, !noSync);
    }

    /** The inputs, with the name of the output where -o gives one. */
    public InputFiles.Found named(InputFiles.Found found, CommandLine command) {
        return out == null ? found : out.named(found, command);
    }

    /** Where relative names of a list are looked for. */
    public RelativeNames relativeNames() {
        return new RelativeNames(relativePath, UserEnvironment.ofProcess().pacsRoot().orElse(null));
    }

    private RedactionPolicy policy() {
        return syntax.in(new RedactionPolicy(burnedIn, uid, false, salt));
    }

    /** What is written; a list gets its place when the run is complete. */
    public WritingOptions writing(OutputLayout layout, ReadAccess readers, OpenResources closing)
            throws IOException {
        return new WritingOptions(
                layout,
                policy(),
                acceptUnprocessed,
                resume,
                dryRun,
                list(readers, closing).orElse(null));
    }

    /** The redaction list, if one is wanted; it gets its place when the run is complete. */
    private Optional<RedactionCsv> list(ReadAccess readers, OpenResources closing)
            throws IOException {
        if (writeCsv == null) {
            return Optional.empty();
        }
        Path folder = writeCsv.toAbsolutePath().normalize().getParent();
        if (out != null
                && folder != null
                && folder.startsWith(out.folder().toAbsolutePath().normalize())) {
            Files.createDirectories(folder); // made a little later otherwise, for the copies
        }
        WholeFile whole = closing.whole(WholeFile.at(writeCsv, readers));
        Writer writer = Files.newBufferedWriter(whole.part(), StandardCharsets.UTF_8);
        RedactionCsv list =
                relativePath == null
                        ? new RedactionCsv(writer)
                        : new RedactionCsv(writer, relativePath);
        return Optional.of(closing.file(list));
    }
}
