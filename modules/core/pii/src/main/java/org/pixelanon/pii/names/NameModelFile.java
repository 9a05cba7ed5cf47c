package org.pixelanon.pii.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;

/** The model in the jar, loaded once. */
final class NameModelFile {

    private static final String FILE = "names.bin";

    private static final TokenNameFinderModel MODEL = read();

    private NameModelFile() {}

    /** What finds names on one thread. */
    static NameFinderME finder() {
        return new NameFinderME(MODEL);
    }

    private static TokenNameFinderModel read() {
        try (InputStream in = NameModelFile.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the jar");
            }
            return new TokenNameFinderModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " in the jar is broken", e);
        }
    }
}
