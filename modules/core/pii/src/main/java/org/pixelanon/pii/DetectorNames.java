package org.pixelanon.pii;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.Engines;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.pii.names.NamesEngine;

/**
 * The detectors a user names. {@code none}, alone, is no detector: text is not judged then.
 *
 * @param engines in the order of their names, each once; empty for {@code none}
 */
public record DetectorNames(List<FoundEngine> engines) {

    /** What judges text where nothing else is asked for. */
    public static final String DEFAULT = "tags,patterns,allowlist,opennlp";

    private static final String NONE = "none";

    /** How models of spaCy are named, which the Python tool took for detectors. */
    private static final Pattern MODEL = Pattern.compile("[a-z]{2}_[a-z]+_[a-z]+_[a-z]+");

    /** Copies the list. */
    public DetectorNames {
        engines = List.copyOf(engines);
    }

    /**
     * Finds what names mean.
     *
     * @param names as written; {@code ocr_allowlist} is {@code allowlist}
     * @param there the engines that there are
     * @return the detectors
     * @throws PiiException if a name is unknown, there is none, or {@code none} is not alone
     */
    public static DetectorNames of(List<String> names, Engines there) throws PiiException {
        Set<String> plain = new LinkedHashSet<>(names.stream().map(DetectorNames::plain).toList());
        List<FoundEngine> engines = new ArrayList<>();
        for (String name : plain) {
            if (!name.equals(NONE)) {
                engines.add(named(name, there));
            }
        }
        if (plain.isEmpty() || (plain.contains(NONE) && plain.size() > 1)) {
            throw new PiiException("choose detectors from " + all(there, ", or ") + "none alone");
        }
        return new DetectorNames(engines);
    }

    /**
     * Returns whether names are those of our own detectors, so that nothing else needs to be looked
     * for.
     *
     * @param names as written
     * @return true if all are
     */
    public static boolean areOwn(List<String> names) {
        Set<String> own = new LinkedHashSet<>(List.of(NONE));
        own().detectors().forEach(e -> own.add(e.name()));
        return names.stream().map(DetectorNames::plain).allMatch(own::contains);
    }

    /**
     * Our own detectors.
     *
     * @return always the same
     */
    public static Engines own() {
        try {
            return Engines.of(
                    List.of(
                            FoundEngine.builtIn(new TagsEngine()),
                            FoundEngine.builtIn(new PatternsEngine()),
                            FoundEngine.builtIn(new AllowListEngine()),
                            FoundEngine.builtIn(new NamesEngine())));
        } catch (EngineException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FoundEngine named(String name, Engines there) throws PiiException {
        for (FoundEngine engine : there.detectors()) {
            if (engine.name().equals(name)) {
                return engine;
            }
        }
        if (MODEL.matcher(name).matches()) {
            throw new PiiException(
                    "'"
                            + name
                            + "' is no detector but a model: --pii spacy --engine-option spacy.model="
                            + name);
        }
        throw new PiiException(
                "unknown detector '" + name + "'; known are " + all(there, ", ") + NONE);
    }

    private static String all(Engines there, String last) {
        List<String> names = there.detectors().stream().map(FoundEngine::name).toList();
        return String.join(", ", names) + last;
    }

    private static String plain(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return plain.equals("ocr_allowlist") ? AllowListEngine.NAME : plain;
    }
}
