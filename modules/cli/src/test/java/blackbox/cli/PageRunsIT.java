package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.cli.PageCommands.PageCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;

/**
 * The commands of the pages run in a folder that holds what the pages take for granted: files,
 * lists, a database, an index. Paths from the root of the file system lie in that folder, too, and
 * few files are drawn. README, quick start and migrating have tests of their own.
 */
class PageRunsIT {

    /** Needs another machine or a program that is not ours; tested with stand-ins elsewhere. */
    private static final Pattern ELSEWHERE =
            Pattern.compile(
                    "://|sources (login|logout)|spacy|stanford|command\\.|eyes|,ner|wards|mine:");

    /** Minutes long; MigratingIT and EvaluateIT run such commands. */
    private static final Pattern LONG =
            Pattern.compile("forms (train|test)|--forms-model|--ablate");

    private static final Map<String, String> ENVIRONMENT =
            Map.of("PIXELANON_OPTION_EFFORT", "fast");

    /** One for all pages, as they take the same things for granted. */
    @TempDir static Path folder;

    @BeforeAll
    static void prepare() throws Exception {
        SampleSet.of(3).kinds(List.of(SampleKind.CR_MONOCHROME2)).write(folder.resolve("drawn"), 2);
        Path scans = Files.createDirectory(folder.resolve("scans"));
        Files.copy(drawn().get(0), scans.resolve("a.dcm"));
        Files.copy(drawn().get(1), scans.resolve("b.dcm"));
        Files.write(
                folder.resolve("us.dcm"),
                SampleSet.of(5).kinds(List.of(SampleKind.US_REGIONS)).draw(0).toBytes());
        copy("drawn/truth.json", "truth.json");
        Files.writeString(folder.resolve("with-text.json"), "{}");
        SampleSet.of(3).write(folder.resolve("pictures"), 24);
        Files.writeString(folder.resolve("glossary.json"), "{\"a.p.\": [\"front to back\"]}");
        Files.writeString(folder.resolve("who.csv"), "path,PatientID\nscans/a.dcm,4711\n");
        Files.writeString(folder.resolve("lines.csv"), "text\nDist 1.43 cm\n");
        Files.writeString(folder.resolve("lines.txt"), "Dist 1.43 cm\n");
        Files.writeString(folder.resolve("files.txt"), "scans/a.dcm\n");
        Files.writeString(
                folder.resolve("known.csv"),
                "text,class,sensitive\nDist 1.43 cm,measurement,0\n12.03.1961,date,1\n");
        run("ocr", "scans", "--rects", "--write-csv", "text.csv", "--db", "audit");
        run("redact", "scans", "-o", "clean", "--rect", "0,0,9,9", "--write-csv", "rects.csv");
        run("tags", "scans", "--profile", "bia", "-o", "tags.csv");
        markDone();
        run("rules", "from-db", "audit", "-o", "deid.dicom.site");
        for (String place : List.of("archive", "data/scans")) {
            copy("scans/a.dcm", place + "/a.dcm");
        }
        copy("us.dcm", "archive/us.dcm");
        run("index", "update", "archive.index", "archive");
        for (String place : List.of("data/archive.index", "var/lib/pixelanon/archive.index")) {
            copy("archive.index", place);
        }
        for (String list : List.of("before.csv", "after.csv")) {
            copy("text.csv", list);
        }
        for (String place : List.of("data/job", "var/log/pixelanon")) {
            Files.createDirectories(folder.resolve(place)); // by whoever sets a job up
        }
        copy("tags.csv", "extract_BIA.csv");
        copy("tags.csv", "sample.csv");
    }

    private static List<Path> drawn() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("drawn"))) {
            return files.filter(f -> f.toString().endsWith(".dcm")).sorted().toList();
        }
    }

    private static void copy(String from, String to) throws IOException {
        Path target = folder.resolve(to);
        Files.createDirectories(target.getParent());
        Files.copy(folder.resolve(from), target);
    }

    /** Rules and lists are made of files that a curator marked done. */
    private static void markDone() throws Exception {
        FileMark done =
                new FileMark(false, "", "CR", "[]", "M", "NoBIA", 8, 8, "2026-01-01 00:00:00", "c");
        try (RegionStore store =
                RegionStore.open(folder.resolve("audit"), RegionStore.Mode.WRITE)) {
            for (String name : List.of("scans/a.dcm", "scans/b.dcm")) {
                String file = folder.resolve(name).toRealPath().toString();
                store.apply(List.of(new Edit.Mark(file, store.mark(file).orElse(null), done)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/command-line.md",
                "docs/composites.md",
                "docs/deciding.md",
                "docs/evaluate.md",
                "docs/extending.md",
                "docs/operations.md",
                "docs/own-models.md",
                "docs/sources.md",
                "docs/tables.md",
                "docs/user/guide.md"
            })
    void every_command_runs(String page) throws Exception {
        int ran = 0;
        for (PageCommand command : PageCommands.of(PageCommands.ROOT.resolve(page))) {
            String line = String.join(" ", command.words());
            if (ELSEWHERE.matcher(line).find() || LONG.matcher(line).find()) {
                continue;
            }
            if (command.words().get(0).equals("verify")) {
                run("redact", "scans", "-o", "clean", "--csv", "rects.csv");
            }
            run(words(command.words()));
            ran++;
        }
        assertThat(ran).isPositive();
    }

    @Test
    void no_page_with_commands_is_left_out() throws Exception {
        List<String> others =
                List.of(
                        "README.md",
                        "docs/quick-start.md",
                        "docs/migrating.md",
                        "docs/dicomweb.md");
        for (Path page : PageCommands.pages()) {
            String name = PageCommands.ROOT.relativize(page).toString().replace('\\', '/');
            boolean run =
                    Stream.of(
                                    PageRunsIT.class
                                            .getDeclaredMethod("every_command_runs", String.class)
                                            .getAnnotation(ValueSource.class)
                                            .strings())
                            .anyMatch(name::equals);
            boolean elsewhere =
                    PageCommands.of(page).stream()
                            .map(command -> String.join(" ", command.words()))
                            .allMatch(line -> ELSEWHERE.matcher(line).find());
            assertThat(run || elsewhere || others.contains(name) || name.startsWith("models/"))
                    .as(name)
                    .isTrue();
        }
    }

    /** Few files are drawn, and nothing leaves the folder. */
    private static String[] words(List<String> words) {
        List<String> changed = new ArrayList<>();
        String before = "";
        for (String word : words) {
            String next = word;
            if (before.equals("--count")) {
                next = "2";
            } else if (before.equals("--shard")) {
                next = "1/1"; // most of many shards of two files are empty
            } else if (before.equals("--backgrounds")) {
                next = "pictures";
            } else if (word.startsWith("1/")) {
                next = word.substring(2); // a variable for a folder
            } else if (word.startsWith("/") || word.startsWith("~/")) {
                next = folder + word.substring(word.indexOf('/'));
            }
            changed.add(next);
            before = word;
        }
        return changed.toArray(String[]::new);
    }

    private static void run(String... words) throws Exception {
        List<String> line = List.of(words);
        clear(line);
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put("PIXELANON_CACHE", folder.resolve("cache").toString());
        String input = line.contains("-") ? "files.txt" : "lines.txt";
        List<String> reading = List.of("sh", "-c", "exec \"$@\" < \"$0\"", input);
        Command result = Command.start(reading, List.of(), environment, folder, (Object[]) words);
        // the code says whether drawn files meet a limit, or are worth a proposal
        boolean judges = line.contains("--at-least") || line.contains("propose");
        assertThat(result.code())
                .as(String.join(" ", line) + "\n" + result.err())
                .isIn(0, judges ? 1 : 0);
    }

    /** Removes what an earlier command of the page wrote to the same place. */
    private static void clear(List<String> words) throws IOException {
        if (words.contains("verify")) {
            return;
        }
        for (String option : List.of("-o", "--out", "--write-csv")) {
            int at = words.indexOf(option);
            if (at < 0) {
                continue;
            }
            Path place = folder.resolve(words.get(at + 1));
            if (Files.exists(place)) {
                try (Stream<Path> all = Files.walk(place)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }
    }
}
