package org.pixelanon.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixelanon.model.Identity;

class RegexListTest {

    private static final Path USERS =
            Path.of(
                    System.getProperty("pixelanon.shared", "shared"),
                    "allowlist",
                    "ocr_allowlist_regex.txt");

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
    void expressionsMeanWhatTheyMeanInPython(String regex, String text, boolean matches)
            throws IOException {
        assertThat(RegexList.of(List.of(regex), "test").line(text).isPresent()).isEqualTo(matches);
    }

    @Test
    void anAllowListOf3691PatternsAnswersAsFullMatchingOfEveryPatternDoes() throws IOException {
        assumeTrue(Files.isRegularFile(USERS));
        List<String> lines = Files.readAllLines(USERS, StandardCharsets.UTF_8);
        RegexList list = RegexList.of(lines, "users");
        List<Pattern> all =
                lines.stream().map(l -> Pattern.compile(l, Pattern.UNICODE_CASE)).toList();
        int matched = 0;
        List<String> samples = new ArrayList<>(samples(lines, 3000, 4711));
        for (String text : samples) {
            boolean expected = all.stream().anyMatch(p -> p.matcher(text).matches());
            assertThat(list.line(text).isPresent()).as(text).isEqualTo(expected);
            list.line(text)
                    .ifPresent(n -> assertThat(all.get(n - 1).matcher(text).matches()).isTrue());
            matched += expected ? 1 : 0;
        }
        assertThat(matched).isBetween(samples.size() / 4, 3 * samples.size() / 4);
    }

    @Test
    void theAllowListIsCompiledOnceAndTakes50000DistinctLinesASecond() throws IOException {
        assumeTrue(Files.isRegularFile(USERS));
        AllowList list = AllowList.read(USERS);
        List<String> lines = Files.readAllLines(USERS, StandardCharsets.UTF_8);
        List<String> samples = new ArrayList<>(samples(lines, 100_000, 815));
        long start = System.nanoTime();
        int matched = 0;
        for (String text : samples) {
            matched += list.judge(text, Identity.NONE).isPresent() ? 1 : 0;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.getLogger("benchmark")
                .log(
                        System.Logger.Level.INFO,
                        String.format(
                                java.util.Locale.ROOT,
                                "allow-list: %d distinct lines, %d matched, %.3f s, %.0f lines/s, cold",
                                samples.size(),
                                matched,
                                seconds,
                                samples.size() / seconds));
        assertThat(matched).isBetween(2 * samples.size() / 5, 3 * samples.size() / 5);
    }

    /**
     * Distinct lines: drawn from the expressions, and the same with a character changed or words
     * mixed.
     */
    private static Set<String> samples(List<String> regexes, int count, long seed) {
        Random random = new Random(seed);
        Map<String, CharTest> tests = new HashMap<>();
        List<RegexNode> shapes = new ArrayList<>();
        for (int i = 0; i < regexes.size(); i++) {
            shapes.add(PythonRegexParser.parse(regexes.get(i), i + 1, tests).shape());
        }
        Set<String> samples = new LinkedHashSet<>();
        int rounds = 0;
        while (samples.size() < count && rounds++ < 20 * count) {
            StringBuilder text = new StringBuilder();
            draw(shapes.get(random.nextInt(shapes.size())), random, text);
            if (samples.size() % 2 == 1 && text.length() > 0) {
                int at = random.nextInt(text.length());
                text.setCharAt(at, (char) (' ' + random.nextInt(95)));
                text.insert(random.nextInt(text.length()), (char) ('a' + random.nextInt(26)));
            }
            samples.add(text.toString().strip());
        }
        samples.remove("");
        return samples;
    }

    private static void draw(RegexNode node, Random random, StringBuilder text) {
        if (node instanceof RegexNode.One one) {
            int c;
            do {
                c = ' ' + random.nextInt(95);
            } while (!one.test().takes(c) && !one.test().takes(0xBD));
            text.append(one.test().takes(c) ? (char) c : '\u00BD');
        } else if (node instanceof RegexNode.Sequence sequence) {
            sequence.parts().forEach(p -> draw(p, random, text));
        } else if (node instanceof RegexNode.Choice choice) {
            draw(choice.options().get(random.nextInt(choice.options().size())), random, text);
        } else if (node instanceof RegexNode.Repeat repeat) {
            int most = Math.min(repeat.max(), repeat.min() + 3);
            int times = repeat.min() + random.nextInt(most - repeat.min() + 1);
            for (int i = 0; i < times; i++) {
                draw(repeat.body(), random, text);
            }
        }
    }
}
