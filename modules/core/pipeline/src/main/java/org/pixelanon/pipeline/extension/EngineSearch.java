package org.pixelanon.pipeline.extension;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.Engine;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.Engines;
import org.pixelanon.model.engine.FinderEngine;
import org.pixelanon.model.engine.FormEngine;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.model.engine.ModelEngines;
import org.pixelanon.model.engine.ReaderEngine;
import org.pixelanon.model.engine.RecognizerEngine;

/**
 * Finds engines through {@link ServiceLoader}, which nothing else uses. Only the command line and
 * the workbench call it; everything else is handed what it needs.
 */
public final class EngineSearch {

    private static final List<Class<? extends Engine>> ALL =
            List.of(
                    RecognizerEngine.class,
                    FinderEngine.class,
                    ReaderEngine.class,
                    DetectorEngine.class,
                    FormEngine.class);

    private EngineSearch() {}

    /**
     * The engines of the program and those of its extensions.
     *
     * @param extensions the folder of jars, which may be absent; null for none
     * @return all of them, the program's first
     * @throws EngineException if a jar may not be executed or cannot be loaded, naming it, or two
     *     engines have one name
     */
    public static Engines all(@Nullable Path extensions) throws EngineException {
        return extensions == null ? ofProgram() : with(ofProgram(), extensions);
    }

    /**
     * The engines of the program, with the jars that users brought for them, and those of
     * extensions.
     *
     * @param program its engines
     * @param folder of jars, which may be absent
     * @return all of them, the program's first
     * @throws EngineException if a jar may not be executed or cannot be loaded, naming it, or two
     *     engines have one name
     */
    public static Engines with(Engines program, Path folder) throws EngineException {
        List<FoundEngine> engines = new ArrayList<>();
        for (FoundEngine engine : program.all()) {
            engines.add(engine.needsJars() ? BroughtJars.withJars(engine, folder) : engine);
        }
        return Engines.of(engines).and(of(folder));
    }

    /**
     * The engines of the program alone.
     *
     * @return all of them
     */
    public static Engines ofProgram() {
        try {
            return Engines.of(
                    providers(Engine.class.getClassLoader(), ALL).stream()
                            .map(FoundEngine::builtIn)
                            .toList());
        } catch (EngineException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The engines of extensions alone.
     *
     * @param folder of jars, and of models in its folder {@code models}; may be absent
     * @return all of them, in the order of the jars, then of the models
     * @throws EngineException if a jar may not be executed or cannot be loaded, or a model may not
     *     be used, naming it
     */
    public static List<FoundEngine> of(Path folder) throws EngineException {
        List<FoundEngine> found = new ArrayList<>();
        for (Path jar : ExtensionFolder.jars(folder)) {
            List<FoundEngine> engines = inJar(jar);
            if (engines.isEmpty()) {
                throw new EngineException(
                        jar
                                + ": the extension adds nothing: it has no service in "
                                + "META-INF/services");
            }
            found.addAll(engines);
        }
        for (Path model : ExtensionFolder.models(folder)) {
            found.add(ofModel(model));
        }
        return found;
    }

    private static FoundEngine ofModel(Path folder) throws EngineException {
        ModelEngines makers =
                ServiceLoader.load(ModelEngines.class, Engine.class.getClassLoader())
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new EngineException(
                                                folder + ": no engine here can run a model"));
        try {
            return FoundEngine.ofExtension(makers.engine(folder), folder.toString());
        } catch (EngineException e) {
            throw e;
        } catch (IOException e) {
            throw new EngineException(FailureText.of(e), e);
        }
    }

    private static List<FoundEngine> inJar(Path jar) throws EngineException {
        ExtensionJar classes = ExtensionJar.of(jar);
        List<FoundEngine> found = new ArrayList<>();
        try {
            for (Engine engine : providers(classes, ALL)) {
                found.add(FoundEngine.ofExtension(engine, jar.toString()));
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new EngineException(jar + ": the extension cannot be loaded: " + reason(e), e);
        }
        return found;
    }

    private static List<Engine> providers(
            ClassLoader classes, List<Class<? extends Engine>> kinds) {
        List<Engine> providers = new ArrayList<>();
        for (Class<? extends Engine> kind : kinds) {
            Iterator<? extends Engine> services = ServiceLoader.load(kind, classes).iterator();
            services.forEachRemaining(providers::add);
        }
        return providers;
    }

    /** What was thrown inside is told by its kind; what is wrong with the jar by its words. */
    private static String reason(Error problem) {
        Throwable cause = problem.getCause();
        if (problem instanceof ServiceConfigurationError && cause == null) {
            return String.valueOf(problem.getMessage());
        }
        Throwable thrown = cause == null ? problem : cause;
        String missing = thrown instanceof NoClassDefFoundError ? " " + thrown.getMessage() : "";
        return thrown.getClass().getSimpleName() + missing;
    }
}
