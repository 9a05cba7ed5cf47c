package org.pixelanon.neural;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.Printable;

/** A user's settings of a model, in the file {@code engine.properties} beside it. */
final class OwnSettings {

    private static final String FILE = "engine.properties";
    private static final float LARGEST = 1e6f;

    private final Path folder;
    private final Properties properties;
    private final Set<String> asked = new TreeSet<>();

    private OwnSettings(Path folder, Properties properties) {
        this.folder = folder;
        this.properties = properties;
    }

    /**
     * Reads the file.
     *
     * @param folder the folder of the file
     * @throws NeuralException if it cannot be read, naming it
     */
    static OwnSettings read(Path folder) throws NeuralException {
        Path file = folder.resolve(FILE);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new NeuralException(file + ": is not a properties file in UTF-8", e);
        } catch (IOException e) {
            throw new NeuralException(file + ": cannot be read: " + FailureText.reason(e), e);
        }
        return new OwnSettings(folder, properties);
    }

    /** The folder of the model. */
    Path folder() {
        return folder;
    }

    /** The value of a setting, else the default, without surrounding blanks. */
    String text(String key, String otherwise) {
        asked.add(key);
        return properties.getProperty(key, otherwise).strip();
    }

    /**
     * A setting with a choice of words.
     *
     * @param otherwise the default; not one of the words if there is none
     * @throws NeuralException if it is not one of them
     */
    String one(String key, String otherwise, String... words) throws NeuralException {
        String value = text(key, otherwise).toLowerCase(Locale.ROOT);
        if (!List.of(words).contains(value)) {
            throw wrong(key, "is not one of " + String.join(", ", words));
        }
        return value;
    }

    /** An integer within limits. */
    int whole(String key, int otherwise, int least, int most) throws NeuralException {
        try {
            int value = Integer.parseInt(text(key, String.valueOf(otherwise)));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw wrong(key, "is not an integer from " + least + " to " + most);
    }

    /** Comma-separated numbers: as many as expected, or one for all. */
    List<Float> numbers(String key, String otherwise, int count) throws NeuralException {
        List<Float> numbers = new ArrayList<>();
        for (String word : text(key, otherwise).split(",", -1)) {
            numbers.add(number(key, word.strip()));
        }
        if (numbers.size() == 1) {
            numbers = Collections.nCopies(count, numbers.get(0));
        }
        if (numbers.size() != count) {
            throw wrong(key, "is not one number or " + count + " comma-separated numbers");
        }
        return numbers;
    }

    private float number(String key, String word) throws NeuralException {
        try {
            float value = Float.parseFloat(word);
            if (Math.abs(value) <= LARGEST) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw wrong(key, "contains something that is not a number");
    }

    /** A regular file beside this one. */
    Path file(String key, String otherwise) throws NeuralException {
        String name = text(key, otherwise);
        Path file = folder.resolve(name).normalize();
        if (name.isEmpty() || !folder.equals(file.getParent())) {
            throw wrong(key, "is not a file in this folder");
        }
        return file;
    }

    /** The normalisation of the network's input. */
    Levels levels(String order, String mean, String deviation) throws NeuralException {
        Levels.Order channels =
                Levels.Order.valueOf(
                        one("channels", order, "bgr", "rgb", "grey").toUpperCase(Locale.ROOT));
        boolean grey = channels == Levels.Order.GREY;
        List<Float> divisors = numbers("deviation", grey ? ".5" : deviation, channels.channels());
        if (divisors.stream().anyMatch(d -> d <= 0)) {
            throw wrong("deviation", "is not greater than 0");
        }
        return new Levels(
                channels, numbers("mean", grey ? ".5" : mean, channels.channels()), divisors);
    }

    /** Refuses unknown settings, which would be ignored if misspelled. */
    void requireAllKnown() throws NeuralException {
        for (String key : properties.stringPropertyNames()) {
            if (!asked.contains(key)) {
                throw wrong(
                        Printable.of(key),
                        "is not a setting; known are " + String.join(", ", asked));
            }
        }
    }

    /** The failure for a setting that cannot be used. */
    NeuralException wrong(String key, String why) {
        return new NeuralException(folder.resolve(FILE) + ": " + key + " " + why);
    }
}
