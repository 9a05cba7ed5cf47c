package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.Progress;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.model.Verification;
import org.pixelanon.ocr.OcrOptions;
import org.pixelanon.ocr.TesseractRecognizer;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.pipeline.decide.SearchOptions;
import org.pixelanon.pipeline.decide.TagSources;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.OutputLayout;
import org.pixelanon.pipeline.output.WritingOptions;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.RunResult;

/**
 * Takes drawn and damaged files of {@link FuzzFiles} the whole way: opened, rendered, searched,
 * decided, written, proven, published, as anonymising and redacting do it. Whatever comes out is
 * opened, drawn and proven once more. A defect is an unexpected failure, more than 10 s of a
 * processor, an output that should not be or does not hold, and a good end of a file whose planes
 * nobody saw. Many files by {@link #main}, a few in every test run.
 */
final class WholeFuzz {

    private static final int BATCH = 100;

    /** Seconds of a processor. */
    private static final double HANG = 10;

    /** Seconds that reading some hundreds of lines may take. */
    private static final double HANG_READING = 60;

    /** One batch in so many is read by Tesseract; the lines of the others are found only. */
    private static final int READ = 10;

    private static final List<String> SYNTAXES =
            List.of(
                    "1.2.840.10008.1.2.1",
                    "1.2.840.10008.1.2.5",
                    "1.2.840.10008.1.2.4.70",
                    "1.2.840.10008.1.2.4.80",
                    "1.2.840.10008.1.2.4.90");

    private final Path folder;
    private final Random random;
    private final FuzzFiles files;
    private final FuzzEyes eyes;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final Map<String, String> examples = new HashMap<>();
    private final List<String> defects = new ArrayList<>();
    private int drawn;
    private int proven;
    private double slowest;

    private WholeFuzz(Path folder, long seed, Path natives) throws IOException {
        this.folder = folder;
        random = new Random(seed);
        files = new FuzzFiles(random.nextLong());
        eyes = new FuzzEyes(new TesseractRecognizer(OcrOptions.in(natives)));
    }

    /** The files of a batch, how they are worked on, and what they were drawn as. */
    private record Trial(
            List<InputFile> inputs,
            Map<Path, FuzzFiles.Drawn> sources,
            Path out,
            RedactionPolicy policy,
            boolean searched) {

        InputFiles.Found found() {
            return new InputFiles.Found(inputs, Map.of());
        }
    }

    /**
     * Prints one line; ends with 1 if there was a defect, whose input is kept then.
     *
     * @param arguments the number of files, a seed, the folder of the native libraries, the folder
     *     in which files are made; with a fifth, why intact files were not redacted is told too
     * @throws IOException if files cannot be made
     */
    public static void main(String[] arguments) throws IOException {
        WholeFuzz fuzz =
                run(
                        Integer.parseInt(arguments[0]),
                        Long.parseLong(arguments[1]),
                        Path.of(arguments[2]),
                        Path.of(arguments[3]));
        System.out.println("whole: " + fuzz);
        fuzz.reasons.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(arguments.length > 4 ? 100 : 0)
                .forEach(
                        e ->
                                System.out.println(
                                        "  "
                                                + e.getValue()
                                                + " "
                                                + e.getKey()
                                                + " "
                                                + fuzz.examples.get(e.getKey())));
        System.exit(fuzz.defects.isEmpty() ? 0 : 1);
    }

    /** Takes files through; {@link #defects()} tells what should not have come out. */
    static WholeFuzz run(int count, long seed, Path natives, Path folder) throws IOException {
        WholeFuzz fuzz = new WholeFuzz(folder, seed, natives);
        try {
            while (fuzz.drawn < count) {
                fuzz.batch(Math.min(BATCH, count - fuzz.drawn));
            }
        } finally {
            fuzz.eyes.closeReader();
        }
        return fuzz;
    }

    List<String> defects() {
        return defects;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d files, %s, %s, %d outputs proven again, %d defects, slowest %.0f ms",
                drawn,
                outcomes,
                eyes.count(),
                proven,
                defects.size(),
                slowest * 1000);
    }

    private void batch(int count) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        List<InputFile> inputs = new ArrayList<>();
        Map<Path, FuzzFiles.Drawn> sources = new HashMap<>();
        for (int i = 0; i < count; i++) {
            FuzzFiles.Drawn next = files.next();
            Path path = Files.write(in.resolve(i + ".dcm"), next.bytes());
            inputs.add(new InputFile(path, path.getFileName(), true));
            sources.put(path, next);
        }
        drawn += count;
        RedactionPolicy policy = policy();
        eyes.begin(random.nextInt(READ) == 0);
        Path searched = folder.resolve("searched");
        Path blanked = folder.resolve("blanked");
        anonymise(new Trial(inputs, sources, searched, policy, true));
        redact(new Trial(inputs, sources, blanked, policy, false));
        for (Path used : List.of(in, searched, blanked)) {
            delete(used);
        }
    }

    private RedactionPolicy policy() {
        return random.nextInt(3) > 0
                ? RedactionPolicy.DEFAULT
                : RedactionPolicy.DEFAULT.inSyntax(
                        SYNTAXES.get(random.nextInt(SYNTAXES.size())),
                        RedactionPolicy.LossyPolicy.KEEP_LOSSLESS);
    }

    private void anonymise(Trial trial) throws IOException {
        AnonymiseRun run =
                new AnonymiseRun(
                        new AnonymiseRun.Options(
                                new SearchOptions(
                                        new DecisionPolicy(judge(), DecisionPolicy.OnDoubt.REDACT),
                                        () -> eyes,
                                        true),
                                false,
                                new TagSources(null, random.nextBoolean()),
                                writing(trial),
                                null));
        check(
                run.run(
                        trial.found(),
                        new RunSettings(1, new Silent(), file -> eyes.endOf(file.input()))),
                trial);
    }

    private void redact(Trial trial) throws IOException {
        PixelRectangle corner =
                new PixelRectangle(0, 0, 1 + random.nextInt(2), 1 + random.nextInt(2));
        RedactRun run =
                new RedactRun(
                        new RedactRun.Options(
                                new RedactRun.Sources(
                                        List.of(new Region(new AllPlanes(), corner)),
                                        null,
                                        null,
                                        new TagSources(null, random.nextBoolean()),
                                        random.nextBoolean()),
                                judge(),
                                writing(trial)));
        eyes.restart();
        check(
                run.run(
                        trial.found(),
                        new RunSettings(1, new Silent(), file -> eyes.endOf(file.input()))),
                trial);
    }

    private WritingOptions writing(Trial trial) {
        return new WritingOptions(
                new OutputLayout(trial.out(), null, false, false),
                trial.policy(),
                random.nextInt(4) == 0,
                false,
                false,
                null);
    }

    private static SensitivityJudge judge() throws IOException {
        return SensitivityJudge.of(List.of("tags", "patterns"), Optional.empty(), Optional.empty());
    }

    private void check(RunResult result, Trial trial) throws IOException {
        if (result.files().size() != trial.inputs().size()) {
            defects.add(result.files().size() + " results of " + trial.inputs().size());
        }
        for (FileResult file : result.files()) {
            outcomes.merge(file.outcome().label(), 1, Integer::sum);
            slowest = Math.max(slowest, eyes.seconds(file.input()));
            FuzzFiles.Drawn source = trial.sources().get(file.input());
            if (source == null) {
                throw new IllegalStateException("a result of no input");
            }
            if (source.planes() > 0 && !file.reason().isEmpty()) {
                String reason = file.reason().replaceAll("[0-9]+", "#");
                reasons.merge(file.outcome().label() + " " + reason, 1, Integer::sum);
                examples.putIfAbsent(file.outcome().label() + " " + reason, source.what());
            }
            Optional<String> wrong = wrong(file, source, trial);
            if (wrong.isPresent()) {
                Path kept = Files.write(Files.createTempFile("defect", ".dcm"), source.bytes());
                defects.add(wrong.get() + " (" + source.what() + ") " + kept);
                System.err.println(defects.get(defects.size() - 1));
            }
        }
        if (Files.exists(trial.out())) {
            try (Stream<Path> all = Files.walk(trial.out())) {
                all.filter(path -> path.toString().endsWith(".part"))
                        .forEach(path -> defects.add("left over: " + path));
            }
        }
    }

    /** What is wrong with a result. */
    private Optional<String> wrong(FileResult file, FuzzFiles.Drawn source, Trial trial) {
        if (file.reason().startsWith("internal error")
                || eyes.seconds(file.input()) > eyes.limit(HANG, HANG_READING)) {
            return Optional.of(eyes.seconds(file.input()) + " s, " + file.reason());
        }
        Path copy = trial.out().resolve(file.input().getFileName());
        boolean good = file.outcome() == Outcome.CLEAN || file.outcome() == Outcome.REDACTED;
        if (Files.exists(copy) != good || file.output().isPresent() != good) {
            return Optional.of(file.outcome().label() + ", output: " + Files.exists(copy));
        }
        try {
            return good ? wrong(file, source, copy, trial) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(file.outcome().label() + ", but what was written fails: " + e);
        }
    }

    private Optional<String> wrong(FileResult file, FuzzFiles.Drawn source, Path copy, Trial trial)
            throws IOException {
        try (DicomFile original = DicomFile.open(file.input());
                DicomFile written = DicomFile.open(copy)) {
            List<PlaneGeometry> planes = written.planes();
            if (planes.size() < source.planes() || planes.size() != original.planes().size()) {
                return Optional.of(planes.size() + " planes of " + source.planes());
            }
            for (PlaneGeometry geometry : planes) {
                written.views(geometry.plane());
                if (trial.searched() && !eyes.seen(file.input()).contains(geometry.plane())) {
                    return Optional.of(file.outcome().label() + " without a look at a plane");
                }
            }
            proven++;
            if (file.outcome() == Outcome.CLEAN) {
                return Files.mismatch(file.input(), copy) < 0
                        ? Optional.empty()
                        : Optional.of("a clean file that was changed");
            }
            RedactionTargets targets =
                    RedactionTargets.resolve(original, new RedactionPlan(file.redacted()));
            Verification again = new Verifier().verify(original, copy, targets, trial.policy());
            return again.passed()
                    ? Optional.empty()
                    : Optional.of("does not verify again: " + again.problems());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Tells nobody and never stops. */
    private static final class Silent implements Progress {

        @Override
        public void begin(String task, long total) {}

        @Override
        public void step(String item) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void end() {}
    }
}
