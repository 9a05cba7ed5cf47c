package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.Reason;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.pii.process.FlairEngine;
import org.pixelanon.pii.process.SpacyEngine;
import org.pixelanon.pii.process.StanzaEngine;

/**
 * The script that asks spaCy, flair and Stanza, with stand-ins of their modules: they take what
 * begins with a capital for an entity. An interpreter of its own finds them.
 */
class PythonLibrariesTest {

    private static final String ENTITIES =
            """
            class Entity:
                def __init__(self, label):
                    self.label_ = self.type = self.value = label
            def entities(text):
                print("loud")
                return [Entity({"J": "PERSON", "P": "GPE", "X": "CARDINAL"}.get(w[0], "MISC"))
                        for w in text.split() if w[0].isupper()]
            """;

    private static final String SPACY =
            """
            class Doc:
                def __init__(self, text):
                    self.ents = entities(text)
            def load(model):
                if model != "en_core_web_sm":
                    raise OSError("no model " + model)
                return Doc
            """;

    private static final String STANZA =
            """
            class Doc:
                def __init__(self, text):
                    self.ents = entities(text)
            def Pipeline(lang, processors, download_method, verbose):
                assert (lang, processors, download_method) == ("en", "tokenize,ner", None)
                return Doc
            """;

    private static final String FLAIR_DATA =
            """
            class Sentence:
                def __init__(self, text):
                    self.text = text
                    self.labels = None
                def get_labels(self, kind):
                    return self.labels[kind]
            """;

    private static final String FLAIR_MODELS =
            """
            class SequenceTagger:
                def load(name):
                    assert name == "flair/ner-english"
                    return SequenceTagger()
                def predict(self, sentence):
                    sentence.labels = {"ner": entities(sentence.text)}
            """;

    @TempDir Path folder;
    private Path python;

    @BeforeEach
    void make() throws Exception {
        Path real = Path.of("/usr/bin/python3");
        assumeTrue(Files.isExecutable(real), "needs Python");
        python = folder.resolve("python");
        Files.writeString(
                python, "#!/bin/sh\nPYTHONPATH='" + folder + "' exec " + real + " \"$@\"\n");
        assertThat(python.toFile().setExecutable(true)).isTrue();
    }

    private void module(String path, String code) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, ENTITIES + code);
    }

    private EngineSettings settings(DetectorEngine engine, Map<String, String> more) {
        Map<String, String> set = new java.util.HashMap<>(more);
        set.put("python", python.toString());
        return ProgramsTest.settings(engine, set);
    }

    private static DetectorEngine engine(String name) {
        return switch (name) {
            case "spacy" -> new SpacyEngine();
            case "flair" -> new FlairEngine();
            default -> new StanzaEngine();
        };
    }

    private void install(String name) throws Exception {
        switch (name) {
            case "spacy" -> module("spacy.py", SPACY);
            case "flair" -> {
                module("flair/__init__.py", "");
                module("flair/data.py", FLAIR_DATA);
                module("flair/models.py", FLAIR_MODELS);
            }
            default -> module("stanza.py", STANZA);
        }
    }

    @ParameterizedTest
    @CsvSource({"spacy", "flair", "stanza"})
    void each_library_is_asked_as_it_wants_to_be(String name) throws Exception {
        DetectorEngine engine = engine(name);
        EngineSettings settings = settings(engine, Map.of());
        assertThat(engine.unavailable(settings).orElseThrow())
                .contains("has no module " + name, "pip install " + name, "MB");

        install(name);
        assertThat(engine.unavailable(settings)).isEmpty();
        PiiDetector detector = engine.detector(settings);
        assertThat(judge(detector, "for Jane"))
                .contains(new Opinion(true, new Reason(Reason.Kind.DETECTOR, name + ": name")));
        assertThat(judge(detector, "in Paris").orElseThrow().reason().detail())
                .isEqualTo(name + ": address");
        assertThat(judge(detector, "X 12")).isEmpty();
        assertThat(judge(detector, "chest")).isEmpty();
    }

    private static Optional<Opinion> judge(PiiDetector detector, String text) {
        return detector.judge(text, Identity.NONE);
    }

    @Test
    void a_model_that_is_not_there_is_told_before_the_work() throws Exception {
        install("spacy");
        DetectorEngine engine = engine("spacy");
        assertThatThrownBy(() -> engine.detector(settings(engine, Map.of("model", "de_core"))))
                .isInstanceOf(EngineException.class)
                .hasMessage("detector spacy cannot work: OSError: no model de_core");
    }

    @Test
    void an_interpreter_that_is_not_there_is_told_with_how_to_install() {
        DetectorEngine engine = engine("spacy");
        EngineSettings settings =
                ProgramsTest.settings(engine, Map.of("python", folder + "/absent"));
        assertThat(engine.unavailable(settings).orElseThrow())
                .startsWith("there is no ")
                .contains("pip install spacy");
    }
}
