package org.pixelanon.pii.names;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.ml.BeamSearch;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** Trains the model of {@link NameVeto}; models/names.md describes it. Argument: the file. */
public final class TrainNames {

    private static final int LINES = 160_000;
    private static final long SEED = 11;

    /** A feature seen less often says nothing. */
    private static final int CUTOFF = 5;

    private static final int ITERATIONS = 250;

    /**
     * Letters of a token in a row, and whether the tokens beside it are words, numbers or signs.
     */
    private static final String FEATURES =
            """
            <featureGenerators name="names">
                <generator class="opennlp.tools.util.featuregen.CharacterNgramFeatureGeneratorFactory">
                  <int name="min">2</int><int name="max">5</int>
                </generator>
                <generator class="opennlp.tools.util.featuregen.PrefixFeatureGeneratorFactory">
                  <int name="length">5</int>
                </generator>
                <generator class="opennlp.tools.util.featuregen.SuffixFeatureGeneratorFactory">
                  <int name="length">5</int>
                </generator>
                <generator class="opennlp.tools.util.featuregen.WindowFeatureGeneratorFactory">
                  <int name="prevLength">1</int><int name="nextLength">1</int>
                  <generator class="opennlp.tools.util.featuregen.TokenClassFeatureGeneratorFactory"/>
                </generator>
            </featureGenerators>
            """;

    private TrainNames() {}

    public static void main(String[] args) throws IOException {
        NameLines lines = new NameLines(false, SEED);
        NameSample[] samples = new NameSample[LINES];
        for (int i = 0; i < LINES; i++) {
            NameLines.Line line = i % 2 == 0 ? lines.withName() : lines.withoutName();
            samples[i] = line.sample();
        }
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, "MAXENT");
        parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(BeamSearch.BEAM_SIZE_PARAMETER, 1);
        TokenNameFinderFactory factory =
                new TokenNameFinderFactory(
                        FEATURES.getBytes(StandardCharsets.UTF_8), Map.of(), new BioCodec());
        long start = System.nanoTime();
        try (ObjectStream<NameSample> stream = ObjectStreamUtils.createObjectStream(samples)) {
            TokenNameFinderModel model =
                    NameFinderME.train("und", "name", stream, parameters, factory);
            try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
                model.serialize(out);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d lines, %d names, %.0f s, %d bytes%n",
                LINES,
                lines.names().size(),
                (System.nanoTime() - start) / 1e9,
                Files.size(Path.of(args[0])));
    }
}
