package org.pixelanon.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pipeline.WholeFile;
import picocli.CommandLine.Option;

/** Where a command writes its lines: standard output or a file, UTF-8 in both. */
final class TextOutput {

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "write to a file, whole or not at all; default: standard output")
    @Nullable Path file;

    /** Writes everything and closes the writer. */
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    void write(Content content) throws IOException {
        try {
            checked(content);
        } catch (UncheckedIOException e) {
            throw e.getCause(); // as writers of CSV throw it
        }
    }

    private void checked(Content content) throws IOException {
        Path target = file;
        if (target == null) {
            try (Writer out =
                    new OutputStreamWriter(StandardStreams.out(), StandardCharsets.UTF_8)) {
                content.writeTo(out);
            }
            return;
        }
        try (WholeFile whole = WholeFile.at(target)) {
            try (Writer out = Files.newBufferedWriter(whole.part(), StandardCharsets.UTF_8)) {
                content.writeTo(out);
            }
            whole.publish();
        }
    }
}
