package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.pixelanon.cli.Main;
import org.pixelanon.store.FileSummary;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRow;
import org.pixelanon.synth.BenchmarkFiles;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;
import org.pixelanon.synth.Syntax;

/**
 * Kills {@code anonymise --db --resume} with signal 9 again and again and looks at what is left:
 * every output must verify against the rectangles of the database, and every part file must be the
 * beginning of what an undisturbed run writes. A killed run is taken up by the next one; a run that
 * comes to its end must have written what the undisturbed run wrote. With {@code --in-place} every
 * file must be the untouched original or such an output.
 */
final class KillTrials {

    private static final int PATIENCE_MINUTES = 10;

    private final Path samples;
    private final Path reference;
    private final Path out;
    private final Path database;
    private final Path list;
    private final boolean inPlace;
    private final Random random;
    private final PrintStream log;
    private long fullRun;
    private int kills;
    private int whileWriting;
    private int afterWriting;
    private int verified;
    private int completed;

    private KillTrials(Path folder, boolean inPlace, long seed, PrintStream log) {
        this.inPlace = inPlace;
        samples = folder.resolve("in");
        reference = folder.resolve("reference");
        out = folder.resolve("out");
        database = folder.resolve("db");
        list = folder.resolve("rects.csv");
        random = new Random(seed);
        this.log = log;
    }

    /**
     * Runs the trials and asserts after each.
     *
     * @param folder an empty folder for inputs, outputs and database
     * @param inPlace whether the inputs themselves are replaced
     * @param wanted how often to kill
     * @param writing how many of those while an output is incomplete
     * @param frames size of the large inputs
     * @param log where the figures go
     */
    static void run(
            Path folder, boolean inPlace, int wanted, int writing, int frames, PrintStream log)
            throws Exception {
        KillTrials trials = new KillTrials(folder, inPlace, 20261125, log);
        trials.prepare(frames);
        // writing takes a fraction of a run: it goes on until enough kills met it, within reason
        while (trials.kills < wanted
                || (trials.whileWriting < writing && trials.kills < 10 * wanted)) {
            boolean write = trials.whileWriting < writing && trials.kills >= wanted / 3;
            trials.trial(write);
        }
        trials.complete();
        log.printf(
                "%d kills%s: %d while an output was being written, %d while one was being proven, %d in between;"
                        + " %d outputs verified after kills, 0 rejected; %d runs resumed to the end%n",
                trials.kills,
                inPlace ? " in place" : "",
                trials.whileWriting,
                trials.afterWriting,
                trials.kills - trials.whileWriting - trials.afterWriting,
                trials.verified,
                trials.completed);
        assertThat(trials.whileWriting).isGreaterThanOrEqualTo(writing);
    }

    private void prepare(int frames) throws Exception {
        SampleSet.of(7)
                .kinds(
                        List.of(
                                SampleKind.CR_MONOCHROME2,
                                SampleKind.US_PALETTE,
                                SampleKind.RLE_GREY,
                                SampleKind.MR_OVERLAY,
                                SampleKind.XA_HIGH_BITS))
                .write(samples, 5);
        Files.delete(samples.resolve(SampleSet.TRUTH));
        new BenchmarkFiles(1).cine(samples.resolve("a.dcm"), frames, 640, 480, Syntax.EXPLICIT);
        new BenchmarkFiles(2).cine(samples.resolve("b.dcm"), frames, 640, 480, Syntax.IMPLICIT);
        new BenchmarkFiles(3).cine(samples.resolve("z.dcm"), frames / 2, 640, 480, Syntax.RLE);
        long start = System.nanoTime();
        assertThat(ended(start(List.of("-o", reference.toString()), samples))).isZero();
        fullRun = System.nanoTime() - start;
        assertThat(names(reference)).isEqualTo(names(samples));
        startAnew();
        log.printf("undisturbed run: %.1f s%n", fullRun / 1e9);
    }

    /** One run that is killed, unless it ends before. */
    private void trial(boolean write) throws Exception {
        if (inPlace) {
            startAnew(); // what is redacted twice does not verify against the original
        }
        Process process = start();
        if (write) {
            awaitPart(process, 1 + random.nextInt(3));
            Thread.sleep(random.nextInt(15));
        } else {
            process.waitFor((long) (random.nextDouble() * fullRun), TimeUnit.NANOSECONDS);
        }
        if (!process.isAlive()) {
            assertThat(process.exitValue()).isZero();
            assertComplete();
            return;
        }
        process.destroyForcibly().waitFor(); // SIGKILL
        kills++;
        check();
    }

    /** Waits for so many part files to be begun one after the other. */
    private void awaitPart(Process process, int count) throws Exception {
        List<Path> seen = new ArrayList<>();
        while (process.isAlive() && seen.size() < count) {
            for (Path part : parts()) {
                if (!seen.contains(part)) {
                    seen.add(part);
                }
            }
        }
    }

    private void check() throws Exception {
        boolean writing = false;
        boolean proving = false;
        for (Path part : parts()) {
            boolean whole = requireBeginningOfReference(part);
            writing |= !whole;
            proving |= whole;
        }
        whileWriting += writing ? 1 : 0;
        afterWriting += proving && !writing ? 1 : 0;
        int outputs = 0;
        if (inPlace) {
            assertThat(outputs(out)).as("nothing is lost").hasSameSizeAs(outputs(samples));
        }
        List<Path> written = written();
        if (!written.isEmpty()) {
            assertThat(database.resolve(RegionStore.FILE_NAME)).exists();
            exportRectangles();
            for (Path output : written) {
                requireVerified(output);
                outputs++;
            }
        }
        verified += outputs;
        log.printf(
                "kill %d: %s, %d outputs verified%n",
                kills, writing ? "writing" : proving ? "proving" : "in between", outputs);
    }

    /** The outputs: in place, whatever is no longer the original. */
    private List<Path> written() throws IOException {
        List<Path> written = new ArrayList<>();
        for (Path file : outputs(out)) {
            if (!inPlace || Files.mismatch(file, original(file)) >= 0) {
                written.add(file);
            }
        }
        return written;
    }

    private Path original(Path output) {
        return samples.resolve(out.relativize(output)).toAbsolutePath();
    }

    /** Every rectangle that the database says is to be blanked. */
    private void exportRectangles() throws IOException {
        StringBuilder csv = new StringBuilder("filename,left,top,right,bottom,frame,overlay\n");
        try (RegionStore store = RegionStore.open(database, RegionStore.Mode.READ)) {
            for (FileSummary file : store.files()) {
                for (StoredRow row : store.rows(file.filename())) {
                    var box = row.region().box();
                    if (!box.isSummary() && row.region().sensitive() != 0) {
                        csv.append(row.filename())
                                .append(',')
                                .append(box.left())
                                .append(',')
                                .append(box.top())
                                .append(',')
                                .append(box.right())
                                .append(',')
                                .append(box.bottom())
                                .append(',')
                                .append(box.frame())
                                .append(',')
                                .append(box.overlay())
                                .append('\n');
                    }
                }
            }
        }
        Files.writeString(list, csv);
    }

    private void requireVerified(Path output) throws IOException {
        Path original = original(output);
        String known = inPlace ? output.toAbsolutePath().toString() : original.toString();
        assertThat(
                        Main.run(
                                "verify",
                                original.toString(),
                                output.toString(),
                                "--csv",
                                list.toString()))
                .as("verify " + output)
                .isZero();
        try (RegionStore store = RegionStore.open(database, RegionStore.Mode.READ)) {
            assertThat(store.audits(known))
                    .as("audit of " + output)
                    .isNotEmpty()
                    .anyMatch(entry -> entry.output().equals(output.toAbsolutePath().toString()));
        }
    }

    private void complete() throws Exception {
        assertThat(ended(start())).isZero();
        if (inPlace) {
            assertThat(names(out)).as("taken up after a kill").isEqualTo(names(samples));
            startAnew();
            assertThat(ended(start())).isZero();
        }
        assertComplete();
    }

    private void assertComplete() throws Exception {
        assertThat(list(out)).noneMatch(KillTrials::isPart);
        assertThat(names(out)).isEqualTo(names(reference));
        for (Path output : outputs(out)) {
            assertThat(Files.mismatch(output, reference.resolve(out.relativize(output))))
                    .as(output.toString())
                    .isEqualTo(-1);
        }
        completed++;
        startAnew();
    }

    private void startAnew() throws IOException {
        wipe(out);
        wipe(database);
        if (inPlace) {
            Files.createDirectories(out);
            for (Path sample : list(samples)) {
                Files.copy(sample, out.resolve(sample.getFileName()));
            }
        }
    }

    /**
     * Compares a part file with the outputs of the undisturbed run.
     *
     * @return whether it is complete
     */
    private boolean requireBeginningOfReference(Path part) throws IOException {
        for (Path output : outputs(reference)) {
            if (isBeginning(part, output)) {
                return Files.size(part) == Files.size(output);
            }
        }
        throw new AssertionError(part + " holds what no output holds");
    }

    private static boolean isBeginning(Path part, Path whole) throws IOException {
        if (Files.size(part) > Files.size(whole)) {
            return false;
        }
        byte[] a = new byte[1 << 20];
        byte[] b = new byte[1 << 20];
        try (InputStream first = Files.newInputStream(part);
                InputStream second = Files.newInputStream(whole)) {
            for (int n = first.readNBytes(a, 0, a.length);
                    n > 0;
                    n = first.readNBytes(a, 0, a.length)) {
                if (second.readNBytes(b, 0, n) != n || !Arrays.equals(a, 0, n, b, 0, n)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Process start() throws IOException {
        return inPlace
                ? start(List.of("--in-place"), out)
                : start(List.of("-o", out.toString(), "--resume"), samples);
    }

    private Process start(List<String> where, Path inputs) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "anonymise",
                                inputs.toString(),
                                "--db",
                                database.toString(),
                                "--effort",
                                "fast",
                                "--jobs",
                                "2",
                                "-q"));
        command.addAll(where);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(samples.resolveSibling("log").toFile()))
                .start();
    }

    private int ended(Process process) throws Exception {
        assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        if (process.exitValue() != 0) {
            log.print(Files.readString(samples.resolveSibling("log"), StandardCharsets.UTF_8));
        }
        return process.exitValue();
    }

    /** Part files; not the locks that tell that somebody works on them, which are empty. */
    private List<Path> parts() throws IOException {
        return list(out).stream()
                .filter(KillTrials::isPart)
                .filter(p -> !p.getFileName().toString().endsWith(".lock.part"))
                .toList();
    }

    private static List<Path> outputs(Path folder) throws IOException {
        return list(folder).stream().filter(p -> !isPart(p)).toList();
    }

    private static boolean isPart(Path file) {
        return file.getFileName().toString().endsWith(".part");
    }

    private static List<String> names(Path folder) throws IOException {
        return list(folder).stream().map(p -> folder.relativize(p).toString()).toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void wipe(Path folder) throws IOException {
        for (Path file : list(folder)) {
            Files.delete(file);
        }
    }
}
