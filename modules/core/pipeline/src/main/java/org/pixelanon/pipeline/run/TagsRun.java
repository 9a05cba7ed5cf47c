package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Outcome;
import org.pixelanon.pipeline.format.TagForm;
import org.pixelanon.pipeline.input.InputChecks;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.RunResult;

/** Writes the tags of files, several at a time, in the order of the files. Changes no file. */
public final class TagsRun {

    private final TagForm form;
    private final boolean raw;
    private final Writer out;

    /**
     * Creates the use case.
     *
     * @param form what is written of each file
     * @param raw whether CSV holds text as it is, also what a spreadsheet would execute
     * @param out where to; not closed by this
     */
    public TagsRun(TagForm form, boolean raw, Writer out) {
        this.raw = raw;
        this.form = form;
        this.out = out;
    }

    /**
     * Works through the files.
     *
     * @param found the files
     * @param settings how the run is carried out
     * @return one result per file; Clean says that its tags were written, also those before the
     *     place where a broken file ends, and nothing about what it holds
     * @throws IOException if it cannot be written
     */
    public RunResult run(InputFiles.Found found, RunSettings settings) throws IOException {
        out.write(form.begin());
        OrderedWriter order = new OrderedWriter(found.files(), out, form.between());
        RunResult result = Batch.reading(settings).run("Tags", found, () -> new Step(order));
        out.write(form.end());
        return result;
    }

    private final class Step implements Batch.FileStep {

        private final OrderedWriter order;

        Step(OrderedWriter order) {
            this.order = order;
        }

        @Override
        public Optional<FileResult> work(InputFile input) throws IOException {
            Optional<String> text = Optional.empty();
            try {
                Optional<DicomFile> opened = InputChecks.open(input);
                if (opened.isEmpty()) {
                    return Optional.empty();
                }
                try (DicomFile file = opened.get()) {
                    text = Optional.of(form.of(input.path(), file, raw));
                    InputChecks.requireComplete(file);
                }
                return Optional.of(FileResult.ended(input.path(), Outcome.CLEAN, ""));
            } finally {
                if (text.isPresent()) {
                    order.put(input, text.get());
                } else {
                    order.pass(input);
                }
            }
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
