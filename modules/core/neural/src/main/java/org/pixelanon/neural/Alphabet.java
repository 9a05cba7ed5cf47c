package org.pixelanon.neural;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The characters that a line reader knows, in the order of its output. */
final class Alphabet {

    private static final String RESOURCE = "/models/ppocr_keys_v1.txt";

    private Alphabet() {}

    /** None, the characters of the file, the blank. */
    static List<String> ofReader() throws NeuralException {
        List<String> characters = new ArrayList<>(List.of(""));
        try (InputStream in = Alphabet.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new NeuralException(RESOURCE + ": is missing from the program");
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                characters.add(line);
            }
        } catch (NeuralException e) {
            throw e;
        } catch (IOException e) {
            throw new NeuralException(RESOURCE + ": cannot be read", e);
        }
        characters.add(" ");
        return characters;
    }
}
