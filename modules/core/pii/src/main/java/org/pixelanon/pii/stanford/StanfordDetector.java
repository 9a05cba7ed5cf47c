package org.pixelanon.pii.stanford;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Reason;
import org.pixelanon.model.engine.EngineException;

/**
 * A classifier of Stanford CoreNLP. What it finds is sensitive; finding nothing has no effect. It
 * recognises names by their capitals, so a line in capitals is also shown in lower case.
 * Thread-safe: one text is judged at a time.
 */
final class StanfordDetector implements PiiDetector {

    /** The classifier's. */
    static final String CLASS = "edu.stanford.nlp.ie.crf.CRFClassifier";

    private static final Map<String, String> TYPES =
            Map.of(
                    "PERSON", "name",
                    "LOCATION", "address",
                    "ORGANIZATION", "institution",
                    "DATE", "date",
                    "TIME", "time");

    private final Object classifier;
    private final Method classify;

    private StanfordDetector(Object classifier, Method classify) {
        this.classifier = classifier;
        this.classify = classify;
    }

    /**
     * Loads a model.
     *
     * @param jars hold the classes and the model
     * @param model its path in them
     * @throws EngineException if they do not hold what they should, or the model cannot be loaded
     */
    static StanfordDetector of(ClassLoader jars, String model) throws EngineException {
        try {
            Class<?> type = jars.loadClass(CLASS);
            Object classifier = type.getMethod("getClassifier", String.class).invoke(null, model);
            if (classifier == null) {
                throw failed("loads no model", null);
            }
            return new StanfordDetector(
                    classifier, type.getMethod("classifyToCharacterOffsets", String.class));
        } catch (InvocationTargetException e) {
            throw failed("cannot load " + model, e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw failed("has an unsupported version", e);
        }
    }

    @Override
    public String name() {
        return StanfordEngine.NAME;
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        Set<String> forms = new LinkedHashSet<>(List.of(text, capitalised(text)));
        for (String form : forms) {
            for (Object found : found(form)) {
                String type = TYPES.get(type(found));
                if (type != null) {
                    return Optional.of(new Opinion(true, new Reason(Reason.Kind.DETECTOR, type)));
                }
            }
        }
        return Optional.empty();
    }

    private synchronized List<?> found(String text) {
        try {
            return (List<?>) classify.invoke(classifier, text);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first of three: the type, then where it begins and ends. */
    private static String type(Object triple) {
        try {
            return String.valueOf(triple.getClass().getMethod("first").invoke(triple));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each word with a capital and small letters. */
    private static String capitalised(String text) {
        StringBuilder capitalised = new StringBuilder(text.toLowerCase(Locale.ROOT));
        for (int i = 0; i < capitalised.length(); i++) {
            if (i == 0 || !Character.isLetter(capitalised.charAt(i - 1))) {
                capitalised.setCharAt(i, Character.toUpperCase(capitalised.charAt(i)));
            }
        }
        return capitalised.toString();
    }

    private static EngineException failed(String how, @Nullable Throwable why) {
        return new EngineException("detector " + StanfordEngine.NAME + " " + how, why);
    }
}
