package org.pixelanon.synth.composite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.datafaker.Faker;
import org.pixelanon.synth.Chance;
import org.pixelanon.synth.face.Face;
import org.pixelanon.synth.face.Faces;

/**
 * An invented person.
 *
 * @param given given name
 * @param family family name
 * @param town the home town
 * @param street the name of a street
 */
record Persona(String given, String family, String town, String street) {

    /** All people of a split, the same for every seed. Not thread-safe. */
    static final class Crowd {
        private static final List<String> LANGUAGES =
                List.of(
                        "en-US", "en-GB", "de", "fr", "es", "it", "nl", "pl", "sv", "da-DK",
                        "nb-NO", "fi-FI", "pt-BR", "cs", "hu", "tr");
        private static final int EACH = 150;
        private static final int LONGEST = 18;

        private final Split split;
        private final Map<String, List<Persona>> byLanguage = new HashMap<>();

        Crowd(Split split) {
            this.split = split;
        }

        /** A random person; every part of the name and of the address belongs to the split. */
        Persona pick(Chance chance) {
            String language = chance.pick(LANGUAGES);
            List<Persona> all = byLanguage.computeIfAbsent(language, this::invent);
            return new Persona(
                    chance.pick(all).given,
                    chance.pick(all).family,
                    chance.pick(all).town,
                    chance.pick(all).street);
        }

        private List<Persona> invent(String language) {
            Faker faker =
                    new Faker(Locale.forLanguageTag(language), new Random(language.hashCode()));
            List<Persona> people = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                people.add(
                        new Persona(
                                own(() -> faker.name().firstName()),
                                own(() -> faker.name().lastName()),
                                own(() -> faker.address().city()),
                                own(() -> faker.address().streetName())));
            }
            return people;
        }

        /** Draws words until one belongs to the split and all built-in faces have its letters. */
        private String own(java.util.function.Supplier<String> source) {
            Face face = Faces.ofStrokes(12, 1, false);
            while (true) {
                String word = Faces.plain(source.get());
                if (word.length() <= LONGEST
                        && face.draws(word)
                        && split.holds("name:" + word.toLowerCase(Locale.ROOT))) {
                    return word;
                }
            }
        }
    }
}
