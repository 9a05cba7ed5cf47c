package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pixelanon.pii.text.PlainText;
import org.pixelanon.pii.token.NameFilter;
import org.pixelanon.pii.token.Vocabulary;
import org.pixelanon.pii.token.Vocabulary.Doubt;

/** The words that name nobody, each looked at. */
class VocabularyTest {

    private static Set<String> plain(Set<String> names) {
        return names.stream().map(n -> PlainText.of(n).strip()).collect(Collectors.toSet());
    }

    @Test
    void every_word_that_is_a_name_of_any_locale_is_in_doubt() {
        Set<String> names = plain(FakedNames.all());
        assertThat(names).hasSizeGreaterThan(50_000);
        List<String> sure = new ArrayList<>();
        for (Vocabulary.Entry entry : Vocabulary.standard().entries()) {
            boolean doubted = entry.doubt() == Doubt.NAME || entry.doubt() == Doubt.RELEASED;
            if (names.contains(entry.key()) && !doubted) {
                sure.add(entry.key());
            }
        }
        assertThat(sure).isEmpty();
    }

    @Test
    void the_filter_knows_every_name_and_few_other_words() {
        NameFilter filter = NameFilter.names();
        List<String> missed = new ArrayList<>();
        for (String name : FakedNames.all()) {
            for (String word : PlainText.of(name).split("[^\\p{L}]+")) {
                if (word.length() > 1 && !filter.mayBeName(word)) {
                    missed.add(word);
                }
            }
        }
        assertThat(missed).isEmpty();
        long taken = 0;
        for (int i = 0; i < 10_000; i++) {
            taken +=
                    filter.mayBeName("qx" + Integer.toString(i, 26).replaceAll("[0-9]", "z"))
                            ? 1
                            : 0;
        }
        assertThat(taken).isLessThan(100);
    }

    @Test
    void at_most_fifty_names_are_released_alone_and_each_has_its_reason() throws IOException {
        List<String> lines = lines("names-released.txt");
        assertThat(lines)
                .hasSizeLessThanOrEqualTo(50)
                .allMatch(line -> line.matches("\\S+: .{4,}"));
        Set<String> released = new HashSet<>();
        lines.forEach(line -> released.add(PlainText.of(line.substring(0, line.indexOf(':')))));
        for (Vocabulary.Entry entry : Vocabulary.standard().entries()) {
            if (entry.doubt() == Doubt.RELEASED) {
                released.remove(entry.key());
            }
        }
        assertThat(released).as("stand in no file of words").isEmpty();
    }

    @Test
    void every_language_and_type_has_words() throws IOException {
        for (String file : List.of("anatomy.txt", "view.txt", "screen.txt", "measurement.txt")) {
            String all = text(file);
            assertThat(all).contains(" en\n", " de\n", " fr\n", " it\n", " es\n", " nl\n", " pl\n");
            assertThat(all)
                    .containsPattern("(?m)^== .*\\bsv\\b")
                    .containsPattern("(?m)^== .*\\bpt\\b");
        }
    }

    private static List<String> lines(String file) throws IOException {
        return text(file).lines().filter(l -> !l.startsWith("#") && !l.isBlank()).toList();
    }

    private static String text(String file) throws IOException {
        try (InputStream in = Vocabulary.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
