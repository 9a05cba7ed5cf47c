package org.pixelanon.synth.face;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Respells texts in letters that simple faces have. */
final class Spelling {

    /** Substitutes for letters that a face lacks. */
    private static final Map<String, String> SPELLED =
            Map.of(
                    "Æ", "AE", "æ", "ae", "Œ", "OE", "œ", "oe", "Đ", "D", "đ", "d", "ð", "d", "þ",
                    "th", "’", "'");

    private Spelling() {}

    /** Removes ligatures and rare letters. */
    static String plain(String text) {
        String result = text;
        for (String from : List.of("Æ", "æ", "Œ", "œ", "Đ", "đ", "ð", "þ", "’")) {
            result = result.replace(from, Objects.requireNonNull(SPELLED.get(from)));
        }
        return result;
    }

    /** Removes accents and strokes. */
    static String withoutMarks(String text) {
        String base =
                plain(text)
                        .replace("ß", "ss")
                        .replace('ø', 'o')
                        .replace('Ø', 'O')
                        .replace('ł', 'l')
                        .replace('Ł', 'L')
                        .replace('ı', 'i');
        return Normalizer.normalize(base, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
    }
}
