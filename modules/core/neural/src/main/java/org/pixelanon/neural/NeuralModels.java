package org.pixelanon.neural;

import ai.djl.Model;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The networks that come with the program, each loaded once for all workers. Thread-safe; the
 * creator closes it after what it made.
 */
public final class NeuralModels implements AutoCloseable {

    private static final String ALPHABET = "/models/ppocr_keys_v1.txt";

    private final Model detector4;
    private final Model detector3;
    private final Model reader;
    private final List<String> alphabet;

    private NeuralModels(Model detector4, Model detector3, Model reader, List<String> alphabet) {
        this.detector4 = detector4;
        this.detector3 = detector3;
        this.reader = reader;
        this.alphabet = alphabet;
    }

    /**
     * Loads the networks.
     *
     * @param cacheFolder where libraries and models are unpacked to
     * @return the networks, to be closed by the caller
     * @throws NeuralException if there is no runtime for this computer, or a model is missing or
     *     not the one that belongs to the program
     */
    public static NeuralModels load(Path cacheFolder) throws NeuralException {
        OnnxRuntime runtime = OnnxRuntime.start(cacheFolder);
        List<Model> loaded = new ArrayList<>();
        boolean ready = false;
        try {
            for (BundledModel model : BundledModel.values()) {
                loaded.add(runtime.load(model));
            }
            NeuralModels models =
                    new NeuralModels(loaded.get(0), loaded.get(1), loaded.get(2), alphabet());
            ready = true;
            return models;
        } finally {
            if (!ready) {
                loaded.forEach(Model::close);
            }
        }
    }

    /** None, the characters of the file, the blank. */
    private static List<String> alphabet() throws NeuralException {
        List<String> characters = new ArrayList<>(List.of(""));
        try (InputStream in = NeuralModels.class.getResourceAsStream(ALPHABET)) {
            if (in == null) {
                throw new NeuralException(ALPHABET + ": is missing from the program");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(characters::add);
        } catch (NeuralException e) {
            throw e;
        } catch (IOException e) {
            throw new NeuralException(ALPHABET + ": cannot be read", e);
        }
        characters.add(" ");
        return characters;
    }

    /**
     * Makes the detectors of one worker.
     *
     * @return two detectors whose errors differ, to be closed by the caller
     */
    public List<NeuralDetector> detectors() {
        return List.of(
                new NeuralDetector(new Network("ppocr4", detector4)),
                new NeuralDetector(new Network("ppocr3", detector3)));
    }

    /**
     * Makes the reader of one worker.
     *
     * @return a reader, to be closed by the caller
     */
    public NeuralReader reader() {
        return new NeuralReader(new Network("ppocr4", reader), alphabet);
    }

    @Override
    public void close() {
        detector4.close();
        detector3.close();
        reader.close();
    }
}
