package org.pixelanon.pii.token;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pixelanon.pii.text.PlainText;

/**
 * What a word that nobody knows may have been before it was misread. There is no correction if the
 * word, or what one mistake makes of it, is a name: that reading is as likely.
 */
final class Corrections {

    /** Shorter words are taken as they are read. */
    private static final int SHORTEST = 4;

    /** Words of letters only may be rare names; shorter ones are left alone. */
    private static final int SHORTEST_OF_LETTERS = 5;

    /** From so many signs on two mistakes are corrected. */
    private static final int LONG = 7;

    private static final int LONGEST = 20;

    private final NameFilter names;
    private final NameFilter rare;

    Corrections(NameFilter names, NameFilter rare) {
        this.names = names;
        this.rare = rare;
    }

    /** The words in upper case that may have stood there, the likelier first; empty if a name may. */
    List<Misreadings.Reading> of(String read) {
        boolean letters = read.chars().allMatch(Character::isLetter);
        if (read.length() < (letters ? SHORTEST_OF_LETTERS : SHORTEST)
                || read.length() > LONGEST
                || 2 * read.chars().filter(Character::isLetter).count() <= read.length()) {
            return List.of();
        }
        String plain = PlainText.of(read);
        if (names.holds(plain) || rare.holds(plain)) {
            return List.of();
        }
        List<Misreadings.Reading> readings = new ArrayList<>();
        List<String> near = Misreadings.oneAway(read);
        for (String one : near) {
            String word = PlainText.of(one);
            if (one.chars().allMatch(Character::isLetter) && names.holds(word)) {
                return List.of();
            }
            readings.add(new Misreadings.Reading(word, 1));
        }
        if (read.length() >= LONG) {
            Set<String> far = new LinkedHashSet<>();
            near.forEach(one -> Misreadings.oneAway(one).forEach(w -> far.add(PlainText.of(w))));
            far.forEach(word -> readings.add(new Misreadings.Reading(word, 2)));
        }
        return readings;
    }
}
