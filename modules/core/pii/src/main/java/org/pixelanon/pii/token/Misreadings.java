package org.pixelanon.pii.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measured recognition errors: what was read, and what may have been there. */
final class Misreadings {

    /** What was read, then each sign it may have been. */
    static final Map<Character, String> LETTERS =
            Map.ofEntries(
                    Map.entry('c', "e"),
                    Map.entry('e', "c"),
                    Map.entry('o', "a"),
                    Map.entry('a', "o"),
                    Map.entry('n', "r"),
                    Map.entry('f', "t"),
                    Map.entry('t', "f"),
                    Map.entry('b', "h"),
                    Map.entry('v', "u"),
                    Map.entry('y', "v"),
                    Map.entry('l', "iI"),
                    Map.entry('F', "EP"),
                    Map.entry('A', "R"),
                    Map.entry('I', "Ll"),
                    Map.entry('H', "N"),
                    Map.entry('N', "M"),
                    Map.entry('O', "D"),
                    Map.entry('Y', "V"),
                    Map.entry('X', "K"),
                    Map.entry('4', "A"),
                    Map.entry('7', "T"),
                    Map.entry('0', "O"),
                    Map.entry('8', "B"),
                    Map.entry('6', "G"),
                    Map.entry('5', "Ss"),
                    Map.entry('1', "liI"),
                    Map.entry('9', "g"),
                    Map.entry('2', "Z"),
                    Map.entry('|', "Il"));

    /** Two strokes read for one sign. */
    static final Map<String, String> PAIRS = Map.of("rn", "m", "ri", "n", "VV", "W");

    /** The digits that signs among digits stand for. */
    static final Map<Character, Character> DIGITS =
            Map.ofEntries(
                    Map.entry('l', '1'),
                    Map.entry('I', '1'),
                    Map.entry('i', '1'),
                    Map.entry('|', '1'),
                    Map.entry('O', '0'),
                    Map.entry('o', '0'),
                    Map.entry('D', '0'),
                    Map.entry('Z', '2'),
                    Map.entry('S', '5'),
                    Map.entry('A', '4'),
                    Map.entry('B', '8'),
                    Map.entry('G', '6'),
                    Map.entry('T', '7'),
                    Map.entry('g', '9'));

    private Misreadings() {}

    /** A word that may have stood there, in place of what was read, with the number of mistakes. */
    record Reading(String word, int mistakes) {}

    /** All words that one mistake makes of what was read. */
    static List<String> oneAway(String read) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < read.length(); i++) {
            String head = read.substring(0, i);
            String tail = read.substring(i + 1);
            for (char c : LETTERS.getOrDefault(read.charAt(i), "").toCharArray()) {
                words.add(head + c + tail);
            }
            if (i + 2 <= read.length()) {
                String one = PAIRS.get(read.substring(i, i + 2));
                if (one != null) {
                    words.add(head + one + read.substring(i + 2));
                }
            }
        }
        return words;
    }

    /** The number that was read, with digits for what looks like them; empty if it is none. */
    static String digits(String read) {
        StringBuilder digits = new StringBuilder();
        boolean sure = false;
        for (int i = 0; i < read.length(); i++) {
            char c = read.charAt(i);
            sure |= c >= '0' && c <= '9';
            if ((c >= '0' && c <= '9') || c == '.' || c == ',') {
                digits.append(c);
            } else if (DIGITS.containsKey(c)) {
                digits.append(DIGITS.get(c));
            } else {
                return "";
            }
        }
        return sure ? digits.toString() : "";
    }
}
