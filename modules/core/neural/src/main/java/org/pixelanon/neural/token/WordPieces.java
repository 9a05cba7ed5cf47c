package org.pixelanon.neural.token;

import ai.djl.modality.nlp.Vocabulary;
import ai.djl.modality.nlp.bert.BertFullTokenizer;
import ai.djl.modality.nlp.bert.WordpieceTokenizer;
import ai.djl.modality.nlp.preprocess.LambdaProcessor;
import ai.djl.modality.nlp.preprocess.PunctuationSeparator;
import ai.djl.modality.nlp.preprocess.SimpleTokenizer;
import ai.djl.modality.nlp.preprocess.TextProcessor;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Divides a text into the word pieces of a BERT-like network. Immutable and thread-safe. */
public final class WordPieces {

    private static final String UNKNOWN = "[UNK]";
    private static final int LONGEST_WORD = 100;

    private final Known known;
    private final List<TextProcessor> processors;
    private final WordpieceTokenizer pieces;
    private final long first;
    private final long last;

    /** Ids of pieces. */
    private record Known(Map<String, Long> numbers) implements Vocabulary {
        @Override
        public boolean contains(String token) {
            return numbers.containsKey(token);
        }

        @Override
        public String getToken(long index) {
            throw new UnsupportedOperationException("nothing is turned back into text");
        }

        @Override
        public long getIndex(String token) {
            Long number = numbers.get(token);
            return number == null ? numbers.getOrDefault(UNKNOWN, 0L) : number;
        }

        @Override
        public long size() {
            return numbers.size();
        }
    }

    private WordPieces(Known known, boolean lower) {
        this.known = known;
        processors =
                lower
                        ? BertFullTokenizer.getPreprocessors(true)
                        : List.of(
                                new LambdaProcessor(String::trim),
                                new SimpleTokenizer(),
                                new PunctuationSeparator(),
                                new LambdaProcessor(String::trim));
        pieces = new WordpieceTokenizer(known, UNKNOWN, LONGEST_WORD);
        first = known.getIndex("[CLS]");
        last = known.getIndex("[SEP]");
    }

    /**
     * Parses a file {@code tokenizer.json} of Hugging Face.
     *
     * @param tokenizer its content
     * @return the pieces
     * @throws JsonParseException if it is not a WordPiece tokenizer; the message names what is
     *     missing
     */
    public static WordPieces of(JsonObject tokenizer) {
        JsonObject model = object(tokenizer, "model");
        JsonElement type = model.get("type");
        if (type != null && !type.getAsString().equals("WordPiece")) {
            throw new JsonParseException("does not use WordPiece");
        }
        JsonElement mark = model.get("continuing_subword_prefix");
        if (mark != null && !mark.getAsString().equals("##")) {
            throw new JsonParseException("does not mark pieces with ##");
        }
        Map<String, Long> numbers = new HashMap<>();
        object(model, "vocab")
                .entrySet()
                .forEach(e -> numbers.put(e.getKey(), e.getValue().getAsLong()));
        for (String needed : List.of(UNKNOWN, "[CLS]", "[SEP]")) {
            if (!numbers.containsKey(needed)) {
                throw new JsonParseException("has no piece " + needed);
            }
        }
        return new WordPieces(new Known(numbers), isLower(tokenizer.get("normalizer")));
    }

    private static JsonObject object(JsonObject of, String name) {
        return Optional.ofNullable(of.get(name))
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .orElseThrow(() -> new JsonParseException("has no " + name));
    }

    private static boolean isLower(JsonElement normalizer) {
        return normalizer instanceof JsonObject of
                && of.get("lowercase") != null
                && of.get("lowercase").getAsBoolean();
    }

    /**
     * The ids of the pieces of a text.
     *
     * @param text any text
     * @return the ids; none if no character of it counts
     */
    public long[] of(String text) {
        List<String> tokens = List.of(text);
        for (TextProcessor processor : processors) {
            tokens = processor.preprocess(tokens);
        }
        return pieces.preprocess(tokens).stream()
                .filter(piece -> !piece.isEmpty())
                .mapToLong(known::getIndex)
                .toArray();
    }

    /**
     * Puts pieces between the markers for beginning and end.
     *
     * @param numbers ids of pieces
     * @param from the first of them, 0-based
     * @param to the one after the last
     * @return the ids with both markers
     */
    public long[] enclosed(long[] numbers, int from, int to) {
        long[] all = new long[to - from + 2];
        System.arraycopy(numbers, from, all, 1, to - from);
        all[0] = first;
        all[all.length - 1] = last;
        return all;
    }
}
