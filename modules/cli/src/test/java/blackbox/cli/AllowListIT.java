package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.AllowList;

/** Allow-lists made, checked and tried. */
class AllowListIT {

    private static final Path SHARED = Path.of(System.getProperty("pixelanon.shared", "none"));

    private static final List<List<String>> WORDS =
            List.of(
                    List.of("L", "lt", "left", "R", "rt", "Right", "rigth"),
                    List.of("PA", "ap", "lat"),
                    List.of("mobile", "portable", "port"),
                    List.of("under trolley", "trolley"),
                    List.of("resus", "in resus"),
                    List.of(
                            "erect",
                            "semi-erect",
                            "semi supine",
                            "weight bearing",
                            "wtbearing",
                            "HB",
                            "hbl",
                            "horizontal beam lateral",
                            "hb l",
                            "sitting",
                            "lying"));

    private static final List<String> EXPOSURES =
            List.of(
                    "DAP: 1.23 e(0)",
                    "dap 45 e(O) mGycm2",
                    "DAP=1.2 e(0)",
                    "kV 70 mAs 2",
                    "KVP.12O mAs: 5.25",
                    "kv 7 mAs 2",
                    "REX 150",
                    "rex:15 12.30.45",
                    "Rex .1O.20.30",
                    "rex 1234");

    @TempDir Path folder;

    private Path in(String name) {
        return folder.resolve(name);
    }

    @Test
    void the_list_releases_what_the_python_tools_list_releases() throws Exception {
        Path theirs = SHARED.resolve("allowlist/ocr_allowlist_regex.txt");
        assumeTrue(Files.isRegularFile(theirs), "no list here");
        Path ours = in("allow.txt");
        assertThat(run("allowlist", "build", "-o", ours).code()).isZero();
        assertThat(Files.readAllLines(ours)).hasSize(738);
        // its views and numbers come before its glossary
        Path views = Files.write(in("views.txt"), Files.readAllLines(theirs).subList(0, 741));
        AllowList one = AllowList.read(ours);
        AllowList other = AllowList.read(views);
        Random random = new Random(5);
        int released = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = random.nextInt(8) == 0 ? exposure(random) : view(random);
            boolean expected = other.judge(text, Identity.NONE).isPresent();
            assertThat(one.judge(text, Identity.NONE).isPresent()).as(text).isEqualTo(expected);
            released += expected ? 1 : 0;
        }
        assertThat(released).isBetween(4_000, 16_000);
        for (String text :
                List.of(
                        "red dot",
                        "Knee",
                        "1 of 3",
                        "2/3",
                        "4/3",
                        "r ext-rot l",
                        "internal rotation",
                        "int rotation r",
                        "Ring Finger")) {
            assertThat(one.judge(text, Identity.NONE).isPresent())
                    .as(text)
                    .isEqualTo(other.judge(text, Identity.NONE).isPresent());
        }
    }

    /** Some of the words of some rows, in any order; now and then one that must not be there. */
    private static String view(Random random) {
        List<List<String>> rows = new ArrayList<>(WORDS);
        Collections.shuffle(rows, random);
        List<String> words = new ArrayList<>();
        for (List<String> row : rows.subList(0, 1 + random.nextInt(WORDS.size()))) {
            int known = random.nextInt(12) == 0 ? row.size() : Math.max(1, row.size() - 1);
            words.add(row.get(random.nextInt(known)));
        }
        return String.join(random.nextInt(30) == 0 ? "  " : " ", words);
    }

    private static String exposure(Random random) {
        List<String> all = new ArrayList<>(EXPOSURES);
        Collections.shuffle(all, random);
        return String.join(
                List.of(" ", ": ", ".", ",").get(random.nextInt(4)),
                all.subList(0, 1 + random.nextInt(3)));
    }

    @Test
    void the_reduced_list_wants_the_position_last() throws Exception {
        Path reduced = in("reduced.txt");
        assertThat(run("allowlist", "build", "--reduced", "-o", reduced).code()).isZero();
        assertThat(Files.readAllLines(reduced)).hasSize(138);
        Path match = Files.writeString(in("match.txt"), "left pa erect\nportable ap l supine\n");
        Path noMatch = Files.writeString(in("nomatch.txt"), "erect left pa\npa\n");
        Command test = run("allowlist", "test", reduced, "--match", match, "--no-match", noMatch);
        assertThat(test.code()).as(test.out()).isZero();
        Path full = in("full.txt");
        assertThat(run("allowlist", "build", "-o", full).code()).isZero();
        Command other = run("allowlist", "test", full, "--match", match, "--no-match", noMatch);
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.out())
                .matches(
                        "(?s)\\Q%1$s\\E:1: is kept by line \\d+\n\\Q%1$s\\E:2: is kept by line \\d+\n2 lines disagree\n"
                                .formatted(noMatch));
    }

    @Test
    void a_trial_names_lines_and_never_quotes_them() throws Exception {
        Path list = Files.writeString(in("allow.txt"), "(?i)knee\n[0-9]{2}\n");
        Path match = Files.writeString(in("match.txt"), "Knee\n\nElbow Zqvexample\n12\n");
        Command test = run("allowlist", "test", list, "--match", match);
        assertThat(test.code()).isEqualTo(1);
        assertThat(test.out()).isEqualTo(match + ":3: is not kept\n1 lines disagree\n");
        assertThat(run("allowlist", "test", list).code()).isEqualTo(2);
        assertThat(run("allowlist", "test", list, "--match", in("none")).complaints())
                .containsExactly("pixelanon: " + in("none") + ": no such file");
        Path latin = Files.write(in("latin.txt"), new byte[] {(byte) 0xE9, '\n'});
        assertThat(run("allowlist", "test", list, "--match", latin).complaints())
                .containsExactly("pixelanon: " + latin + ": not UTF-8");
    }

    @Test
    void a_text_with_a_blank_at_its_end_is_not_released() throws Exception {
        Path full = in("full.txt");
        assertThat(run("allowlist", "build", "-o", full).code()).isZero();
        Path match = Files.writeString(in("match.txt"), "R\nStanding\nAP ERECT\n");
        Path noMatch = Files.writeString(in("nomatch.txt"), "R \n R\nStanding \n AP ERECT\n\tR\n");
        Command test = run("allowlist", "test", full, "--match", match, "--no-match", noMatch);
        assertThat(test.out()).isEqualTo("0 lines disagree\n");
        assertThat(test.code()).isZero();
    }

    @Test
    void check_finds_broken_too_wide_and_doubled_lines() throws Exception {
        Path list =
                Files.writeString(
                        in("allow.txt"),
                        "(?i)knee\n[a\n.*\n\\d{8}\n(?i)knee\n[A-Za-z]+\n\n left\n(?i)a.p.\n(?i)a\\.p\\.\nview [0-9]?\n");
        Command check = run("allowlist", "check", list);
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out().lines())
                .containsExactly(
                        list + ":2: unterminated character set",
                        list + ":3: matches any date",
                        list + ":4: matches any date or number",
                        list + ":5: note: duplicates line 1",
                        list + ":6: matches any name",
                        list
                                + ":8: note: begins or ends with a blank, which recognised text "
                                + "never does",
                        list
                                + ":9: note: has an unescaped dot or question mark in what looks "
                                + "like a word",
                        list + ": 4 errors, 3 notes");
    }

    @Test
    void a_glossary_is_json_with_any_meanings_or_text() throws Exception {
        Path json = Files.writeString(in("a.json"), "{\"One\": {\"x\": [1]}, \"two\": []}");
        Path text = Files.writeString(in("b.txt"), "ONE\n\n  three \n");
        Path out = in("allow.txt");
        Command build =
                run("allowlist", "build", "--glossary", json, "--glossary", text, "-o", out);
        assertThat(build.err()).isEqualTo("741 expressions\n");
        assertThat(Files.readAllLines(out)).endsWith("(?i)One", "(?i)two", "(?i)three");
        Path cut = Files.writeString(in("cut.json"), "{\"One\": 1,\n");
        assertThat(run("allowlist", "build", "--glossary", cut, "-o", in("x")).complaints())
                .containsExactly("pixelanon: " + cut + ": line 2: is not JSON");
        assertThat(in("x")).doesNotExist();
    }
}
