package org.pixelanon.model.engine;

import java.util.List;
import java.util.Optional;

/**
 * Describes an implementation of a service before it is started. Implementations have a public
 * constructor without parameters, are immutable and thread-safe, and load nothing heavy before they
 * make something.
 */
public sealed interface Engine
        permits RecognizerEngine, DetectorEngine, FinderEngine, FormEngine, ReaderEngine {

    /**
     * What it makes, as one word for people.
     *
     * @return {@code recogniser}, {@code detector}, {@code finder}, {@code reader} or {@code forms}
     */
    String kind();

    /**
     * The name by which users choose it.
     *
     * @return lower-case letters, digits and hyphens, beginning with a letter, 32 at most
     */
    String name();

    /**
     * What it does.
     *
     * @return one line for people
     */
    String description();

    /**
     * What users may set.
     *
     * @return one entry each; none if there is nothing to set
     */
    default List<EngineOption> options() {
        return List.of();
    }

    /**
     * Why it cannot be used here, for instance because a model is missing or is not what it should
     * be. Quick: nothing is loaded for it.
     *
     * @param settings as it would be started with
     * @return one line for people; empty if it can be used
     */
    default Optional<String> unavailable(EngineSettings settings) {
        return Optional.empty();
    }

    /**
     * What it works with, where it is available: models with what is known of their checksums, and
     * native libraries.
     *
     * @return one line for people; empty if it needs nothing beside itself
     */
    default Optional<String> parts() {
        return Optional.empty();
    }
}
