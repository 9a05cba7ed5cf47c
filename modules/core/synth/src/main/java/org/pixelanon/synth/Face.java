package org.pixelanon.synth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A font at one size. */
interface Face {

    /** Letters that stand for others where a face does not draw them. */
    Map<String, String> SPELLED =
            Map.of(
                    "Æ", "AE", "æ", "ae", "Œ", "OE", "œ", "oe", "Đ", "D", "đ", "d", "ð", "d", "þ",
                    "th", "’", "'");

    /** Draws one line. */
    Mask draw(String text);

    /** The same text with letters that this face draws. */
    String spell(String text);

    /** Tells whether every character of a text is drawn by this face. */
    boolean draws(String text);

    static String plain(String text) {
        String result = text;
        for (String from : List.of("Æ", "æ", "Œ", "œ", "Đ", "đ", "ð", "þ", "’")) {
            result = result.replace(from, Objects.requireNonNull(SPELLED.get(from)));
        }
        return result;
    }

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

    static List<String> lines(String resource) {
        try (InputStream in = Face.class.getResourceAsStream(resource);
                BufferedReader reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in, resource),
                                        StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
