package org.pixelanon.pii.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexListTest {

    private static final Path USERS =
            Path.of(
                    System.getProperty("pixelanon.shared", "shared"),
                    "allowlist",
                    "ocr_allowlist_regex.txt");

    private static RegexList list(List<String> expressions) {
        PythonRegexParser parser = new PythonRegexParser();
        List<PythonRegex> parsed = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            parsed.add(parser.parse(expressions.get(i), i + 1));
        }
        return new RegexList(parsed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "(?i)heart;HEART;true",
                "heart;HEART;false",
                "a{,2}b;aab;true",
                "a{,2}b;aaab;false",
                "a{x;a{x;true",
                "[[]x[]]y;[x]y;true",
                "[a&&b]+;&&;true",
                "(?P<n_1>ab)-(?P=n_1);ab-ab;true",
                "(?P<n_1>ab)-(?P=n_1);ab-ba;false",
                "(ab|cd)\\1;cdcd;true",
                "a(?#note)b;ab;true",
                "ab\\Z;ab;true",
                "x(?=y)y.*;xyz;true",
                "(?:a|b)+?c;ababc;true",
                "(?i:a)B;AB;true",
                "(?i:a)B;Ab;false",
                "\\bAP\\b.*;AP x;true",
                "\\w+é;caféé;true",
                "a{3,}z;aaaaaz;true",
                "(ab){2,3};ababab;true",
                "(ab){2,3};ab;false",
                "[^a]b;ab;false",
                "[\\d-]+;12-3;true",
                "(?i)straße;STRASSE;false",
                "\\x41\\u0042;AB;true"
            })
    void expressions_mean_what_they_mean_in_python(String regex, String text, boolean matches)
            throws IOException {
        assertThat(list(List.of(regex)).line(text, false).isPresent()).isEqualTo(matches);
    }

    @Test
    void an_allow_list_of_3691_patterns_answers_as_full_matching_of_every_pattern_does()
            throws IOException {
        assumeTrue(Files.isRegularFile(USERS));
        List<String> lines = Files.readAllLines(USERS, StandardCharsets.UTF_8);
        RegexList list = list(lines);
        List<Pattern> all =
                lines.stream().map(l -> Pattern.compile(l, Pattern.UNICODE_CASE)).toList();
        int matched = 0;
        DrawnLines drawn = new DrawnLines(lines, 4711);
        List<String> samples = new ArrayList<>(drawn.mixed(2000));
        samples.addAll(drawn.nearMisses(1000));
        for (String text : samples) {
            boolean expected = all.stream().anyMatch(p -> p.matcher(text).matches());
            assertThat(list.line(text, false).isPresent()).as(text).isEqualTo(expected);
            list.line(text, false)
                    .ifPresent(n -> assertThat(all.get(n - 1).matcher(text).matches()).isTrue());
            matched += expected ? 1 : 0;
        }
        assertThat(matched).isBetween(samples.size() / 5, 3 * samples.size() / 4);
    }

    @ParameterizedTest
    @CsvSource({"ss,true", "SS,true", "\u017fs,true", "\u212a,true", "\u4e2d,false"})
    void characters_outside_ascii_are_answered_as_the_engine_answers(String text, boolean matches)
            throws IOException {
        RegexList list = list(List.of("(?i)s+", "(?i)k{1,2}"));
        assertThat(list.line(text, false).isPresent()).isEqualTo(matches);
        assertThat(list.line(text, false).isPresent()).as("again").isEqualTo(matches);
    }

    @Test
    void more_states_than_are_remembered_change_no_answer() throws IOException {
        RegexList list = list(List.of("[ab]*a[ab]{16}", "x[ab]+"));
        Pattern first = Pattern.compile("[ab]*a[ab]{16}");
        Random random = new Random(3);
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 17 + random.nextInt(12); length > 0; length--) {
                text.append(random.nextBoolean() ? 'a' : 'b');
            }
            assertThat(list.line(text.toString(), false).isPresent())
                    .as(text.toString())
                    .isEqualTo(first.matcher(text).matches());
        }
    }
}
