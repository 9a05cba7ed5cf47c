package org.pixelanon.model.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All engines that were found, by kind and name. Immutable and thread-safe. */
public final class Engines {

    private final List<FoundEngine> all;

    private Engines(List<FoundEngine> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Those of a list, in its order.
     *
     * @param found the engines
     * @return the engines
     * @throws EngineException if two of a kind have one name, naming both
     */
    public static Engines of(List<FoundEngine> found) throws EngineException {
        Map<String, FoundEngine> named = new HashMap<>();
        for (FoundEngine engine : found) {
            FoundEngine other = named.putIfAbsent(engine.toString(), engine);
            if (other != null) {
                throw new EngineException(
                        "there are two engines named "
                                + engine
                                + ": "
                                + place(other)
                                + " and "
                                + place(engine));
            }
        }
        return new Engines(found);
    }

    private static String place(FoundEngine engine) {
        return engine.className() + " (" + engine.origin() + ")";
    }

    /**
     * These and others behind them.
     *
     * @param others found elsewhere
     * @return all of them
     * @throws EngineException if two of a kind have one name, naming both
     */
    public Engines and(List<FoundEngine> others) throws EngineException {
        List<FoundEngine> both = new ArrayList<>(all);
        both.addAll(others);
        return of(both);
    }

    /**
     * All of them.
     *
     * @return in the order in which they were found
     */
    public List<FoundEngine> all() {
        return all;
    }

    /**
     * Those that read text.
     *
     * @return in the order in which they were found
     */
    public List<FoundEngine> recognizers() {
        return of(RecognizerEngine.class);
    }

    private List<FoundEngine> of(Class<? extends Engine> kind) {
        return all.stream().filter(engine -> engine.is(kind)).toList();
    }

    /**
     * Those that judge text.
     *
     * @return in the order in which they were found
     */
    public List<FoundEngine> detectors() {
        return of(DetectorEngine.class);
    }

    /**
     * Those that find lines of text.
     *
     * @return in the order in which they were found
     */
    public List<FoundEngine> finders() {
        return of(FinderEngine.class);
    }

    /**
     * Those that read lines of text.
     *
     * @return in the order in which they were found
     */
    public List<FoundEngine> readers() {
        return of(ReaderEngine.class);
    }

    /**
     * Those that tell scanned forms from pictures.
     *
     * @return in the order in which they were found
     */
    public List<FoundEngine> forms() {
        return of(FormEngine.class);
    }

    /**
     * What finds lines of text under a name.
     *
     * @param name the name
     * @return the engine
     * @throws EngineException if there is none, naming those that there are
     */
    public FoundEngine finder(String name) throws EngineException {
        return named("finder", name, finders());
    }

    /**
     * What tells scanned forms under a name.
     *
     * @param name the name
     * @return the engine
     * @throws EngineException if there is none, naming those that there are
     */
    public FoundEngine forms(String name) throws EngineException {
        return named("classifier of forms", name, forms());
    }

    /**
     * What reads lines of text under a name.
     *
     * @param name the name
     * @return the engine
     * @throws EngineException if there is none, naming those that there are
     */
    public FoundEngine reader(String name) throws EngineException {
        return named("reader", name, readers());
    }

    /**
     * What reads text under a name.
     *
     * @param name the name
     * @return the engine
     * @throws EngineException if there is none, naming those that there are
     */
    public FoundEngine recognizer(String name) throws EngineException {
        return named("recogniser", name, recognizers());
    }

    /**
     * What judges text under a name.
     *
     * @param name the name
     * @return the engine
     * @throws EngineException if there is none, naming those that there are
     */
    public FoundEngine detector(String name) throws EngineException {
        return named("detector", name, detectors());
    }

    private static FoundEngine named(String kind, String name, List<FoundEngine> engines)
            throws EngineException {
        for (FoundEngine engine : engines) {
            if (engine.name().equals(name)) {
                return engine;
            }
        }
        List<String> names = engines.stream().map(FoundEngine::name).toList();
        throw new EngineException(
                "unknown " + kind + " '" + name + "'; known are " + String.join(", ", names));
    }
}
