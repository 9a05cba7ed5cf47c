package org.pixelanon.cli.option;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.pipeline.atomic.WholeFile;
import org.pixelanon.pipeline.format.RedactionCsv;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.input.RelativeNames;
import org.pixelanon.pipeline.output.OutputLayout;
import org.pixelanon.pipeline.output.WritingOptions;
import org.pixelanon.sources.remote.Sources;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options for outputs and for attributes of redacted files. */
@HelpGroup("Output")
public final class OutputOptions {

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT",
            converter = OutputPlace.Converter.class,
            description =
                    "output folder, or a URL such as s3://BUCKET/PREFIX. It mirrors the paths below each INPUT, or below the common folder of all inputs if two copies would collide. For a single input, OUT.dcm names the copy")
    @Nullable OutputPlace out;

    @Option(
            names = "--in-place",
            description = "replace each input by its verified copy, atomically")
    boolean inPlace;

    @Option(
            names = "--relative-path",
            paramLabel = "P",
            description =
                    "output path = input path without the prefix P; names in lists are relative to P")
    @Nullable Path relativePath;

    @Option(names = "--overwrite", description = "replace existing outputs, each atomically")
    boolean overwrite;

    @Option(
            names = "--resume",
            description = "keep existing outputs that verify, and make the others again")
    boolean resume;

    @Option(
            names = "--no-sync",
            description =
                    "do not wait until outputs are on disk: faster, but a power failure can lose or damage them")
    boolean noSync;

    @Option(names = "--dry-run", description = "write no DICOM file")
    boolean dryRun;

    @Option(
            names = "--accept-unprocessed",
            description =
                    "also write files with images that are not processed, such as icons of files without text. Default: they need review")
    boolean acceptUnprocessed;

    @Option(
            names = "--write-csv",
            paramLabel = "FILE",
            description = "write the blanked rectangles (redaction list)")
    @Nullable Path writeCsv;

    @Option(
            names = "--burned-in-annotation",
            paramLabel = "POLICY",
            defaultValue = "reviewed",
            description =
                    "when to set Burned In Annotation to NO in redacted copies: leave (never), reviewed (if a person marked the file done), always. Default: ${DEFAULT-VALUE}")
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
            description = "secret for hashed UIDs")
    String salt = "";

    @Mixin SyntaxOptions syntax = new SyntaxOptions();

    /** The redaction list to write, or null. */
    public @Nullable Path redactionList() {
        return writeCsv;
    }

    /** Whether existing outputs that verify are kept. */
    public boolean resumes() {
        return resume;
    }

    /** Whether -o names the copy of a single input. */
    public boolean namesFile() {
        return out != null && out.isFile();
    }

    /** Keeps existing outputs that verify, as with --resume. */
    public void keepExisting() {
        resume = true;
    }

    /** Whether no DICOM file is written. */
    public boolean isDryRun() {
        return dryRun;
    }

    /** Whether files with unprocessed images are written. */
    public boolean acceptsUnprocessed() {
        return acceptUnprocessed;
    }

    /** The layout of outputs. */
    public OutputLayout layout(CommandLine command, Sources sources) throws IOException {
        OutputPlace named = out == null ? null : out.in(sources);
        out = named;
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
                    "--relative-path needs an output folder, but -o "
                            + named.path()
                            + " is a file");
        }
        Path folder = named == null ? Path.of("") : named.folder();
        return new OutputLayout(folder, relativePath, overwrite, inPlace, !noSync);
    }

    /** The inputs, with the name of the output if -o gives one. */
    public InputFiles.Found named(InputFiles.Found found, CommandLine command) {
        return out == null ? found : out.named(found, command);
    }

    /** The folder of relative names in a list. */
    public RelativeNames relativeNames() {
        return new RelativeNames(relativePath, UserEnvironment.ofProcess().pacsRoot().orElse(null));
    }

    private RedactionPolicy policy() {
        return syntax.in(new RedactionPolicy(burnedIn, uid, false, salt));
    }

    /** The outputs of a run; a list is moved into place when the run is complete. */
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

    /** The redaction list, if requested; it is moved into place when the run is complete. */
    private Optional<RedactionCsv> list(ReadAccess readers, OpenResources closing)
            throws IOException {
        if (writeCsv == null) {
            return Optional.empty();
        }
        Path folder = writeCsv.toAbsolutePath().normalize().getParent();
        if (out != null
                && folder != null
                && folder.startsWith(out.folder().toAbsolutePath().normalize())) {
            Files.createDirectories(folder); // the copies would create it only later
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
