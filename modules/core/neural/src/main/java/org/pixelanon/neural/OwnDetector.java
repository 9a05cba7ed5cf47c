package org.pixelanon.neural;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.neural.token.TokenLabels;
import org.pixelanon.neural.token.WordPieces;

/** Starts a user's detector: a transformer that labels pieces of text. */
final class OwnDetector implements DetectorEngine {

    private final String name;
    private final String description;
    private final Path tokenizer;
    private final Path config;
    private final Set<String> sensitive;
    private final float threshold;
    private final int longest;
    private final SharedModel model;

    /**
     * Creates a detector that loads nothing yet.
     *
     * @param name the name by which users choose it
     * @param settings the user's settings of the model
     * @throws NeuralException if they cannot be used
     */
    OwnDetector(String name, OwnSettings settings) throws NeuralException {
        this.name = name;
        description =
                settings.text("description", "marks as sensitive what your own network labels");
        tokenizer = settings.file("tokenizer", "tokenizer.json");
        config = settings.file("config", "config.json");
        sensitive =
                Arrays.stream(settings.text("sensitive", "").split(",", -1))
                        .map(label -> label.strip().toUpperCase(Locale.ROOT))
                        .filter(label -> !label.isEmpty())
                        .collect(Collectors.toSet());
        threshold = settings.numbers("threshold", ".5", 1).get(0);
        if (!(threshold > 0 && threshold <= 1)) {
            throw settings.wrong("threshold", "is not a likelihood above 0");
        }
        longest = settings.whole("pieces", 510, 1, 100_000);
        model = new SharedModel(OwnModelFile.of(settings));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Optional<String> unavailable(EngineSettings settings) {
        return OnnxRuntime.unavailable().or(model::problem);
    }

    @Override
    public Optional<String> parts() {
        return Optional.of(model.words() + ", " + OnnxRuntime.words());
    }

    @Override
    public PiiDetector detector(EngineSettings settings) throws NeuralException {
        TokenLabels labels = read(config, json -> TokenLabels.of(json, sensitive));
        WordPieces pieces = read(tokenizer, WordPieces::of);
        TokenNetwork network =
                new TokenNetwork(name, model.loaded(settings.cache()), labels.types().size());
        TokenDetector detector =
                new TokenDetector(name, network, pieces, labels, threshold, longest);
        detector.tryOut();
        return detector;
    }

    private static <T> T read(Path file, Function<JsonObject, T> meaning) throws NeuralException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return meaning.apply(JsonParser.parseReader(reader).getAsJsonObject());
        } catch (IOException e) {
            throw new NeuralException(file + ": cannot be read: " + FailureText.reason(e), e);
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | NumberFormatException e) {
            boolean told = e instanceof JsonParseException && e.getCause() == null;
            throw new NeuralException(file + ": " + (told ? e.getMessage() : "is no such file"), e);
        }
    }
}
