package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;
import org.pixelanon.synth.Syntax;
import org.pixelanon.synth.form.FormSheet;

/** The commands of docs/migrating.md run, one after the other in one folder. */
class MigratingIT {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /** As it stands in the document. */
    private static final String HERE = "mongodb://localhost";

    @TempDir Path folder;

    private final Documents documents = new Documents();
    private S3Server server;

    @BeforeEach
    void start() throws Exception {
        server = S3Server.proxy(Files.createDirectory(folder.resolve("store")), "scans", "clean");
        for (String name : List.of("1.1", "1.2", "2.1")) {
            String series = "1.2." + name;
            server.put(
                    "scans", name, S3Folder.image("1.2." + name.charAt(0), series, series + ".1"));
        }
    }

    @AfterEach
    void stop() {
        documents.close();
        server.close();
    }

    private void prepare() throws Exception {
        Path scans = folder.resolve("scans");
        SampleSet.of(3)
                .kinds(List.of(SampleKind.CR_MONOCHROME2, SampleKind.US_PALETTE))
                .write(scans, 2);
        Files.delete(scans.resolve(SampleSet.TRUTH));
        for (Map.Entry<String, SampleKind> one :
                Map.of("us.dcm", SampleKind.US_REGIONS, "xa.dcm", SampleKind.XA_HIGH_BITS)
                        .entrySet()) {
            byte[] bytes = SampleSet.of(5).kinds(List.of(one.getValue())).draw(0).toBytes();
            Files.write(folder.resolve(one.getKey()), bytes);
        }
        Files.writeString(folder.resolve("glossary.json"), "{\"a.p.\": [\"front to back\"]}");
        Files.writeString(folder.resolve("harmless.txt"), "A.P.\nleft erect\n");
        Files.writeString(folder.resolve("names.txt"), "Anybody\n");
        byte[] form = FormSheet.draw(1, 600, 848);
        SampleFile.of(848, 600)
                .samples((f, r, c, k) -> form[r * 600 + c] & 255)
                .write(folder.resolve("form.dcm"), Syntax.EXPLICIT);
        Files.writeString(folder.resolve("forms.csv"), "class,filename\n1,form.dcm\n0,us.dcm\n");
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    private void markDone() throws Exception {
        try (RegionStore store = RegionStore.open(folder.resolve("audit"), RegionStore.Mode.WRITE);
                Stream<Path> scans = Files.list(folder.resolve("scans"))) {
            for (Path scan : scans.toList()) {
                FileMark done =
                        new FileMark(
                                false,
                                "",
                                "CR",
                                "[]",
                                "M",
                                "NoBIA",
                                8,
                                8,
                                "2026-01-01 00:00:00",
                                "c");
                store.apply(List.of(new Edit.Mark(scan.toString(), null, done)));
            }
        }
    }

    @Test
    void every_command_runs() throws Exception {
        prepare();
        Path document = Path.of(System.getProperty("pixelanon.root"), "docs/migrating.md");
        Map<String, String> environment = new HashMap<>(S3Server.environment(server.port()));
        environment.put("PIXELANON_CACHE", folder.resolve("cache").toString());
        int ran = 0;
        documents.add("CT", Documents.document("scans/1.dcm"));
        for (String line : Files.readAllLines(document)) {
            if (!line.startsWith("pixelanon ")) {
                continue;
            }
            String command = line.substring("pixelanon ".length());
            if (command.startsWith("rules from-db")) {
                markDone(); // rules are made of files that a curator marked done
            }
            Command result =
                    Command.start(
                            List.of(),
                            List.of(),
                            environment,
                            folder,
                            words(command.replace(HERE, documents.uri())).toArray());
            assertThat(result.code()).as(command + "\n" + result.err()).isZero();
            ran++;
        }
        assertThat(ran).isGreaterThan(35);
        assertThat(Command.files(folder.resolve("out/all"))).hasSize(2);
        assertThat(Command.files(folder.resolve("out/blank"))).hasSize(2);
        assertThat(Files.readAllLines(folder.resolve("extract_BIA.csv"))).hasSize(3);
        assertThat(Files.readAllLines(folder.resolve("again.csv"))).hasSize(1);
        assertThat(Command.files(folder.resolve("tables"))).hasSize(2);
        assertThat(server.keys("clean")).containsExactly("1.1", "1.2");
        assertThat(Command.files(folder.resolve("out/overview"))).hasSize(3);
        assertThat(Files.readAllLines(folder.resolve("same.csv"))).hasSize(3);
    }
}
