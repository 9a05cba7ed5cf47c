package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.Region;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.pipeline.decide.RecognizerSource;
import org.pixelanon.pipeline.decide.TextScan;
import org.pixelanon.pipeline.input.InputChecks;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.RunResult;
import org.pixelanon.rules.LabReport;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.rules.RuleLab;

/** Tries rules on files: what they hit and what text they leave; writes no file. */
public final class RuleLabRun {

    /**
     * What is tried.
     *
     * @param rules the rules
     * @param policy decides which texts should be hidden
     * @param recognizers makes a recogniser per worker; if null, no text is looked for
     */
    public record Options(
            RuleBook rules, DecisionPolicy policy, @Nullable RecognizerSource recognizers) {}

    private final Options options;
    private final RuleLab lab;
    private final Map<Path, RuleLab.Trial> trials = new ConcurrentHashMap<>();

    /**
     * Creates the use case.
     *
     * @param options what is tried
     */
    public RuleLabRun(Options options) {
        this.options = options;
        this.lab = new RuleLab(options.rules());
    }

    /**
     * Works through the files.
     *
     * @param found the files
     * @param settings how the run is carried out
     * @return one result per file, Clean where the rules could be tried
     * @throws IOException if the recogniser cannot be started
     */
    public RunResult run(InputFiles.Found found, RunSettings settings) throws IOException {
        return Batch.reading(settings).run("Rules", found, this::step);
    }

    /**
     * What was found in the files that could be read.
     *
     * @param result of the run
     * @return the report, files in the order of the result
     */
    public LabReport report(RunResult result) {
        List<RuleLab.Trial> all = new ArrayList<>();
        for (FileResult file : result.files()) {
            RuleLab.Trial trial = trials.get(file.input());
            if (trial != null) {
                all.add(trial);
            }
        }
        return LabReport.of(options.rules(), all);
    }

    private Batch.FileStep step() throws IOException {
        RecognizerSource recognizers = options.recognizers();
        return new Step(recognizers == null ? null : recognizers.open());
    }

    private final class Step implements Batch.FileStep {

        private final @Nullable TextRecognizer recognizer;

        Step(@Nullable TextRecognizer recognizer) {
            this.recognizer = recognizer;
        }

        @Override
        public Optional<FileResult> work(InputFile input) throws IOException {
            Optional<DicomFile> opened = InputChecks.open(input);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (DicomFile file = opened.get()) {
                InputChecks.requireComplete(file);
                List<Region> texts = new ArrayList<>();
                if (recognizer != null) {
                    new TextScan(recognizer, options.policy())
                            .scan(file, true).stream()
                                    .filter(d -> d.verdict() != Verdict.KEEP)
                                    .forEach(d -> texts.add(d.finding().region()));
                }
                trials.put(input.path(), lab.on(input.path().toString(), file, texts));
                return Optional.of(FileResult.ended(input.path(), Outcome.CLEAN, ""));
            }
        }

        @Override
        public void close() {
            if (recognizer != null) {
                recognizer.close();
            }
        }
    }
}
