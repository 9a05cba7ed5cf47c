package org.pixelanon.synth.composite;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixelanon.synth.Chance;

/**
 * Makes the texts of one plane, all of one split: templates of the split are filled with words of
 * the split. The whole text must also belong to the split, unless it is a single word or has at
 * most three letters.
 */
final class PhraseBook {
    /** A template that is a single word or name, which itself belongs to the split. */
    private static final Pattern WORD = Pattern.compile("\\{\\p{Alpha}+}");

    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");
    private static final List<String> MONTHS =
            List.of(
                    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                    "Dec");
    private static final List<String> LETTERS =
            List.of("R", "L", "A", "P", "H", "F", "S", "I", "RA", "LP", "AR", "HL", "V", "N");

    private final WordList words;
    private final Split split;
    private final Persona.Crowd crowd;
    private final Persona patient;
    private final Chance chance;

    PhraseBook(WordList words, Split split, Persona.Crowd crowd, Persona patient, Chance chance) {
        this.words = words;
        this.split = split;
        this.crowd = crowd;
        this.patient = patient;
        this.chance = chance;
    }

    /** A text of a class, up to a number of letters if possible. */
    Phrase phrase(TextClass kind, int longest) {
        String shortest = "";
        List<String> templates = words.templates(kind);
        for (int i = 0; i < 400; i++) {
            String template = chance.pick(templates);
            String text = fill(template);
            boolean own = WORD.matcher(template).matches() || isOwn(text);
            if (own && text.length() <= longest) {
                return new Phrase(kind, text);
            }
            if (own && (shortest.isEmpty() || text.length() < shortest.length())) {
                shortest = text;
            }
        }
        return shortest.isEmpty() ? letter() : new Phrase(kind, shortest);
    }

    /** A letter that marks the side; the same in all splits. */
    Phrase letter() {
        return new Phrase(TextClass.MARKER, chance.pick(LETTERS));
    }

    /** The name of a row of a table: a quantity, a parameter or a word of the screen. */
    Phrase label() {
        boolean measured = chance.oneIn(2);
        while (true) {
            String word = chance.pick(words.words(measured ? "quantity" : "screen"));
            String text = word + chance.of("", ":", " :");
            if (word.length() > WordList.SHORT || isOwn(text)) {
                return new Phrase(measured ? TextClass.MEASUREMENT : TextClass.SCREEN, text);
            }
        }
    }

    private boolean isOwn(String text) {
        return text.length() <= WordList.SHORT || split.holds("text:" + text);
    }

    private String fill(String template) {
        Persona someone = chance.oneIn(3) ? crowd.pick(chance) : patient;
        StringBuilder text = new StringBuilder();
        Matcher blank = BLANK.matcher(template);
        while (blank.find()) {
            blank.appendReplacement(text, Matcher.quoteReplacement(value(blank.group(1), someone)));
        }
        return blank.appendTail(text).toString();
    }

    private String value(String key, Persona who) {
        if (key.matches("n\\d+")) {
            return chance.digits(Integer.parseInt(key.substring(1)));
        }
        return switch (key) {
            case "Family" -> who.family();
            case "FAMILY" -> upper(who.family());
            case "Given" -> who.given();
            case "GIVEN" -> upper(who.given());
            case "G" -> upper(who.given().substring(0, who.given().offsetByCodePoints(0, 1)));
            case "Town" -> who.town();
            case "TOWN" -> upper(who.town());
            case "Street" -> who.street();
            case "d1" -> chance.below(30) + "." + chance.below(10);
            case "d2" -> chance.below(12) + "." + two(chance.below(100));
            case "age" -> "" + chance.between(18, 96);
            case "sex" -> chance.of("M", "F");
            case "dd" -> two(chance.between(1, 28));
            case "mm" -> two(chance.between(1, 12));
            case "yyyy" -> "" + chance.between(1926, 2026);
            case "yy", "SS", "MI" -> two(chance.below(60));
            case "Mon" -> chance.pick(MONTHS);
            case "MON" -> upper(chance.pick(MONTHS));
            case "HH" -> two(chance.below(24));
            case "h" -> "" + chance.between(1, 12);
            default -> word(key);
        };
    }

    private String word(String key) {
        String kind = key.toLowerCase(Locale.ROOT);
        String word = chance.pick(words.words(kind));
        return key.equals(kind) ? word : upper(word);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
