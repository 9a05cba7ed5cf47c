package org.pixelanon.model.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Printable;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.model.form.FormClassifier;
import org.pixelanon.model.text.Calibration;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextReader;

/**
 * An engine that was found, its description at that time, and its origin. Engines of extensions,
 * finders and readers are watched: their exceptions become an {@link EngineException} that names
 * the engine, and they must answer in time. Immutable and thread-safe.
 */
public final class FoundEngine {

    /** Where the engines of the program itself are from. */
    public static final String BUILT_IN = "built in";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private final Engine engine;
    private final String name;
    private final String description;
    private final List<EngineOption> options;
    private final String origin;
    private final boolean extension;

    private FoundEngine(Engine engine, String origin, boolean extension) throws EngineException {
        this.engine = engine;
        this.origin = origin;
        this.extension = extension;
        name = engine.name();
        description = Printable.of(engine.description());
        List<EngineOption> declared = new ArrayList<>(engine.options());
        if (isWatched()) {
            declared.add(TimeLimit.OPTION);
        }
        options = List.copyOf(declared);
        Set<String> names = new HashSet<>();
        for (EngineOption option : options) {
            if (!NAME.matcher(option.name()).matches() || !names.add(option.name())) {
                throw refused("option '" + Printable.of(option.name()) + "' is twice or no name");
            }
        }
        if (!NAME.matcher(name).matches()) {
            throw refused("'" + Printable.of(name) + "' is no name for an engine");
        }
    }

    /**
     * One of the program itself.
     *
     * @param engine the engine
     * @return what it says about itself
     */
    public static FoundEngine builtIn(Engine engine) {
        try {
            return new FoundEngine(engine, BUILT_IN, false);
        } catch (EngineException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * One that somebody else added.
     *
     * @param engine the engine
     * @param origin where it is from, for people: the path of a jar
     * @return what it says about itself
     * @throws EngineException if it says nothing sensible of itself
     */
    public static FoundEngine ofExtension(Engine engine, String origin) throws EngineException {
        return Watch.over(
                origin + ": " + engine.getClass().getName(),
                () -> new FoundEngine(engine, origin, true));
    }

    /** Returns whether what it makes is called with a limit of time, on its own thread. */
    private boolean isWatched() {
        return engine instanceof FinderEngine || engine instanceof ReaderEngine || extension;
    }

    private EngineException refused(String why) {
        return new EngineException(origin + ": " + engine.getClass().getName() + ": " + why);
    }

    /**
     * What it makes.
     *
     * @return {@code recogniser}, {@code finder}, {@code reader}, {@code detector} or {@code forms}
     */
    public String kind() {
        return engine.kind();
    }

    /**
     * The name by which users choose it.
     *
     * @return as it was when it was found
     */
    public String name() {
        return name;
    }

    /**
     * What it does.
     *
     * @return one line for people
     */
    public String description() {
        return description;
    }

    /**
     * What users may set.
     *
     * @return one entry each
     */
    public List<EngineOption> options() {
        return options;
    }

    /**
     * Where it is from.
     *
     * @return {@link #BUILT_IN} or the path of a jar
     */
    public String origin() {
        return origin;
    }

    /**
     * Returns whether somebody else added it.
     *
     * @return false for the program's own
     */
    public boolean isExtension() {
        return extension;
    }

    /**
     * Returns whether it works with jars that users bring.
     *
     * @return true also if it has them
     */
    public boolean needsJars() {
        return engine instanceof JarsEngine;
    }

    /**
     * The same with jars that a user brought; it is watched then, as an extension is.
     *
     * @param jars the classes and resources of all of them
     * @param from where they are, for people
     * @return one that has them
     * @throws EngineException if it works with none
     */
    public FoundEngine with(ClassLoader jars, String from) throws EngineException {
        if (engine instanceof JarsEngine source) {
            return ofExtension(source.with(jars), from);
        }
        throw new EngineException(this + " uses no jars");
    }

    /**
     * The class that it is, for messages.
     *
     * @return its name
     */
    String className() {
        return engine.getClass().getName();
    }

    boolean is(Class<? extends Engine> kind) {
        return kind.isInstance(engine);
    }

    /**
     * Why it cannot be used here.
     *
     * @param settings as it would be started with
     * @return one line for people; empty if it can be used
     */
    public Optional<String> unavailable(EngineSettings settings) {
        if (isWatched()) {
            Optional<String> problem = TimeLimit.problem(settings.options());
            if (problem.isPresent()) {
                return problem;
            }
        }
        try {
            return Watch.over(toString(), () -> engine.unavailable(settings)).map(Printable::of);
        } catch (IOException e) {
            return Optional.of(FailureText.reason(e));
        }
    }

    /**
     * What it works with, where it is available.
     *
     * @return one line for people; empty if it needs nothing beside itself, or does not tell
     */
    public Optional<String> parts() {
        try {
            return Watch.over(toString(), engine::parts).map(Printable::of);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes a detector.
     *
     * @param settings what it is made with
     * @return a detector, shared by all workers
     * @throws IOException if this is none, it is not available, or it cannot be made
     */
    public PiiDetector detector(EngineSettings settings) throws IOException {
        if (!(engine instanceof DetectorEngine source)) {
            throw new EngineException(this + " judges no text");
        }
        requireAvailable(settings);
        if (!extension) {
            return source.detector(settings);
        }
        PiiDetector made = Watch.over(toString(), () -> source.detector(settings));
        return new WatchedDetector(made, name, TimeLimit.of(settings.options()));
    }

    /**
     * Starts a recogniser.
     *
     * @param settings what it is started with
     * @return a new one, for one worker, who closes it
     * @throws IOException if this is none, it is not available, or it cannot be started
     */
    public TextRecognizer recognizer(EngineSettings settings) throws IOException {
        if (!(engine instanceof RecognizerEngine source)) {
            throw new EngineException(this + " reads no text");
        }
        requireAvailable(settings);
        if (!extension) {
            return source.recognizer(settings);
        }
        return new WatchedRecognizer(
                name, watched(settings, () -> source.recognizer(settings), TextRecognizer::close));
    }

    private <E> Watched<E> watched(
            EngineSettings settings, Watch.Call<E> start, Watched.Ending<E> ending)
            throws IOException {
        TimeLimit limit = TimeLimit.of(settings.options());
        boolean ours = engine.getClass().getClassLoader() == Engine.class.getClassLoader();
        return new Watched<>(toString(), ours, limit, start, ending);
    }

    /**
     * Ends what cannot begin.
     *
     * @param settings as it would be started with
     * @throws EngineException if it is not available, with the reason
     */
    public void requireAvailable(EngineSettings settings) throws EngineException {
        Optional<String> why = unavailable(settings);
        if (why.isPresent()) {
            throw new EngineException(this + " is not available: " + why.get());
        }
    }

    /**
     * Starts a finder.
     *
     * @param settings what it is started with
     * @return a new one, for one worker, who closes it
     * @throws IOException if it finds no text, is not available, or cannot be started
     */
    public TextFinder finder(EngineSettings settings) throws IOException {
        if (!(engine instanceof FinderEngine source)) {
            throw new EngineException(this + " finds no text");
        }
        requireAvailable(settings);
        return new WatchedFinder(
                name, watched(settings, () -> source.finder(settings), TextFinder::close));
    }

    /**
     * Starts a reader.
     *
     * @param settings what it is started with
     * @return a new one, for one worker, who closes it
     * @throws IOException if it reads no lines, is not available, or cannot be started
     */
    public TextReader reader(EngineSettings settings) throws IOException {
        if (!(engine instanceof ReaderEngine source)) {
            throw new EngineException(this + " reads no lines");
        }
        requireAvailable(settings);
        return new WatchedReader(
                name,
                watched(settings, () -> source.reader(settings), TextReader::close),
                extension ? Calibration.UNKNOWN : Calibration.NONE);
    }

    /**
     * Starts a classifier of forms.
     *
     * @param settings what it is started with
     * @return a new one, for one worker, who closes it
     * @throws IOException if it tells no forms, is not available, or cannot be started
     */
    public FormClassifier forms(EngineSettings settings) throws IOException {
        if (!(engine instanceof FormEngine source)) {
            throw new EngineException(this + " detects no scanned forms");
        }
        requireAvailable(settings);
        if (!extension) {
            return source.classifier(settings);
        }
        return new WatchedForms(
                name, watched(settings, () -> source.classifier(settings), FormClassifier::close));
    }

    /** Kind and name, as messages begin. */
    @Override
    public String toString() {
        return kind() + " " + name;
    }
}
