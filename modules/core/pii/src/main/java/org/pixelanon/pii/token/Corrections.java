package org.pixelanon.pii.token;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pixelanon.pii.text.PlainText;

/**
 * What an unknown word may have been before it was misread. There is no correction if the word, or
 * anything one error away, is a name: that reading is as likely.
 */
final class Corrections {

    /** Shorter words are taken as they are read. */
    private static final int SHORTEST = 3;

    /** From so many signs on two mistakes are corrected. */
    private static final int LONG = 6;

    /** The same where a digit among the letters tells of one. */
    private static final int LONG_BROKEN = 5;

    private static final int LONGEST = 20;

    private final NameFilter names;
    private final NameFilter rare;

    Corrections(NameFilter names, NameFilter rare) {
        this.names = names;
        this.rare = rare;
    }

    /**
     * The words in upper case that may have stood there, the likelier first; empty if a name may.
     */
    List<Misreadings.Reading> of(String read) {
        long letters = read.chars().filter(Character::isLetter).count();
        if (read.length() < SHORTEST || read.length() > LONGEST || 2 * letters <= read.length()) {
            return List.of();
        }
        // two letters and a figure may be initials and a number
        boolean numbered = Character.isDigit(read.charAt(read.length() - 1));
        if (numbered && read.length() == SHORTEST) {
            return List.of();
        }
        String plain = PlainText.of(read);
        if (names.holds(plain) || rare.holds(plain)) {
            return List.of();
        }
        List<Misreadings.Reading> readings = new ArrayList<>();
        List<String> near = Misreadings.oneAway(read);
        for (String one : near) {
            String word = plain(one);
            if (one.chars().allMatch(Character::isLetter) && names.holds(word)) {
                return List.of();
            }
            readings.add(new Misreadings.Reading(word, 1));
        }
        boolean broken = letters < read.length();
        if (read.length() >= (broken ? LONG_BROKEN : LONG)) {
            Set<String> far = new LinkedHashSet<>();
            near.forEach(one -> Misreadings.oneAway(one).forEach(w -> far.add(plain(w))));
            far.forEach(word -> readings.add(new Misreadings.Reading(word, 2)));
        }
        return readings;
    }

    boolean isName(String read) {
        return names.holds(PlainText.of(read));
    }

    /** Whether a word is a name, or one mistake away from one. */
    boolean mayBeName(String read) {
        String plain = PlainText.of(read);
        if (names.holds(plain) || rare.holds(plain)) {
            return true;
        }
        for (String one : Misreadings.oneAway(read)) {
            if (one.chars().allMatch(Character::isLetter) && names.holds(plain(one))) {
                return true;
            }
        }
        return false;
    }

    /** In upper case without accents; most words have none. */
    private static String plain(String word) {
        boolean ascii = word.chars().allMatch(c -> c < 128);
        return ascii ? word.toUpperCase(Locale.ROOT) : PlainText.of(word);
    }
}
