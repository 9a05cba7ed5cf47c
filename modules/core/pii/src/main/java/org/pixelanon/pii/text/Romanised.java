package org.pixelanon.pii.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Cyrillic and Greek as machines and passports of several countries write it in Latin letters.
 * Small differences are left to whoever compares.
 */
public final class Romanised {

    private static final String CYRILLIC =
            "а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f"
                    + " х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya і i ї i є ie ґ g"
                    + " ў u ј j љ lj њ nj ђ dj ћ c џ dz ѓ g ќ k ѕ dz";

    private static final String GREEK =
            "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f"
                    + " χ ch ψ ps ω o αι ai ει ei οι oi ου ou αυ av ευ ev γγ ng γκ gk";

    /** What else each way of writing has; the first is that of international passports. */
    private static final List<String> CYRILLIC_WAYS =
            List.of(
                    "",
                    "й i ю iu я ia ъ ie", // ICAO Doc 9303
                    "ж z х h ц c ч c ш s щ s ю u я a й j", // ISO 9 and Serbian without marks
                    "в w ж sch з s х ch ц z ч tsch ш sch щ schtsch ю ju я ja й i", // German
                    "ж j ч tch ш ch щ chtch у ou ю iou я ia й i", // French
                    "г h и y й i ї yi є ye"); // Ukrainian

    private static final List<String> GREEK_WAYS =
            List.of(
                    "", // ELOT 743
                    "μπ b ντ d",
                    "β b η e φ ph χ h υ u ου u αυ au ευ eu γκ g"); // as heard and as in books

    private static final int LONGEST_KEY = 2;

    /** Made when a name in such letters is met for the first time. */
    private static final class Ways {
        static final List<Map<String, String>> CYRILLIC_LETTERS = ways(CYRILLIC, CYRILLIC_WAYS);
        static final List<Map<String, String>> GREEK_LETTERS = ways(GREEK, GREEK_WAYS);
    }

    private Romanised() {}

    /**
     * The ways in which a name is written in Latin letters.
     *
     * @param name in any script
     * @return each way once, in lower case; empty if no letter is Cyrillic or Greek
     */
    public static List<String> of(String name) {
        Set<Character.UnicodeScript> scripts = new LinkedHashSet<>();
        name.codePoints().forEach(c -> scripts.add(Character.UnicodeScript.of(c)));
        List<Map<String, String>> ways = new ArrayList<>();
        if (scripts.contains(Character.UnicodeScript.CYRILLIC)) {
            ways.addAll(Ways.CYRILLIC_LETTERS);
        }
        if (scripts.contains(Character.UnicodeScript.GREEK)) {
            ways.addAll(Ways.GREEK_LETTERS);
        }
        Set<String> all = new LinkedHashSet<>();
        for (Map<String, String> way : ways) {
            all.add(written(plain(name), way));
        }
        return List.copyOf(all);
    }

    /** In lower case; Greek without accents, while the sign above й makes another letter. */
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        lower.codePoints()
                .forEach(
                        c -> {
                            String letter = Character.toString(c);
                            boolean greek =
                                    Character.UnicodeScript.of(c) == Character.UnicodeScript.GREEK;
                            plain.append(
                                    greek
                                            ? Normalizer.normalize(letter, Normalizer.Form.NFD)
                                                    .replaceAll("\\p{Mn}", "")
                                            : letter);
                        });
        return plain.toString();
    }

    private static String written(String plain, Map<String, String> way) {
        StringBuilder written = new StringBuilder(plain.length());
        int at = 0;
        while (at < plain.length()) {
            int length = Math.min(LONGEST_KEY, plain.length() - at);
            while (length > 1 && !way.containsKey(plain.substring(at, at + length))) {
                length--;
            }
            String key = plain.substring(at, at + length);
            written.append(way.getOrDefault(key, key));
            at += length;
        }
        return written.toString();
    }

    private static List<Map<String, String>> ways(String letters, List<String> differences) {
        List<Map<String, String>> ways = new ArrayList<>();
        for (String difference : differences) {
            Map<String, String> way = new HashMap<>();
            put(letters, way);
            put(difference, way);
            ways.add(Map.copyOf(way));
        }
        return ways;
    }

    /** Letters and what is written for them, in turn; a hyphen for nothing. */
    private static void put(String pairs, Map<String, String> way) {
        String[] words = pairs.split(" ", -1);
        for (int i = 0; i + 1 < words.length; i += 2) {
            way.put(words[i], words[i + 1].equals("-") ? "" : words[i + 1]);
        }
    }
}
