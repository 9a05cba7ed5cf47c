package blackbox.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.Reason;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.neural.NeuralException;
import org.pixelanon.neural.OwnModels;

/**
 * Transformers that label pieces of text, from a folder. The stand-in has a row of numbers for each
 * piece, like a network that ignores neighbours.
 */
class OwnDetectorTest {

    private static final List<String> PIECES =
            List.of(
                    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "chest", "jan", "##e", "münster", "munster",
                    "Münster", ",", "lab");

    private static final String CONFIG =
            "{\"id2label\": {\"0\": \"O\", \"1\": \"B-PER\", \"2\": \"I-PER\", \"3\": \"B-LOC\"}}";

    private static final List<String> BERT =
            List.of("input_ids", "attention_mask", "token_type_ids");

    @TempDir private static Path cache;
    @TempDir private Path temporary;

    /** Names begin with "jan" and go on with "##e" at a likelihood of .84; towns are sure. */
    private static byte[] network(List<String> inputs, int labels) {
        float[] table = new float[PIECES.size() * labels];
        for (int piece = 0; piece < PIECES.size(); piece++) {
            String text = PIECES.get(piece);
            int label = text.endsWith("nster") ? 3 : text.equals("##e") ? 2 : 0;
            table[piece * labels + label] = text.equals("##e") ? 1.2f : 9;
        }
        return new Onnx()
                .constant("table", new long[] {PIECES.size(), labels}, table)
                .node("Gather", List.of("table", "input_ids"), "out", Map.of())
                .model(inputs, 3);
    }

    private static String tokenizer(boolean lower) {
        String vocabulary =
                IntStream.range(0, PIECES.size())
                        .mapToObj(i -> "\"" + PIECES.get(i) + "\": " + i)
                        .collect(Collectors.joining(", "));
        return """
               {"normalizer": {"type": "BertNormalizer", "lowercase": %s},
                "model": {"type": "WordPiece", "continuing_subword_prefix": "##", "vocab": {%s}}}
               """
                .formatted(lower, vocabulary);
    }

    private Path folder(byte[] model, String tokenizer, String config, String... lines)
            throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("own"));
        Files.write(folder.resolve("model.onnx"), model);
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer);
        Files.writeString(folder.resolve("config.json"), config);
        Files.write(
                folder.resolve("engine.properties"),
                Stream.concat(Stream.of("kind = detector"), Stream.of(lines)).toList());
        return folder;
    }

    private static PiiDetector detector(Path folder) throws IOException {
        DetectorEngine engine = (DetectorEngine) new OwnModels().engine(folder);
        EngineSettings settings = new EngineSettings(cache, Map.of());
        assertThat(engine.unavailable(settings)).isEmpty();
        return engine.detector(settings);
    }

    private static Optional<String> type(PiiDetector detector, String text) {
        Optional<Opinion> opinion = detector.judge(text, Identity.NONE);
        assertThat(opinion.stream()).allMatch(Opinion::sensitive);
        assertThat(opinion.stream()).allMatch(o -> o.reason().kind() == Reason.Kind.DETECTOR);
        return opinion.map(o -> o.reason().detail());
    }

    @Test
    void pieces_that_are_sensitive_hide_and_others_say_nothing() throws Exception {
        PiiDetector detector = detector(folder(network(BERT, 4), tokenizer(true), CONFIG));
        assertThat(detector.name()).isEqualTo("own");
        assertThat(type(detector, "Jane, CHEST")).contains("name");
        assertThat(type(detector, "chest,MÜNSTER")).contains("address");
        for (String text : List.of("CHEST", "jan", "lab", "Xylo", "", " ", "e")) {
            assertThat(type(detector, text)).as(text).isEmpty();
        }
    }

    @Test
    void case_and_accents_stay_where_the_tokenizer_says_so() throws Exception {
        PiiDetector detector = detector(folder(network(BERT, 4), tokenizer(false), CONFIG));
        assertThat(type(detector, "Münster")).contains("address");
        assertThat(type(detector, "MÜNSTER")).isEmpty();
        assertThat(type(detector, "Jane")).isEmpty();
    }

    @Test
    void a_network_that_takes_the_pieces_alone_is_understood() throws Exception {
        Path folder = folder(network(List.of("input_ids"), 4), tokenizer(true), CONFIG);
        assertThat(type(detector(folder), "jane")).contains("name");
    }

    @ParameterizedTest
    @CsvSource({"threshold = .8,true", "threshold = .9,false", "sensitive = loc,false"})
    void what_is_sensitive_and_from_when_on_may_be_said(String setting, boolean hidden)
            throws Exception {
        Path folder = folder(network(BERT, 4), tokenizer(true), CONFIG, setting);
        PiiDetector detector = detector(folder);
        assertThat(type(detector, "jane").isPresent()).isEqualTo(hidden);
        assertThat(type(detector, "munster")).contains("address");
    }

    @Test
    void a_long_text_is_shown_in_parts() throws Exception {
        Path folder = folder(network(BERT, 4), tokenizer(true), CONFIG, "pieces = 3");
        PiiDetector detector = detector(folder);
        for (int words = 0; words < 8; words++) {
            assertThat(type(detector, "chest ".repeat(words) + "munster")).contains("address");
        }
        assertThat(type(detector, "chest ".repeat(9))).isEmpty();
    }

    @Test
    void a_network_of_another_shape_is_refused_before_the_work() throws Exception {
        refused(folder(network(BERT, 5), tokenizer(true), CONFIG), "returns 1x2x5");
        refused(
                folder(network(List.of("input_ids", "pixels"), 4), tokenizer(true), CONFIG),
                "has inputs other than");
        refused(folder(new byte[] {1}, tokenizer(true), CONFIG), "model.onnx: cannot be loaded");
    }

    @Test
    void files_that_say_something_else_are_refused_by_their_names() throws Exception {
        byte[] network = network(BERT, 4);
        refused(
                folder(network, tokenizer(true).replace("WordPiece", "BPE"), CONFIG),
                "tokenizer.json: does not use WordPiece");
        refused(
                folder(network, tokenizer(true).replace("[SEP]", "[END]"), CONFIG),
                "tokenizer.json: has no piece [SEP]");
        refused(folder(network, "{}", CONFIG), "tokenizer.json: has no model");
        refused(folder(network, "[", CONFIG), "tokenizer.json: is no such file");
        refused(folder(network, tokenizer(true), "{}"), "config.json: has no id2label");
        refused(
                folder(network, tokenizer(true), CONFIG.replace("\"2\"", "\"7\"")),
                "config.json: has no label 2");
        refused(
                folder(network, tokenizer(true), CONFIG, "sensitive = PER, STREET"),
                "config.json: lacks labels");
        Files.delete(temporary.resolve("own/config.json"));
        assertThatThrownBy(() -> detector(temporary.resolve("own")))
                .isInstanceOf(NeuralException.class)
                .hasMessageContaining("config.json: cannot be read");
    }

    private static void refused(Path folder, String why) {
        assertThatThrownBy(() -> detector(folder))
                .isInstanceOf(NeuralException.class)
                .hasMessageContaining(why);
    }
}
