package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.AllowList;
import org.pixelanon.pii.PiiException;
import org.pixelanon.pii.SensitivityJudge;

/** Cases drawn up without sight of the module, so that its authors' blind spots show. */
class SecondOpinionTest {
    private static final Identity WHO =
            new Identity(
                    List.of(
                            new Identity.Value("PatientName", "PN", "Musterbein^Örnulf^Q"),
                            new Identity.Value("PatientID", "LO", "AB105826"),
                            new Identity.Value("PatientBirthDate", "DA", "19510203"),
                            new Identity.Value("StudyTime", "TM", "143055.12"),
                            new Identity.Value("PatientAge", "AS", "072Y"),
                            new Identity.Value("InstitutionName", "LO", "Fernwald Infirmary")));
    @TempDir Path temp;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MUSTERBEIN", "Mu5terbe1n left", "ornulf", "0RNULF", "A8I05B26", "id ab 105826",
                "03.02.1951", "2/3/51", "3 Feb 1951", "1951-02-03", "19510203", "03FEB51",
                "O3.O2.l951", "14:30", "2:30 pm", "72 Y", "FERNWALD", "lnfirmary"
            })
    void own_tags_are_found_in_any_form_and_with_the_errors_of_recognition(String text)
            throws Exception {
        var opinion = judge("tags").judge(text, WHO);
        assertThat(opinion.sensitive()).isTrue();
        assertThat(opinion.reason().toString()).startsWith("OWN_TAG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12/11/2019",
                "2019-11-12",
                "12 Nov 2019",
                "Nov 2019",
                "10:22:33",
                "10:22",
                "485 777 3456",
                "12345",
                "S2345",
                "L 40 G1234",
                "C1234, L",
                "l2345",
                "45 yrs",
                "a.b@c.org",
                "Mr X",
                "Name:",
                "DOB",
                "Acc 12",
                "X1234567",
                "(020) 7946 0000"
            })
    void dates_numbers_and_labels_are_hidden_also_where_a_letter_stands_for_a_digit(String text)
            throws Exception {
        assertThat(judge("patterns").judge(text, Identity.NONE).sensitive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kVp 80 mAs 2",
                "MI 1.2",
                "FR 38Hz",
                "W 400 L 40",
                "L",
                "AP ERECT",
                "Lt lat"
            })
    void technique_and_markers_are_harmless(String text) throws Exception {
        assertThat(judge("tags", "patterns").judge(text, WHO).sensitive()).isFalse();
    }

    @Test
    void defect_31_what_nothing_explains_is_sensitive_also_beside_harmless_words()
            throws Exception {
        for (String text : List.of("LEFT Zyxw", "Zyxw", " ", "L 1951-02-03")) {
            assertThat(judge("tags", "patterns").judge(text, WHO).sensitive()).isTrue();
        }
        assertThat(judge("none").judge("L", WHO).sensitive()).isTrue();
    }

    @Test
    void defect_14_a_stored_text_is_released_by_the_allow_list_but_never_against_own_tags()
            throws Exception {
        Path list = temp.resolve("a.txt");
        Files.writeString(list, "(?i)zyxw\n(?i)musterbein\n(?P<a>x)(?P=a)\n");
        SensitivityJudge j = SensitivityJudge.of(List.of("ocr_allowlist", "tags"), list, null);
        assertThat(j.judge("ZYXW", WHO).sensitive()).isFalse();
        assertThat(j.judge("ZYXW", WHO).reason().toString()).isEqualTo("ALLOW_LIST line 1");
        assertThat(j.judge("ZYXVV", WHO).sensitive()).isTrue();
        assertThat(j.judge("xx", WHO).sensitive()).isFalse();
        assertThat(j.judge("musterbein", WHO).sensitive()).isTrue();
        SensitivityJudge deny = SensitivityJudge.of(List.of("allowlist"), list, list);
        assertThat(deny.judge("zyxw", WHO).sensitive()).isTrue();
    }

    @Test
    void broken_lines_and_unknown_names_are_reported() throws Exception {
        Path list = temp.resolve("a.txt");
        Files.writeString(list, "ok\n(broken\n");
        assertThatThrownBy(() -> AllowList.read(list))
                .isInstanceOf(PiiException.class)
                .hasMessageContaining("line 2");
        for (String name : List.of("spacy", "nonsense")) {
            assertThatThrownBy(() -> judge(name)).isInstanceOf(PiiException.class);
        }
    }

    @Test
    void defect_32_the_allow_list_is_compiled_once_and_equals_matching_every_pattern()
            throws Exception {
        Path file =
                Path.of(System.getProperty("pixelanon.shared", "/nowhere"))
                        .resolve("allowlist/ocr_allowlist_regex.txt");
        Assumptions.assumeTrue(Files.exists(file));
        List<Pattern> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            all.add(Pattern.compile(line));
        }
        long before = System.nanoTime();
        AllowList list = AllowList.read(file);
        long built = System.nanoTime();
        List<String> words =
                List.of(
                        "left",
                        "rt",
                        "PA",
                        "portable",
                        "in resus",
                        "under trolley",
                        "semi-erect",
                        "supine",
                        "wt bearing",
                        "hb lateral",
                        "standing",
                        "PCL",
                        "egfr",
                        "kVp 80 mAs 2",
                        "REX 12",
                        "1 of 3",
                        "DRR",
                        "zyx",
                        "\u212a",
                        "fracture");
        Random random = new Random(7);
        Set<String> lines = new HashSet<>();
        while (lines.size() < 20_000) {
            StringBuilder b = new StringBuilder();
            for (int n = 1 + random.nextInt(5); n > 0; n--) {
                String w = words.get(random.nextInt(words.size() - (random.nextBoolean() ? 8 : 0)));
                b.append(random.nextBoolean() ? w.toUpperCase(java.util.Locale.ROOT) : w);
                b.append(n > 1 ? " " : "");
            }
            lines.add(b.toString());
        }
        long start = System.nanoTime();
        long hits = lines.stream().filter(l -> list.judge(l, Identity.NONE).isPresent()).count();
        double rate = lines.size() * 1e9 / (System.nanoTime() - start);
        Logger.getLogger("speed")
                .info(
                        "allow-list: "
                                + Math.round(rate)
                                + " distinct lines/s, "
                                + hits
                                + " of "
                                + lines.size()
                                + " matched, built in "
                                + (built - before) / 1_000_000
                                + " ms");
        for (String l : lines.stream().limit(400).toList()) {
            boolean want = all.stream().anyMatch(p -> p.matcher(l).matches());
            Optional<String> got = list.judge(l, Identity.NONE).map(o -> o.reason().detail());
            assertThat(got.isPresent()).as(l).isEqualTo(want);
            got.map(d -> Integer.parseInt(d.substring("line ".length())))
                    .ifPresent(n -> assertThat(all.get(n - 1).matcher(l).matches()).isTrue());
        }
        assertThat(hits).isPositive();
    }

    private static SensitivityJudge judge(String... names) throws PiiException {
        return SensitivityJudge.of(List.of(names), null, null);
    }
}
