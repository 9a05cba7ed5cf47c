package org.pixelanon.pii;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text reduced to what recognition cannot confuse: no accents, case or punctuation, look-alike
 * characters made equal.
 */
final class Folding {

    private Folding() {}

    /** Letters and digits only, words separated by one blank. */
    static String words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String upper =
                plain.toUpperCase(Locale.ROOT)
                        .replace("RN", "M")
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip();
        StringBuilder out = new StringBuilder(upper.length());
        for (int i = 0; i < upper.length(); i++) {
            out.append(folded(upper.charAt(i)));
        }
        return out.toString();
    }

    /** The same without blanks. */
    static String joined(String text) {
        return words(text).replace(" ", "");
    }

    private static char folded(char c) {
        return switch (c) {
            case 'O', 'Q', 'D' -> '0';
            case 'I', 'L', '|' -> '1';
            case 'Z' -> '2';
            case 'S' -> '5';
            case 'G' -> '6';
            case 'B' -> '8';
            default -> c;
        };
    }

    /** Edit distance, or limit + 1 as soon as it is greater than the limit. */
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(before[j - 1] + change, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return Math.min(before[b.length()], limit + 1);
    }
}
