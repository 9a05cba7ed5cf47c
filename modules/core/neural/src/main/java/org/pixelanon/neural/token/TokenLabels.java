package org.pixelanon.neural.token;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The labels of a network, and which of them are sensitive.
 *
 * @param types for each label, in the order of the network, the word used in reasons; empty if
 *     harmless
 */
public record TokenLabels(List<String> types) {

    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("PER", "name"),
                    Map.entry("PERSON", "name"),
                    Map.entry("NAME", "name"),
                    Map.entry("PATIENT", "name"),
                    Map.entry("STAFF", "name"),
                    Map.entry("LOC", "address"),
                    Map.entry("LOCATION", "address"),
                    Map.entry("GPE", "address"),
                    Map.entry("ORG", "institution"),
                    Map.entry("HOSP", "institution"),
                    Map.entry("DATE", "date"),
                    Map.entry("TIME", "time"),
                    Map.entry("AGE", "age"),
                    Map.entry("ID", "identifier"),
                    Map.entry("PHONE", "phone"));

    /** Copies the list. */
    public TokenLabels {
        types = List.copyOf(types);
    }

    /**
     * Reads {@code id2label}.
     *
     * @param config the content of {@code config.json}
     * @param sensitive the sensitive labels without B- and I-; none for all except O
     * @return the labels
     * @throws JsonParseException if it has no such labels; the message names what is missing
     */
    public static TokenLabels of(JsonObject config, Set<String> sensitive) {
        JsonElement labels = config.get("id2label");
        if (labels == null || !labels.isJsonObject() || labels.getAsJsonObject().isEmpty()) {
            throw new JsonParseException("has no id2label");
        }
        List<String> types = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < labels.getAsJsonObject().size(); i++) {
            JsonElement label = labels.getAsJsonObject().get(String.valueOf(i));
            if (label == null) {
                throw new JsonParseException("has no label " + i);
            }
            String bare =
                    label.getAsString().toUpperCase(Locale.ROOT).replaceFirst("^[BIESLU]-", "");
            seen.add(bare);
            boolean hides = sensitive.isEmpty() ? !bare.equals("O") : sensitive.contains(bare);
            types.add(hides ? WORDS.getOrDefault(bare, "text") : "");
        }
        if (!seen.containsAll(sensitive) || types.stream().allMatch(String::isEmpty)) {
            throw new JsonParseException("lacks labels that should be sensitive");
        }
        return new TokenLabels(types);
    }
}
