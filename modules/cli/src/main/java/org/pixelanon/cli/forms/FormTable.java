package org.pixelanon.cli.forms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.Printable;
import org.pixelanon.model.Progress;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.forms.FormSample;
import org.pixelanon.pipeline.forms.SamplePicture;
import org.pixelanon.tables.CsvTable;
import org.pixelanon.tables.Row;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A table of labelled files. */
final class FormTable {

    private static final Set<String> FORM = Set.of("1", "form");
    private static final Set<String> PICTURE = Set.of("0", "picture", "clinical");

    @Parameters(paramLabel = "TABLE", description = "CSV with the columns class and filename")
    @Nullable Path table;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description =
                    "where relative names of files begin. Default: where the command was started")
    @Nullable Path root;

    /** Processes a file. */
    interface Work {
        void on(PlaneImage picture, FormSample sample) throws IOException;
    }

    Path path() {
        return Objects.requireNonNull(table, "picocli requires it");
    }

    /** Processes the files after checking all rows. */
    void each(Progress progress, Work work) throws IOException {
        List<FormSample> samples = samples(progress);
        progress.begin("Forms", samples.size());
        for (FormSample sample : samples) {
            if (progress.isCancelled()) {
                throw new PipelineException("stopped");
            }
            work.on(SamplePicture.of(sample.file()), sample);
            progress.step(sample.file().toString());
        }
        progress.end();
    }

    private List<FormSample> samples(Progress progress) throws IOException {
        CsvTable csv = CsvTable.open(path(), StandardCharsets.UTF_8);
        int kind = csv.column("class");
        int name = csv.column("filename");
        List<FormSample> samples = new ArrayList<>();
        CsvTable.Reading reading = csv.read(row -> samples.add(sample(row, kind, name)), progress);
        if (reading.broken() > 0) {
            throw new PipelineException(reading.complaint(path()));
        }
        if (samples.isEmpty()) {
            throw new PipelineException(path() + ": contains no rows");
        }
        return samples;
    }

    private FormSample sample(Row row, int kind, int name) throws PipelineException {
        String given = row.get(kind).strip().toLowerCase(Locale.ROOT);
        if (!FORM.contains(given) && !PICTURE.contains(given)) {
            throw new PipelineException(
                    where(row)
                            + "unknown class '"
                            + Printable.of(row.get(kind))
                            + "'; use 1 or "
                            + "form, 0 or picture");
        }
        Path file = root == null ? Path.of(row.get(name)) : root.resolve(row.get(name));
        if (!Files.isRegularFile(file)) {
            throw new PipelineException(where(row) + "there is no file " + file);
        }
        return new FormSample(file, FORM.contains(given));
    }

    private String where(Row row) {
        return path() + ": line " + row.line() + ": ";
    }
}
