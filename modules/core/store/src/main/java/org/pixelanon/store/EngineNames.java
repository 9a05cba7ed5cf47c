package org.pixelanon.store;

import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of recognisers and judges in the Python tool's database, and their names in its CSV
 * files. Immutable.
 */
public final class EngineNames {

    /** The number of no engine: a person, or nobody. */
    public static final int NONE = -1;

    /** The words for it. */
    private static final String NO_RECOGNISER = "NOOCR";

    private static final String NO_JUDGE = "NONLP";

    private static final Map<Integer, String> RECOGNISERS =
            new TreeMap<>(
                    Map.of(
                            1,
                            "tesseract",
                            2,
                            "easyocr",
                            3,
                            "keras",
                            4,
                            "ultrasoundregions",
                            5,
                            "scannedform"));

    /** The first of several numbers with one word is the one that the word stands for. */
    private static final Map<Integer, String> JUDGES =
            new TreeMap<>(
                    Map.of(
                            10,
                            "spacy",
                            11,
                            "spacy",
                            12,
                            "spacy",
                            13,
                            "spacy",
                            20,
                            "flair",
                            30,
                            "stanford",
                            40,
                            "stanza",
                            50,
                            "allowlist",
                            60,
                            "scannedform"));

    private EngineNames() {}

    /**
     * The word for a recogniser.
     *
     * @param number a value of the column {@code ocrengine}
     * @return its name, {@code NOOCR} for none; an unknown number as it is, never blank
     */
    public static String recogniser(int number) {
        return name(RECOGNISERS, number, NO_RECOGNISER);
    }

    /**
     * The number of a recogniser.
     *
     * @param name a value of the column {@code ocr_engine}
     * @return its number, -1 for none and for unknown ones
     */
    public static int recogniser(String name) {
        return number(RECOGNISERS, name);
    }

    /**
     * The word for what judged a text.
     *
     * @param number a value of the column {@code nerengine}
     * @return its name, {@code NONLP} for none; an unknown number as it is, never blank
     */
    public static String judge(int number) {
        return name(JUDGES, number, NO_JUDGE);
    }

    /**
     * The number of what judged a text.
     *
     * @param name a value of the column {@code ner_engine}
     * @return its number, of several the first; -1 for none and for unknown ones
     */
    public static int judge(String name) {
        return number(JUDGES, name);
    }

    private static String name(Map<Integer, String> names, int number, String none) {
        return number == NONE ? none : names.getOrDefault(number, Integer.toString(number));
    }

    private static int number(Map<Integer, String> names, String name) {
        for (Map.Entry<Integer, String> entry : names.entrySet()) {
            if (entry.getValue().equals(name) || entry.getKey().toString().equals(name)) {
                return entry.getKey();
            }
        }
        return NONE;
    }
}
