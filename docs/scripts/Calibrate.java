import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Hashes;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.ReaderEngine;
import org.pixelanon.model.text.TextReader;
import org.pixelanon.pipeline.evaluate.Truth;
import org.pixelanon.pipeline.evaluate.TruthBox;
import org.pixelanon.pipeline.evaluate.TruthPlane;

/**
 * Makes the table of what a reader's confidence is worth, and tells how well it holds.
 *
 * <p>java -cp "lib/*" docs/scripts/Calibrate.java READER truth.json FOLDER CACHE TABLE
 *
 * <p>Reads the texts of drawn files (pixelanon synth --backgrounds) that run from left to right, in
 * their boxes and 3 to 10 pixels around. Two thirds, by hash, make the table (isotonic regression,
 * Ayer et al. 1955); the others check it.
 */
class Calibrate {

    record Line(double stated, boolean right, boolean checks) {}

    record Pool(double low, double high, double sum, int count) {

        /** Never 0 or 1: so few lines cannot say that. */
        double mean() {
            return Math.max(.01, Math.min(.99, sum / count));
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<Line> lines;
        try (TextReader reader = reader(arguments[0], Path.of(arguments[3]))) {
            lines = lines(reader, Path.of(arguments[1]), Path.of(arguments[2]));
        }
        List<Line> fit = lines.stream().filter(line -> !line.checks).toList();
        List<Line> check = lines.stream().filter(Line::checks).toList();
        List<double[]> table = table(fit);
        StringBuilder text = new StringBuilder("# stated observed, " + fit.size() + " lines\n");
        for (double[] point : table) {
            text.append(String.format(Locale.ROOT, "%.4f %.4f%n", point[0], point[1]));
        }
        Files.writeString(Path.of(arguments[4]), text);
        System.out.println("before");
        reliability(check);
        System.out.println("after");
        reliability(
                check.stream()
                        .map(line -> new Line(of(table, line.stated), line.right, true))
                        .toList());
        System.exit(0); // the runtime of the networks keeps threads
    }

    private static TextReader reader(String name, Path cache) throws IOException {
        for (ReaderEngine engine : ServiceLoader.load(ReaderEngine.class)) {
            if (engine.name().equals(name)) {
                return engine.reader(new EngineSettings(cache, Map.of("confidence", "own")));
            }
        }
        throw new IOException("no reader " + name);
    }

    private static List<Line> lines(TextReader reader, Path truth, Path folder)
            throws IOException {
        Map<Path, String> hashes = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                hashes.put(file, Hashes.hex(Hashes.sha256().digest(Files.readAllBytes(file))));
            }
        }
        List<Line> lines = new ArrayList<>();
        for (var entry : Truth.read(truth).match(hashes).entrySet()) {
            try (DicomFile file = DicomFile.open(entry.getKey())) {
                for (TruthPlane plane : entry.getValue()) {
                    PlaneImage view = file.views(plane.plane()).get(0);
                    for (TruthBox box : plane.boxes()) {
                        if (box.traits().getOrDefault("rotation", "0").equals("0")) {
                            lines.add(line(reader, view, box, hashes.get(entry.getKey())));
                        }
                    }
                }
            }
        }
        return lines;
    }

    private static Line line(TextReader reader, PlaneImage view, TruthBox box, String file)
            throws IOException {
        byte[] key = (file + box.box() + box.text()).getBytes(StandardCharsets.UTF_8);
        byte[] hash = Hashes.sha256().digest(key);
        int around = 3 + (hash[0] & 7);
        PixelRectangle plane = new PixelRectangle(0, 0, view.width(), view.height());
        PixelRectangle place = box.box().grow(around, around).intersection(plane).orElseThrow();
        TextReader.Reading reading = reader.read(view.part(place));
        boolean right = reading.text().equals(box.text());
        return new Line(reading.confidence(), right, (hash[1] & 255) % 3 == 0);
    }

    /** Pools of neighbours that would not rise are made one. */
    private static List<double[]> table(List<Line> lines) {
        List<Line> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingDouble(Line::stated));
        int size = Math.max(1, sorted.size() / 25);
        List<Pool> pools = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += size) {
            List<Line> some = sorted.subList(from, Math.min(sorted.size(), from + size));
            double right = some.stream().filter(Line::right).count();
            Pool pool =
                    new Pool(
                            some.get(0).stated,
                            some.get(some.size() - 1).stated,
                            right,
                            some.size());
            while (!pools.isEmpty() && pools.get(pools.size() - 1).mean() >= pool.mean()) {
                Pool before = pools.remove(pools.size() - 1);
                pool =
                        new Pool(
                                before.low,
                                pool.high,
                                before.sum + pool.sum,
                                before.count + pool.count);
            }
            pools.add(pool);
        }
        List<double[]> table = new ArrayList<>();
        for (Pool pool : pools) {
            double middle = (pool.low + pool.high) / 2;
            double last = table.isEmpty() ? -1 : table.get(table.size() - 1)[0];
            if (middle > last + 1e-4) {
                table.add(new double[] {middle, pool.mean()});
            }
        }
        return table;
    }

    private static double of(List<double[]> table, double stated) {
        for (int i = 0; i < table.size(); i++) {
            double[] high = table.get(i);
            if (stated <= high[0]) {
                if (i == 0) {
                    return high[1];
                }
                double[] low = table.get(i - 1);
                return low[1] + (high[1] - low[1]) * (stated - low[0]) / (high[0] - low[0]);
            }
        }
        return table.get(table.size() - 1)[1];
    }

    private static void reliability(List<Line> lines) {
        double error = 0;
        for (int bin = 0; bin < 10; bin++) {
            double low = bin / 10.0;
            double high = bin == 9 ? 1.1 : (bin + 1) / 10.0;
            List<Line> some =
                    lines.stream().filter(l -> l.stated >= low && l.stated < high).toList();
            if (some.isEmpty()) {
                continue;
            }
            double stated = some.stream().mapToDouble(Line::stated).average().orElse(0);
            double right = (double) some.stream().filter(Line::right).count() / some.size();
            error += Math.abs(stated - right) * some.size() / lines.size();
            System.out.printf(
                    Locale.ROOT, "| %.2f | %.2f | %d |%n", stated, right, some.size());
        }
        System.out.printf(Locale.ROOT, "expected calibration error %.3f%n", error);
    }
}
