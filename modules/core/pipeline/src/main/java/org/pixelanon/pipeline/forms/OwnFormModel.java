package org.pixelanon.pipeline.forms;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.pixelanon.model.Hashes;
import org.pixelanon.model.form.FormAnswer;
import org.pixelanon.pipeline.PipelineException;

/**
 * What a user's files add to a classifier: a weight for its answer and for each of its features
 * (logistic regression). Written as properties; the last line is the SHA-256 of those before it.
 *
 * @param network the SHA-256 of the network that the features come from
 * @param weights of the answer, then of the features
 * @param bias what is added
 */
public record OwnFormModel(String network, List<Double> weights, double bias) {

    private static final String HEAD = "# PixelAnon model of scanned forms\n";
    private static final String SUM = "sha256=";
    private static final long LONGEST = 1 << 20;

    /** Of a likelihood no more than so much is believed, as a logarithm of the odds. */
    private static final double SUREST = 8;

    /** Copies the list. */
    public OwnFormModel {
        weights = List.copyOf(weights);
    }

    /**
     * What the model weighs.
     *
     * @param answer of the classifier
     * @return the logarithm of the odds, then the features
     */
    static List<Double> inputs(FormAnswer answer) {
        double odds = Math.log(answer.likelihood() / (1 - answer.likelihood()));
        List<Double> inputs = new ArrayList<>(answer.features().size() + 1);
        inputs.add(Math.max(-SUREST, Math.min(SUREST, odds)));
        inputs.addAll(answer.features());
        return inputs;
    }

    /**
     * Weighs an answer.
     *
     * @param answer of the classifier that the model was trained with
     * @return the same with another likelihood
     * @throws PipelineException if it has another number of features
     */
    FormAnswer weigh(FormAnswer answer) throws PipelineException {
        List<Double> inputs = inputs(answer);
        if (inputs.size() != weights.size()) {
            throw new PipelineException(
                    "the model is for "
                            + (weights.size() - 1)
                            + " features, not "
                            + (inputs.size() - 1));
        }
        double sum = bias;
        for (int i = 0; i < inputs.size(); i++) {
            sum += weights.get(i) * inputs.get(i);
        }
        return new FormAnswer(1 / (1 + Math.exp(-sum)), answer.features());
    }

    /**
     * Writes the model.
     *
     * @param out not closed by this
     * @throws IOException if it cannot be written
     */
    public void write(Writer out) throws IOException {
        String all =
                HEAD
                        + "format=1\nnetwork="
                        + network
                        + "\nbias="
                        + bias
                        + "\nweights="
                        + weights.stream().map(String::valueOf).collect(Collectors.joining(","))
                        + "\n";
        out.write(all + SUM + Hashes.hex(Hashes.sha256(all)) + "\n");
    }

    /**
     * Reads a model.
     *
     * @param file the file
     * @return the model
     * @throws PipelineException if it cannot be read or is not what was written, naming the file
     */
    public static OwnFormModel read(Path file) throws PipelineException {
        String text;
        try {
            if (Files.size(file) > LONGEST) {
                throw broken(file);
            }
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new PipelineException(file + ": is not a model of scanned forms", e);
        } catch (IOException e) {
            throw new PipelineException(file + ": cannot be read", e);
        }
        int sum = text.lastIndexOf(SUM);
        if (!text.startsWith(HEAD) || sum < 0) {
            throw broken(file);
        }
        String all = text.substring(0, sum);
        if (!text.substring(sum + SUM.length()).strip().equals(Hashes.hex(Hashes.sha256(all)))) {
            throw new PipelineException(
                    file + ": was changed after it was written: wrong checksum");
        }
        try (Reader reader = new StringReader(all)) {
            Properties properties = new Properties();
            properties.load(reader);
            return of(properties);
        } catch (IOException | IllegalArgumentException e) {
            throw new PipelineException(file + ": is not a model of scanned forms", e);
        }
    }

    private static PipelineException broken(Path file) {
        return new PipelineException(file + ": is not a model of scanned forms");
    }

    private static OwnFormModel of(Properties properties) {
        List<Double> weights = new ArrayList<>();
        for (String weight : properties.getProperty("weights", "").split(",", -1)) {
            weights.add(finite(weight));
        }
        return new OwnFormModel(
                properties.getProperty("network", ""),
                weights,
                finite(properties.getProperty("bias", "")));
    }

    private static double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }
}
