package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.blank.Blanker;
import org.pixelanon.model.Outcome;
import org.pixelanon.pipeline.input.InputChecks;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.OutputFolders;
import org.pixelanon.pipeline.output.OutputLayout;
import org.pixelanon.pipeline.output.VerifiedOutput;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.FileWork;
import org.pixelanon.pipeline.report.RunResult;

/** Writes blank copies of files, each proven before it gets its name. */
public final class BlankRun {

    private final OutputLayout layout;
    private final String salt;

    /**
     * Creates the use case.
     *
     * @param layout where copies go; names of folders and files that are UIDs of the file become
     *     those of its copy
     * @param salt a secret that goes into hashed UIDs, names and numbers
     */
    public BlankRun(OutputLayout layout, String salt) {
        this.layout = layout;
        this.salt = salt;
    }

    /**
     * Works through the files.
     *
     * @param found the files
     * @param settings how the run is carried out
     * @return one result per file; Redacted for each that has a blank copy
     * @throws IOException if no worker can be started
     */
    public RunResult run(InputFiles.Found found, RunSettings settings) throws IOException {
        OutputLayout.Targets targets = layout.assign(found.files());
        OutputFolders folders = OutputFolders.of(layout);
        return new Batch(settings.jobs(), settings.progress(), settings.listener())
                .run("Blank", found, () -> new Step(targets, folders));
    }

    private final class Step implements Batch.FileStep {

        private final OutputLayout.Targets targets;
        private final OutputFolders folders;

        Step(OutputLayout.Targets targets, OutputFolders folders) {
            this.targets = targets;
            this.folders = folders;
        }

        @Override
        public Optional<FileResult> work(InputFile input) throws IOException {
            Optional<DicomFile> opened = InputChecks.open(input);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (DicomFile file = opened.get()) {
                InputChecks.requireComplete(file);
                return Optional.of(blanked(input, file));
            }
        }

        private FileResult blanked(InputFile input, DicomFile file) throws IOException {
            Path assigned = targets.targets().get(input);
            if (assigned == null) {
                return FileResult.failed(
                        input.path(), String.valueOf(targets.problems().get(input)));
            }
            Path below = layout.folder().relativize(assigned);
            Path target = layout.folder().resolve(Blanker.renamed(below, file, salt));
            Optional<String> refusal = layout.refusal(input, target, false);
            if (refusal.isPresent()) {
                return FileResult.failed(input.path(), refusal.get());
            }
            try (VerifiedOutput output = VerifiedOutput.blank(file, salt, target, folders)) {
                output.force();
                file.requireUnchanged();
                if (layout.overwrite()) {
                    output.replace();
                } else {
                    output.create();
                }
                folders.forceName(target);
                FileWork work = new FileWork(file.planes().size(), List.of(), List.of());
                return FileResult.of(input.path(), Outcome.REDACTED, "", work)
                        .writing(target, output.verification());
            }
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
