package org.pixelanon.cli.option;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.Engines;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.pipeline.extension.EngineSearch;

/**
 * Names of engines for help, manual pages and completion, searched when these are written. If
 * extensions cannot be loaded, only built-in engines are named; using an engine reports the reason.
 */
final class FoundNames {

    private FoundNames() {}

    /** Recognisers. */
    static final class Recognizers implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(Engines::recognizers).iterator();
        }
    }

    /** Finders. */
    static final class Finders implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(Engines::finders).iterator();
        }
    }

    /** Readers. */
    static final class Readers implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(Engines::readers).iterator();
        }
    }

    /** Form classifiers. */
    static final class Forms implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(Engines::forms).iterator();
        }
    }

    /** Detectors. */
    static final class Detectors implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            List<String> names = new ArrayList<>(names(Engines::detectors));
            names.add("none");
            return names.iterator();
        }
    }

    private static List<String> names(Function<Engines, List<FoundEngine>> kind) {
        Engines engines;
        try {
            engines = EngineSearch.all(UserEnvironment.ofProcess().extensions().orElse(null));
        } catch (EngineException e) {
            engines = EngineSearch.ofProgram();
        }
        return kind.apply(engines).stream().map(FoundEngine::name).toList();
    }
}
