package org.pixelanon.synth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.datafaker.Faker;
import org.pixelanon.synth.face.Face;
import org.pixelanon.synth.face.Faces;

/** Invented people from many countries; the same seed gives the same people. */
final class People {
    private static final List<String> LANGUAGES =
            List.of(
                    "en-US", "en-GB", "de", "fr", "es", "it", "nl", "pl", "sv", "da-DK", "nb-NO",
                    "fi-FI", "pt-BR", "cs", "hu", "tr", "sk", "en-IND");
    private static final int EACH = 40;

    /** A person, and the town where they may work. */
    record Person(String given, String family, String town) {}

    private final long seed;
    private final Map<String, List<Person>> byLanguage = new HashMap<>();

    People(long seed) {
        this.seed = seed;
    }

    /** A random person whose name our font can draw. */
    Person pick(Chance chance) {
        String language = chance.pick(LANGUAGES);
        return chance.pick(byLanguage.computeIfAbsent(language, this::invent));
    }

    private List<Person> invent(String language) {
        long own = Chance.mix(seed ^ language.hashCode());
        Faker faker = new Faker(Locale.forLanguageTag(language), new Random(own));
        Face face = Faces.ofStrokes(12, 1, false);
        List<Person> people = new ArrayList<>();
        while (people.size() < EACH) {
            Person person =
                    new Person(
                            faker.name().firstName(),
                            faker.name().lastName(),
                            faker.address().city());
            if (face.draws(Faces.plain(person.given + person.family + person.town))) {
                people.add(person);
            }
        }
        return people;
    }
}
