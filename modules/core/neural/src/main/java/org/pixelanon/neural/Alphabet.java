package org.pixelanon.neural;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.FailureText;

/** The characters that a line reader knows, in the order of its output. */
final class Alphabet {

    private static final String RESOURCE = "/models/ppocr_keys_v1.txt";

    private Alphabet() {}

    /** The blank symbol, the characters of the file, and a space. */
    static List<String> ofReader() throws NeuralException {
        try (InputStream in = Alphabet.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new NeuralException(RESOURCE + ": is missing from the installation");
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8), true);
        } catch (NeuralException e) {
            throw e;
        } catch (IOException e) {
            throw new NeuralException(RESOURCE + ": cannot be read", e);
        }
    }

    /**
     * The blank symbol and the characters of a file.
     *
     * @param file one per line, in UTF-8
     * @param space whether a space follows them
     */
    static List<String> of(Path file, boolean space) throws NeuralException {
        try (Reader in = Files.newBufferedReader(file)) {
            List<String> characters = read(in, space);
            if (characters.stream().skip(1).anyMatch(String::isEmpty)) {
                throw new NeuralException(file + ": has a line without a character");
            }
            return characters;
        } catch (NeuralException e) {
            throw e;
        } catch (CharacterCodingException e) {
            throw new NeuralException(file + ": is not in UTF-8", e);
        } catch (IOException e) {
            throw new NeuralException(file + ": cannot be read: " + FailureText.reason(e), e);
        }
    }

    private static List<String> read(Reader in, boolean space) throws IOException {
        List<String> characters = new ArrayList<>(List.of(""));
        BufferedReader lines = new BufferedReader(in);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            characters.add(line);
        }
        if (space) {
            characters.add(" ");
        }
        return characters;
    }
}
