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
import org.pixelanon.pipeline.decide.RecognizerSource;

/** How much is done to find text. */
public enum Effort {

    /** One recogniser finds and reads. */
    FAST,

    /**
     * Strokes and two networks find, a network reads: finds more, and costs several times as much.
     */
    BALANCED,

    /** Two more looks of a network, for small letters and for those made of dots. */
    THOROUGH;

    /** What is done unless a user says otherwise. */
    public static final Effort DEFAULT = FAST;

    /** What finds text beyond {@link #FAST}, unless a user says otherwise. */
    public static final List<String> FINDERS = List.of("components", "ppocr4", "ppocr3");

    private static final List<String> MORE = List.of("ppocr3-fine", "ppocr3-dots");

    /** What reads it then. */
    public static final String READER = "ppocr4";

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
     * @param reader the name of what reads it
     * @return the finders, then the reader
     * @throws IOException if one is missing
     */
    public static List<FoundEngine> witnesses(Engines engines, List<String> finders, String reader)
            throws IOException {
        List<FoundEngine> witnesses = new ArrayList<>();
        for (String name :
                finders.stream()
                        .distinct()
                        .sorted(Comparator.comparingInt(Effort::place))
                        .toList()) {
            witnesses.add(engines.finder(name));
        }
        witnesses.add(engines.reader(reader));
        return witnesses;
    }

    private static int place(String finder) {
        int usual = FINDERS.indexOf(finder);
        return usual == 0 ? 0 : usual < 0 ? 1 : 1 + usual;
    }

    /**
     * Unites engines.
     *
     * @param witnesses the finders, then the reader
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
        FoundEngine reader = witnesses.get(witnesses.size() - 1);
        boolean made = false;
        try {
            for (FoundEngine finder : witnesses.subList(0, witnesses.size() - 1)) {
                finders.add(finder.finder(settings.apply(finder)));
            }
            TextRecognizer united =
                    new UnitedRecognizer(finders, reader.reader(settings.apply(reader)));
            made = true;
            return united;
        } finally {
            if (!made) {
                finders.forEach(TextFinder::close);
            }
        }
    }
}
