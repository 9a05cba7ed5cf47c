package blackbox.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.Progress;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.Region;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.database.RunDatabase;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.pipeline.decide.SearchOptions;
import org.pixelanon.pipeline.decide.TagSources;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.OutputLayout;
import org.pixelanon.pipeline.output.WritingOptions;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.run.AnonymiseRun;
import org.pixelanon.pipeline.run.RunSettings;
import org.pixelanon.store.RegionStore;

/** A run of the main job whose recogniser is a test's. */
record Anonymising(
        OutputLayout layout,
        Search search,
        boolean resume,
        boolean dryRun,
        Optional<RegionStore> store) {

    /** What is found on a plane; may do something else meanwhile. */
    interface Search {

        /** The rectangles of texts to hide. */
        List<PixelRectangle> found() throws IOException;
    }

    static Anonymising into(Path out) {
        return new Anonymising(
                new OutputLayout(out, null, false, false),
                List::of,
                false,
                false,
                Optional.empty());
    }

    static Anonymising inPlace() {
        return into(Path.of("")).with(new OutputLayout(Path.of(""), null, false, true));
    }

    Anonymising with(OutputLayout other) {
        return new Anonymising(other, search, resume, dryRun, store);
    }

    Anonymising overwriting() {
        return with(new OutputLayout(layout.folder(), layout.strip(), true, layout.inPlace()));
    }

    /** Asks on the first plane only. */
    Anonymising searching(Search other) {
        boolean[] asked = {false};
        return searchingAgain(
                () -> {
                    boolean again = asked[0];
                    asked[0] = true;
                    return again ? List.of() : other.found();
                });
    }

    /** Asks whenever a plane is searched, also the planes of copies that are looked at again. */
    Anonymising searchingAgain(Search other) {
        return new Anonymising(layout, other, resume, dryRun, store);
    }

    Anonymising resuming() {
        return new Anonymising(layout, search, true, dryRun, store);
    }

    Anonymising dry() {
        return new Anonymising(layout, search, resume, true, store);
    }

    Anonymising recording(RegionStore in) {
        return new Anonymising(layout, search, resume, dryRun, Optional.of(in));
    }

    /** Works on files, each by its name alone, with one worker. */
    List<FileResult> run(Path... inputs) throws IOException {
        return run(Stream.of(inputs).map(p -> new InputFile(p, p.getFileName(), true)).toList());
    }

    /** Works on files with one worker. */
    List<FileResult> run(List<InputFile> inputs) throws IOException {
        AnonymiseRun.Options options =
                new AnonymiseRun.Options(
                        new SearchOptions(
                                new DecisionPolicy(
                                        SensitivityJudge.of(List.of("none"), null, null),
                                        DecisionPolicy.OnDoubt.REDACT),
                                () -> new Recognizer(search),
                                true),
                        false,
                        TagSources.NONE,
                        new WritingOptions(
                                layout, RedactionPolicy.DEFAULT, false, resume, dryRun, null),
                        store.map(s -> new RunDatabase(s, "tester", "1")).orElse(null));
        return new AnonymiseRun(options)
                .run(
                        new InputFiles.Found(inputs, Map.of()),
                        new RunSettings(1, new Silent(), f -> {}))
                .files();
    }

    /** All that lies below a folder and is not a folder, part files too. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(p -> !Files.isDirectory(p)).sorted().toList();
        }
    }

    /** The part files below a folder. */
    static List<Path> parts(Path folder) throws IOException {
        return files(folder).stream().filter(p -> p.toString().endsWith(".part")).toList();
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

    /** Finds what the test says. */
    private static final class Recognizer implements TextRecognizer {

        private final Search search;

        Recognizer(Search search) {
            this.search = search;
        }

        @Override
        public String name() {
            return "test";
        }

        @Override
        public List<RecognizedText> recognize(Plane plane, List<PlaneImage> views)
                throws IOException {
            List<RecognizedText> texts = new ArrayList<>();
            for (PixelRectangle place : search.found()) {
                texts.add(new RecognizedText(new Region(plane, place), "Doe", 0.9, name()));
            }
            return texts;
        }

        @Override
        public void close() {}
    }
}
