package org.pixelanon.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.cli.terminal.StandardStreams;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.pipeline.atomic.WholeFile;
import org.pixelanon.pipeline.output.SideOutputs;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The output for lines of a command: standard output or a file, both in UTF-8. */
@HelpGroup("Output")
public final class TextOutput {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "file to write, complete or not at all. Default: -, standard output")
    @Nullable Path file;

    @Option(names = "--overwrite", description = "replace existing files")
    boolean overwrite;

    @Mixin private AccessOptions access = new AccessOptions();

    /** Writes everything and closes the writer. */
    public interface Content {

        /**
         * Writes.
         *
         * @param out also closed by its owner
         * @throws IOException if it cannot be written
         */
        void writeTo(Writer out) throws IOException;
    }

    /** Ends the command if the file is an input or another output, or exists. */
    public void check(SideOutputs others) throws IOException {
        Path target = target();
        Optional<String> problem = others.writes("--out", target).problem();
        if (problem.isEmpty() && target != null && !overwrite && Files.exists(target)) {
            problem = Optional.of(exists(target));
        }
        if (problem.isPresent()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(), problem.get());
        }
    }

    /** The message for a file that exists. */
    public static String exists(Path file) {
        return "--out: " + file + ": exists (--overwrite replaces it)";
    }

    private @Nullable Path target() {
        return file == null || file.equals(STANDARD_OUTPUT) ? null : file;
    }

    /** Whether files that exist are replaced. */
    public boolean replaces() {
        return overwrite;
    }

    /** Who may read it, if it may contain patient data. */
    public ReadAccess readers() {
        return access.readers();
    }

    /** Who may read it, if it contains no patient data: the group if requested, or others. */
    public ReadAccess readers(ReadAccess others) {
        return access.readers(others);
    }

    /** Writes content that may contain patient data, completely or not at all. */
    public void write(Content content) throws IOException {
        write(content, access.readers());
    }

    /** Writes content without patient data, completely or not at all. */
    public void write(Content content, ReadAccess readers) throws IOException {
        try {
            checked(content, readers);
        } catch (UncheckedIOException e) {
            throw e.getCause(); // CSV writers wrap it
        }
    }

    private void checked(Content content, ReadAccess readers) throws IOException {
        Path target = target();
        if (target == null) {
            try (Writer out = StandardStreams.writer()) {
                content.writeTo(out);
            }
            return;
        }
        try (WholeFile whole = WholeFile.at(target, readers)) {
            try (Writer out = Files.newBufferedWriter(whole.part(), StandardCharsets.UTF_8)) {
                content.writeTo(out);
            }
            whole.publish();
        }
    }
}
