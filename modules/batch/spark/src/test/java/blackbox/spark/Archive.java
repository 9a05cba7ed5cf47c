package blackbox.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pixelanon.cli.Main;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/**
 * Two folders of small drawn files of all fates, some of them of one name, and what one machine
 * makes of them.
 */
final class Archive {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SCALE = 3;
    private static final int LEFT = 20;
    private static final int TOP = 12;

    /** DOE HANNA in rows of five columns each. */
    private static final String[] LETTERS = {
        "####. .###. ##### ..... #...# .###. #...# #...# .###. ",
        "#...# #...# #.... ..... #...# #...# ##..# ##..# #...# ",
        "#...# #...# #.... ..... #...# #...# #.#.# #.#.# #...# ",
        "#...# #...# ####. ..... ##### ##### #..## #..## ##### ",
        "#...# #...# #.... ..... #...# #...# #...# #...# #...# ",
        "#...# #...# #.... ..... #...# #...# #...# #...# #...# ",
        "####. .###. ##### ..... #...# #...# #...# #...# #...# "
    };

    private static final Syntax[] SYNTAXES = {
        Syntax.EXPLICIT, Syntax.IMPLICIT, Syntax.EXPLICIT, Syntax.RLE
    };

    final Path first;
    final Path second;
    private final Path folder;

    Archive(Path folder, int count) throws IOException {
        this.folder = folder;
        first = folder.resolve("first");
        second = folder.resolve("second");
        for (int i = 0; i < count; i++) {
            Path below = i % 2 == 0 ? first : second;
            Path file = below.resolve("series" + i / 50 + "/image" + i / 2 + ".dcm");
            Files.createDirectories(file.getParent());
            draw(file, i);
        }
        Files.writeString(first.resolve("notes.txt"), "no image\n");
    }

    private static void draw(Path file, int i) throws IOException {
        SampleFile image =
                SampleFile.of(48, 200)
                        .frames(i % 40 == 7 ? 5 : 1)
                        .samples((f, r, c, k) -> sample(i, r, c))
                        .with(b -> b.text(0x00080070, "LO", "Drawn"));
        if (i % 25 == 3) {
            image = image.with(b -> b.sequence(0x00880200, icon()));
        }
        image.write(file, SYNTAXES[i % SYNTAXES.length]);
        if (i % 50 == 11) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 50));
        }
    }

    private static int sample(int i, int row, int column) {
        int ground = 20 + i % 60;
        int r = (row - TOP) / SCALE;
        int c = (column - LEFT) / SCALE;
        boolean stroke =
                i % 4 != 1
                        && row >= TOP
                        && column >= LEFT
                        && r < LETTERS.length
                        && c < LETTERS[0].length()
                        && LETTERS[r].charAt(c) == '#';
        return stroke ? 240 : ground;
    }

    /** A picture that nobody processes. */
    private static DicomBuilder icon() {
        return new DicomBuilder()
                .numbers(0x00280002, "US", 1)
                .text(0x00280004, "CS", "MONOCHROME2")
                .numbers(0x00280010, "US", 2)
                .numbers(0x00280011, "US", 2)
                .numbers(0x00280100, "US", 8)
                .numbers(0x00280101, "US", 8)
                .numbers(0x00280102, "US", 7)
                .numbers(0x00280103, "US", 0)
                .bytes(0x7FE00010, "OB", new byte[] {1, 2, 3, 4});
    }

    /** The words of the job. */
    List<String> words(Path out, String... more) {
        List<String> words = new ArrayList<>(List.of("anonymise", first.toString()));
        words.addAll(List.of(second.toString(), "-o", out.toString(), "--effort", "fast"));
        words.addAll(List.of(more));
        return words;
    }

    /** The exit code of the command line, which writes outputs and a report. */
    int onOneMachine(Path out, Path report) {
        List<String> words = words(out, "--jobs", "2", "-q", "--report", report.toString());
        return Main.run(words.toArray(String[]::new));
    }

    /** Files and bytes below a folder, by name. */
    static Map<String, List<Byte>> bytes(Path out) throws IOException {
        Map<String, List<Byte>> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                List<Byte> bytes = new ArrayList<>();
                for (byte b : Files.readAllBytes(file)) {
                    bytes.add(b);
                }
                all.put(out.relativize(file).toString(), bytes);
            }
        }
        return all;
    }

    /** What a report says of each input, but for the time it took; the output folder is OUT. */
    static Map<String, JsonNode> reported(Path report, Path out) throws IOException {
        Map<String, JsonNode> all = new TreeMap<>();
        for (JsonNode file : JSON.readTree(report.toFile()).get("files")) {
            all.put(file.get("input").asText(), entry(file, out));
        }
        return all;
    }

    /** The same of the rows of a job; no file has two. Those that are not DICOM are left out. */
    static Map<String, JsonNode> rows(Path results, Path out) throws IOException {
        Map<String, JsonNode> all = new TreeMap<>();
        for (JsonNode row : rows(results)) {
            if (row.has("report")) {
                JsonNode entry = entry(JSON.readTree(row.get("report").asText()), out);
                if (all.put(row.get("file").asText(), entry) != null) {
                    throw new AssertionError(row.get("file") + " has two rows");
                }
            }
        }
        return all;
    }

    /** The rows of a job as they are in its results. */
    static List<JsonNode> rows(Path results) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(results.resolve("report.json"))) {
            for (Path part : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                for (String line : Files.readAllLines(part)) {
                    rows.add(JSON.readTree(line));
                }
            }
        }
        return rows;
    }

    private static JsonNode entry(JsonNode file, Path out) {
        ObjectNode entry = file.deepCopy();
        entry.remove("seconds");
        if (entry.has("output")) {
            entry.put("output", entry.get("output").asText().replace(out.toString(), "OUT"));
        }
        return entry;
    }

    Path below(String name) {
        return folder.resolve(name);
    }
}
