package org.pixelanon.cli.index;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.ExitCode;
import org.pixelanon.cli.terminal.StandardStreams;
import org.pixelanon.store.index.IndexReader;
import org.pixelanon.store.index.IndexedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pixelanon index show}. */
@Command(
        name = "show",
        footerHeading = "%nExample:%n",
        footer = "  pixelanon index show archive.index",
        mixinStandardHelpOptions = true,
        description =
                "Prints how many files an index contains. Exit code 1 if its last scan is incomplete.")
final class IndexShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "INDEX", description = "the index file")
    @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        Path index = Objects.requireNonNull(file, "picocli sets it");
        try (IndexReader rows = IndexReader.read(index);
                PrintWriter out = new PrintWriter(StandardStreams.writer())) {
            IndexReader.Counts counts = rows.counts();
            boolean complete = rows.isComplete();
            out.println("DICOM files: " + counts.of(IndexedFile.State.DICOM));
            out.println("other files: " + counts.of(IndexedFile.State.OTHER));
            out.println("could not be read: " + counts.of(IndexedFile.State.UNREADABLE));
            out.println("gone: " + counts.gone());
            out.println("last scan: " + (complete ? "complete" : "not complete"));
            return complete ? 0 : ExitCode.FAILED;
        }
    }
}
