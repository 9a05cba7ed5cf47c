package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** What a report says of the files themselves: their hashes, and names that cannot be guessed. */
class ReportIT {

    @TempDir Path folder;

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String value(String report, String name) {
        Matcher found = Pattern.compile('"' + name + "\" : \"([^\"]*)\"").matcher(report);
        return found.find() ? found.group(1) : "";
    }

    private String report(Object... words) throws Exception {
        Path report = folder.resolve("report.json");
        Files.deleteIfExists(report);
        List<Object> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("-q", "--report", report));
        Command command = run(all.toArray());
        assertThat(command.code()).as(command.err()).isIn(0, 3);
        return Files.readString(report);
    }

    /** Three frames, of which one is blanked and two are copied as they are. */
    private Path draw(Syntax syntax) throws Exception {
        return SampleFile.of(300, 400)
                .frames(3)
                .samples((f, r, c, k) -> (r * 7 + c * 3 + f * 50) & 0xFF)
                .write(folder.resolve("scan.dcm"), syntax);
    }

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void the_hashes_of_input_and_output_are_those_of_the_files(Syntax syntax) throws Exception {
        Path scan = draw(syntax);
        String before = sha256(Files.readAllBytes(scan));
        Path copy = folder.resolve("out/scan.dcm");
        for (String rectangle : List.of("0,0,30,30,0,-1", "0,0,30,30")) {
            String redacted = report("redact", scan, "-o", copy.getParent(), "--rect", rectangle);
            assertThat(value(redacted, "outcome")).isEqualTo("Redacted");
            assertThat(value(redacted, "inputSha256")).isEqualTo(before);
            assertThat(value(redacted, "outputSha256"))
                    .isEqualTo(sha256(Files.readAllBytes(copy)))
                    .isNotEqualTo(before);
            Files.delete(copy);
        }
    }

    @Test
    void copies_of_clean_files_kept_copies_and_files_in_place_are_hashed_too() throws Exception {
        Path scan =
                SampleFile.of(700, 700)
                        .frames(5)
                        .write(folder.resolve("scan.dcm"), Syntax.EXPLICIT);
        String before = sha256(Files.readAllBytes(scan));
        Path out = folder.resolve("out");
        String clean = report("redact", scan, "-o", out, "--remove-high-bit-overlays");
        assertThat(value(clean, "outcome")).isEqualTo("Clean");
        assertThat(value(clean, "inputSha256")).isEqualTo(before);
        assertThat(value(clean, "outputSha256")).isEqualTo(before);
        String kept = report("redact", scan, "-o", out, "--remove-high-bit-overlays", "--resume");
        assertThat(kept).contains("kept from an earlier run");
        assertThat(value(kept, "inputSha256")).isEqualTo(before);
        assertThat(value(kept, "outputSha256")).isEqualTo(before);
        String dry = report("redact", scan, "--dry-run", "--rect", "0,0,9,9");
        assertThat(value(dry, "inputSha256")).isEqualTo(before);
        assertThat(dry).doesNotContain("outputSha256");
        String read = report("ocr", scan, "--csv", folder.resolve("text.csv"));
        assertThat(value(read, "inputSha256")).isEqualTo(before);
        String inPlace = report("redact", scan, "--in-place", "--rect", "0,0,9,9");
        assertThat(value(inPlace, "inputSha256")).isEqualTo(before);
        assertThat(value(inPlace, "outputSha256"))
                .isEqualTo(sha256(Files.readAllBytes(scan)))
                .isNotEqualTo(before);
    }

    @Test
    void hashed_paths_cannot_be_guessed_and_are_the_same_only_with_the_same_salt()
            throws Exception {
        Path scan = SampleFile.of(9, 9).write(folder.resolve("1234567890.dcm"), Syntax.EXPLICIT);
        Object[] dry = {"redact", scan, "--dry-run", "--rect", "0,0,3,3"};
        String plain = sha256(scan.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        List<String> names = new ArrayList<>();
        for (List<String> salt :
                List.of(
                        List.of("--hash-paths"),
                        List.of("--hash-paths"),
                        List.of("--hash-paths", "--path-salt", "one"),
                        List.of("--path-salt", "one"),
                        List.of("--path-salt", "two"))) {
            List<Object> words = new ArrayList<>(Arrays.asList(dry));
            words.addAll(salt);
            String report = report(words.toArray());
            assertThat(report).doesNotContain("1234567890").doesNotContain(plain);
            names.add(value(report, "input"));
        }
        assertThat(names).allMatch(n -> n.matches("[0-9a-f]{16}"));
        assertThat(names.get(2)).isEqualTo(names.get(3));
        assertThat(names.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(names.get(4)).isNotIn(names.subList(0, 4));
        Command empty = run("redact", scan, "--dry-run", "--rect", "0,0,3,3", "--path-salt", "");
        assertThat(empty.code()).isEqualTo(2);
    }

    /** HMAC-SHA-256 with the salt as key (RFC 2104), as any other tool computes it. */
    @Test
    void a_hashed_path_is_the_hmac_of_its_text() throws Exception {
        Path scan = SampleFile.of(9, 9).write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        String report =
                report("redact", scan, "--dry-run", "--rect", "0,0,3,3", "--path-salt", "secret");
        var mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(
                new javax.crypto.spec.SecretKeySpec(
                        "secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String expected =
                HexFormat.of()
                        .formatHex(mac.doFinal(scan.toString().getBytes(StandardCharsets.UTF_8)))
                        .substring(0, 16);
        assertThat(value(report, "input")).isEqualTo(expected);
    }
}
