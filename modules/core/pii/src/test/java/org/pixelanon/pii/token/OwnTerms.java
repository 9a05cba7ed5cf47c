package org.pixelanon.pii.token;

import java.util.ArrayList;
import java.util.List;

/** The harmless terms of the data files, and numbers with labels and units as they allow them. */
public final class OwnTerms {

    private static final List<String> WORDS =
            List.of(
                    "anatomy.txt",
                    "marker.txt",
                    "measurement.txt",
                    "probe.txt",
                    "screen.txt",
                    "technique.txt",
                    "view.txt",
                    "standard.txt");

    private OwnTerms() {}

    /** Every word and phrase but those of manufacturers. */
    public static List<String> words() {
        List<String> terms = new ArrayList<>();
        WORDS.forEach(file -> gather(file, ";", terms));
        return terms;
    }

    /** Manufacturers and models. */
    public static List<String> brands() {
        List<String> terms = new ArrayList<>();
        gather("brand.txt", ";", terms);
        return terms;
    }

    /** Labels of numbers. */
    public static List<String> labels() {
        List<String> terms = new ArrayList<>();
        DataFile.read(
                "labels.txt",
                (file, line) -> {
                    String names = line.text().substring(0, line.text().indexOf('|'));
                    for (String name : names.split(",")) {
                        terms.add(name.strip().replaceFirst("^['~]", ""));
                    }
                });
        return terms;
    }

    /** Units of numbers. */
    public static List<String> units() {
        List<String> terms = new ArrayList<>();
        DataFile.read(
                "units.txt",
                (file, line) ->
                        terms.addAll(
                                List.of(
                                        line.text()
                                                .substring(0, line.text().indexOf('|'))
                                                .strip()
                                                .split(" +"))));
        return terms;
    }

    private static void gather(String file, String sign, List<String> terms) {
        DataFile.read(
                file,
                (name, line) -> {
                    for (String term : line.text().split(sign)) {
                        if (!term.isBlank()) {
                            terms.add(term.strip());
                        }
                    }
                });
    }
}
