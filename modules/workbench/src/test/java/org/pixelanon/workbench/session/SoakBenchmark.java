package org.pixelanon.workbench.session;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/**
 * Does a number of random actions on 2,000 files and compares database and session at the end.
 * Usage: {@code SoakBenchmark FOLDER [ACTIONS]}; ends with 1 if a row is lost.
 */
public final class SoakBenchmark {

    private static final int FILES = 2000;
    private static final PrintStream OUT =
            new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);

    private SoakBenchmark() {}

    /**
     * Runs the soak.
     *
     * @param arguments folder for files and database, number of actions
     * @throws Exception if it cannot be run
     */
    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int actions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        List<Path> files = files(folder);
        Path database = folder.resolve("db");
        try (DrawnSitting sitting = new DrawnSitting(database)) {
            sitting.open(files);
            long before = heap();
            RandomReview review = new RandomReview(sitting.session(), 1);
            long start = System.nanoTime();
            for (int i = 0; i < actions; i++) {
                sitting.run(review::act);
                sitting.await(() -> sitting.session().open().isPresent());
            }
            sitting.saved();
            double seconds = (System.nanoTime() - start) / 1e9;
            Map<String, List<String>> believed = sitting.on(() -> review.believed(files));
            Map<String, List<String>> held = RandomReview.held(database, believed.keySet());
            boolean same = held.equals(believed);
            believed.forEach(
                    (name, lines) -> {
                        if (!lines.equals(held.get(name))) {
                            OUT.println(name + " believed " + lines + " held " + held.get(name));
                        }
                    });
            long after = heap();
            OUT.printf(
                    "%d actions in %.1f s; heap %.1f MB after opening %d files, %.1f MB after the soak; rows of %d files %s%n",
                    actions,
                    seconds,
                    before / 1e6,
                    FILES,
                    after / 1e6,
                    believed.size(),
                    same ? "as the session believes" : "LOST");
            if (!same) {
                System.exit(1);
            }
        }
    }

    private static List<Path> files(Path folder) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            Path file = folder.resolve("f" + i + ".dcm");
            if (!Files.exists(file)) {
                SampleFile.of(40, 50)
                        .frames(1 + i % 4)
                        .samples((frame, row, column, sample) -> row + column)
                        .write(file, Syntax.EXPLICIT);
            }
            files.add(file);
        }
        return files;
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
