package org.pixelanon.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openide.util.Lookup;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.Engine;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.Engines;
import org.pixelanon.model.engine.FinderEngine;
import org.pixelanon.model.engine.FormEngine;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.model.engine.ReaderEngine;
import org.pixelanon.model.engine.RecognizerEngine;
import org.pixelanon.pipeline.extension.EngineSearch;

/**
 * The engines of the platform's modules, found by its lookup, and of the jars in the folder {@code
 * extensions} of the installation. Thread-safe.
 */
final class ApplicationEngines implements EngineSource {

    private final Lookup services;
    private @Nullable Engines known;

    /**
     * @param services finds the services of modules
     */
    ApplicationEngines(Lookup services) {
        this.services = services;
    }

    @Override
    public synchronized Engines find() throws EngineException {
        Engines found = known;
        if (found == null) {
            List<Engine> contributed = new ArrayList<>();
            contributed.addAll(services.lookupAll(RecognizerEngine.class));
            contributed.addAll(services.lookupAll(FinderEngine.class));
            contributed.addAll(services.lookupAll(ReaderEngine.class));
            contributed.addAll(services.lookupAll(DetectorEngine.class));
            contributed.addAll(services.lookupAll(FormEngine.class));
            List<FoundEngine> engines = new ArrayList<>();
            for (Engine engine : contributed) {
                engines.add(ofModule(engine));
            }
            Optional<Path> folder = folder();
            found = Engines.of(engines);
            if (folder.isPresent()) {
                found = EngineSearch.with(found, folder.get());
            }
            known = found;
        }
        return found;
    }

    private static FoundEngine ofModule(Engine engine) throws EngineException {
        ClassLoader module = engine.getClass().getClassLoader();
        return module == Engine.class.getClassLoader()
                ? FoundEngine.builtIn(engine)
                : FoundEngine.ofExtension(engine, String.valueOf(module));
    }

    /** The folder named by the launcher, else that beside the folders of the application. */
    private static Optional<Path> folder() {
        return UserEnvironment.ofProcess()
                .extensions()
                .or(
                        () ->
                                Optional.ofNullable(System.getProperty("netbeans.home"))
                                        .map(
                                                platform ->
                                                        Path.of(platform)
                                                                .resolveSibling("extensions")));
    }
}
