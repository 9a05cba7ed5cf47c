package org.pixelanon.pii.stanford;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.EngineOption;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.JarsEngine;

/**
 * Asks the recogniser of names of Stanford CoreNLP. Its licence (GPL) keeps it out of the
 * distribution, so that it is called by the names of its classes and methods only.
 */
public final class StanfordEngine implements JarsEngine {

    /** By which users choose it; the folder of its jars is called so, too. */
    static final String NAME = "stanford";

    private static final String VERSION = "4.5.10";
    private static final EngineOption MODEL =
            new EngineOption(
                    "model",
                    "path of the model in the jars",
                    "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz");

    private final @Nullable ClassLoader jars;

    /** Without its jars. */
    public StanfordEngine() {
        this(null);
    }

    private StanfordEngine(@Nullable ClassLoader jars) {
        this.jars = jars;
    }

    @Override
    public DetectorEngine with(ClassLoader brought) {
        return new StanfordEngine(brought);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "marks as sensitive what Stanford CoreNLP recognises as a name, place or "
                + "organisation";
    }

    @Override
    public List<EngineOption> options() {
        return List.of(MODEL);
    }

    @Override
    public Optional<String> unavailable(EngineSettings settings) {
        if (jars == null) {
            return Optional.of("its jars are not in the extensions folder; " + howToInstall());
        }
        String model = settings.option(MODEL.name());
        for (String part : List.of(StanfordDetector.CLASS.replace('.', '/') + ".class", model)) {
            if (jars.getResource(part) == null) {
                return Optional.of("its jars contain no " + part + "; " + howToInstall());
            }
        }
        return Optional.empty();
    }

    private static String howToInstall() {
        String copy =
                "mvn dependency:copy -DoutputDirectory=stanford -Dartifact=edu.stanford.nlp:stanford-corenlp:"
                        + VERSION;
        return "install: "
                + copy
                + " && "
                + copy
                + ":jar:models && pixelanon engines add "
                + NAME
                + " --from stanford (9 MB and 474 MB, GPL-3.0-or-later)";
    }

    @Override
    public PiiDetector detector(EngineSettings settings) throws EngineException {
        if (jars == null) {
            throw new EngineException("detector " + NAME + " has no jars");
        }
        return StanfordDetector.of(jars, settings.option(MODEL.name()));
    }
}
