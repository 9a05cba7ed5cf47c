package org.pixelanon.pipeline.witness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.Engines;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextReader;
import org.pixelanon.pipeline.decide.RecognizerSource;

/** How much is done to find text. */
public enum Effort {

    /** One recogniser finds and reads. */
    FAST,

    /**
     * Strokes and two networks find, a network reads: finds more, and costs several times as much.
     */
    BALANCED,

    /** One more look of a network, for small letters. */
    THOROUGH;

    /** What is done unless a user says otherwise. */
    public static final Effort DEFAULT = BALANCED;

    /** What finds text beyond {@link #FAST}, unless a user says otherwise. */
    public static final List<String> FINDERS =
            List.of("components", "lines1", "lines1-dots", "barcodes", "ppocr4");

    private static final String READS = "reader";

    private static final List<String> MORE = List.of("ppocr3-fine");

    /** What reads it then. */
    public static final String READER = "ppocr4";

    /** What reads it once more where {@link #READER} is not sure. */
    static final String SECOND_READER = "tesseract";

    /**
     * What finds text with this effort, unless a user says otherwise.
     *
     * @return the names of finders
     */
    public List<String> finders() {
        List<String> finders = new ArrayList<>(FINDERS);
        if (this == THOROUGH) {
            finders.addAll(MORE);
        }
        return finders;
    }

    /**
     * Engines that a user chose. The finders are in the order that spares most planes the dear
     * ones, whatever the order in which they were named: the strokes see every plane, the usual
     * network at the end glances at it, and others stand between.
     *
     * @param engines those that there are
     * @param finders the names of what finds text, at least one
     * @param readers the names of what reads it, and of what is asked where that is not sure
     * @return the finders, then the readers
     * @throws IOException if one is missing
     */
    public static List<FoundEngine> witnesses(
            Engines engines, List<String> finders, List<String> readers) throws IOException {
        List<FoundEngine> witnesses = new ArrayList<>();
        for (String name :
                finders.stream()
                        .distinct()
                        .sorted(Comparator.comparingInt(Effort::place))
                        .toList()) {
            witnesses.add(engines.finder(name));
        }
        for (String reader : readers) {
            witnesses.add(engines.reader(reader));
        }
        return witnesses;
    }

    private static int place(String finder) {
        int usual = FINDERS.indexOf(finder);
        return usual == 0 ? 0 : usual < 0 ? 1 : 1 + usual;
    }

    /**
     * Unites engines.
     *
     * @param witnesses the finders, then one or two readers
     * @param settings what each is started with
     * @return a source of recognisers; nothing is loaded before the first
     */
    public static RecognizerSource united(
            List<FoundEngine> witnesses, Function<FoundEngine, EngineSettings> settings) {
        return () -> opened(witnesses, settings);
    }

    private static TextRecognizer opened(
            List<FoundEngine> witnesses, Function<FoundEngine, EngineSettings> settings)
            throws IOException {
        List<TextFinder> finders = new ArrayList<>();
        List<TextReader> readers = new ArrayList<>();
        boolean made = false;
        try {
            for (FoundEngine witness : witnesses) {
                if (witness.kind().equals(READS)) {
                    readers.add(witness.reader(settings.apply(witness)));
                } else {
                    finders.add(witness.finder(settings.apply(witness)));
                }
            }
            TextReader reader =
                    readers.size() == 1
                            ? readers.get(0)
                            : new SurerReader(readers.get(0), readers.get(1));
            TextRecognizer united = new UnitedRecognizer(finders, reader);
            made = true;
            return united;
        } finally {
            if (!made) {
                finders.forEach(TextFinder::close);
                readers.forEach(TextReader::close);
            }
        }
    }
}
