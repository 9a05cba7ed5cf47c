package org.pixelanon.pii.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Text without what recognition gets wrong: case, accents, spacing, look-alike characters. */
public final class PlainText {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    /** Signs that no name holds, and what they are a bad reading of. */
    private static final Map<Character, Character> SIGNS =
            Map.of('¥', 'V', '$', 'S', '€', 'E', '™', 'T', '¦', '|');

    /** A word and what stands before it. */
    public record Word(String text, String before) {}

    private PlainText() {}

    /**
     * Without accents, and with letters for the signs that recognition takes for them and that no
     * word holds; the case stays. The same for all detectors: what one takes for a word of its list
     * another must know as a word of a name.
     */
    public static String folded(String text) {
        StringBuilder known = new StringBuilder(text.length());
        text.chars().forEach(c -> known.append(SIGNS.getOrDefault((char) c, (char) c)));
        return MARKS.matcher(Normalizer.normalize(known, Normalizer.Form.NFKD)).replaceAll("");
    }

    /** Upper case, without accents, with ASCII digits. */
    public static String of(String text) {
        String bare = folded(text).toUpperCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(bare.length());
        bare.codePoints().forEach(c -> append(plain, c));
        return plain.toString();
    }

    private static void append(StringBuilder plain, int c) {
        switch (c) {
            case 'Ø' -> plain.append('O');
            case 'Ł' -> plain.append('L');
            case 'Đ', 'Ð' -> plain.append('D');
            case 'Æ' -> plain.append("AE");
            case 'Œ' -> plain.append("OE");
            case 'Þ' -> plain.append("TH");
            case '|', '!' -> plain.append('I');
            default -> {
                if (Character.isDigit(c)) {
                    plain.append((char) ('0' + Character.digit(c, 10)));
                } else {
                    plain.appendCodePoint(c);
                }
            }
        }
    }

    /** The words of a plain text: runs of letters and digits. */
    public static List<Word> words(String plain) {
        List<Word> words = new ArrayList<>();
        int end = 0;
        int i = 0;
        while (i < plain.length()) {
            int start = i;
            while (i < plain.length() && Character.isLetterOrDigit(plain.codePointAt(i))) {
                i += Character.charCount(plain.codePointAt(i));
            }
            if (i > start) {
                words.add(new Word(plain.substring(start, i), plain.substring(end, start)));
                end = i;
            } else {
                i += Character.charCount(plain.codePointAt(i));
            }
        }
        return words;
    }

    /**
     * Letters and digits of a plain text with one sign for all that look alike. Equal skeletons
     * mean that recognition may have taken one text for the other.
     */
    public static String skeleton(String plain) {
        StringBuilder bones = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> bones.appendCodePoint(alike(c)));
        return bones.toString().replace("RN", "M").replace("UU", "W").replace("C1", "D");
    }

    private static int alike(int c) {
        return switch (c) {
            case 'O', 'Q', 'D' -> '0';
            case 'I', 'L', 'J' -> '1';
            case 'Z' -> '2';
            case 'S' -> '5';
            case 'G' -> '6';
            case 'B' -> '8';
            case 'V' -> 'U';
            default -> c;
        };
    }

    /** The digits that a word stands for, or an empty text if one character cannot be a digit. */
    public static String digits(String word) {
        StringBuilder digits = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            int digit = "ODQ".indexOf(word.charAt(i)) >= 0 ? '0' : alike(word.charAt(i));
            if (digit < '0' || digit > '9') {
                return "";
            }
            digits.append((char) digit);
        }
        return digits.toString();
    }

    /** How many real digits a word has. */
    public static long realDigits(String word) {
        return word.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    /** The text with look-alike letters turned into digits wherever a run has digits of its own. */
    public static String digitView(String plain) {
        StringBuilder view = new StringBuilder(plain.length());
        for (Word word : words(plain)) {
            String digits = digits(word.text());
            boolean number = 2 * realDigits(word.text()) >= word.text().length();
            view.append(word.before()).append(number && !digits.isEmpty() ? digits : word.text());
        }
        return view.toString();
    }
}
