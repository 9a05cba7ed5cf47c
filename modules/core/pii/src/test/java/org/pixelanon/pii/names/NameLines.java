package org.pixelanon.pii.names;

import blackbox.pii.FakedNames;
import blackbox.pii.OwnLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.Span;
import org.pixelanon.pii.text.PlainText;
import org.pixelanon.pii.token.OwnTerms;
import org.pixelanon.pii.token.ReadingNoise;

/**
 * Lines in which it is known which tokens are names. Names and manufacturers are held out by their
 * hash, one in five; templates as {@link OwnLines} holds them out.
 */
final class NameLines {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final int HELD_OUT = 5;
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private final Random random;
    private final List<String> names;
    private final List<String> withNames;
    private final List<String> without;
    private final List<String> words = OwnTerms.words();
    private final List<String> brands;
    private final List<String> labels = OwnTerms.labels();
    private final List<String> units = OwnTerms.units();

    NameLines(boolean heldOut, long seed) {
        random = new Random(seed);
        names = FakedNames.all().stream().filter(n -> isHeldOut(n) == heldOut).toList();
        brands = OwnTerms.brands().stream().filter(n -> isHeldOut(n) == heldOut).toList();
        withNames =
                OwnLines.sensitiveTemplates(heldOut).stream()
                        .filter(t -> t.matches(".*\\{[LlF]}.*"))
                        .toList();
        without = OwnLines.harmlessTemplates(heldOut);
    }

    static boolean isHeldOut(String word) {
        return Math.floorMod(PlainText.of(word).hashCode(), HELD_OUT) == 0;
    }

    /** The names from which lines are drawn. */
    List<String> names() {
        return names;
    }

    /** A line and its tokens. */
    record Line(String text, NameSample sample) {}

    /** A line with a name. */
    Line withName() {
        return line(withNames.get(random.nextInt(withNames.size())));
    }

    /** A line without one. */
    Line withoutName() {
        return line(
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> "{word}";
                    case 3 -> "{word} {word}";
                    case 4 -> "{label} {1}{2} {unit}";
                    case 5 -> "{word} {1}.{2} {unit}";
                    case 6 -> random.nextBoolean() ? "{brand}" : "{label}: {2}";
                    default -> without.get(random.nextInt(without.size()));
                });
    }

    private Line line(String template) {
        List<String> tokens = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int mistakes = random.nextInt(10) < 6 ? 0 : 1 + random.nextInt(2);
        int upper = random.nextInt(3);
        Matcher place = PLACE.matcher(template);
        int at = 0;
        while (place.find()) {
            add(template.substring(at, place.start()), false, upper, 0, text, tokens, spans);
            String key = place.group(1);
            boolean name = "LlF".contains(key);
            boolean misread = name || key.equals("word") || key.equals("brand");
            add(filled(key), name, upper, misread ? mistakes : 0, text, tokens, spans);
            at = place.end();
        }
        boolean whole = at == 0;
        add(template.substring(at), false, upper, whole ? mistakes : 0, text, tokens, spans);
        return new Line(
                text.toString(),
                new NameSample(tokens.toArray(String[]::new), spans.toArray(Span[]::new), true));
    }

    private void add(
            String part,
            boolean name,
            int upper,
            int mistakes,
            StringBuilder text,
            List<String> tokens,
            List<Span> spans) {
        String cased =
                switch (upper) {
                    case 0 -> part.toUpperCase(Locale.ROOT);
                    case 1 -> part.toLowerCase(Locale.ROOT);
                    default -> part;
                };
        String read = ReadingNoise.misread(cased, mistakes, random);
        text.append(read);
        List<String> found = Arrays.asList(NameTokens.of(read));
        if (name && !found.isEmpty()) {
            spans.add(new Span(tokens.size(), tokens.size() + found.size(), "name"));
        }
        tokens.addAll(found);
    }

    private String filled(String key) {
        return switch (key) {
            case "L", "l", "F" -> any(names);
            case "word" -> any(words);
            case "brand" -> any(brands);
            case "label" -> any(labels);
            case "unit" -> any(units);
            case "i" -> String.valueOf((char) ('A' + random.nextInt(26)));
            case "y" -> String.valueOf(1920 + random.nextInt(105));
            case "M" -> MONTHS.substring(3 * random.nextInt(12)).substring(0, 3);
            case "id" -> String.valueOf(10_000 + random.nextInt(9_000_000));
            case "1", "0" -> String.valueOf(random.nextInt(9));
            default -> String.valueOf(11 + random.nextInt(70));
        };
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
