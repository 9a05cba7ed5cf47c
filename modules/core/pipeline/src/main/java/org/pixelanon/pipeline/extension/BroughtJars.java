package org.pixelanon.pipeline.extension;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.engine.EngineChoices;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.FoundEngine;

/**
 * Jars of others that an engine of the program works with, in the folder of its name in {@code
 * extensions}. They see nothing of the program and nothing of each other but themselves.
 */
public final class BroughtJars {

    private BroughtJars() {}

    /** The engine with its jars; as it is, if there are none. */
    static FoundEngine withJars(FoundEngine engine, Path extensions) throws EngineException {
        Path folder = extensions.resolve(engine.name());
        List<Path> jars = ExtensionFolder.jars(folder);
        return jars.isEmpty() ? engine : engine.with(loader(jars), folder.toString());
    }

    private static ClassLoader loader(List<Path> jars) throws EngineException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            try {
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new EngineException(jar + ": cannot be read: " + FailureText.reason(e), e);
            }
        }
        return new URLClassLoader(
                "brought", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /**
     * Copies jars to where an engine looks for them, all or none.
     *
     * @param engine works with jars
     * @param from the folder in which they lie
     * @param extensions the folder of extensions, made if it is absent
     * @param cache the folder for what engines keep
     * @return the folder in which they lie now
     * @throws EngineException if the engine needs none, cannot use these, or has some already; if
     *     the folder may be changed by others; or if they cannot be copied
     */
    public static Path add(FoundEngine engine, Path from, Path extensions, Path cache)
            throws EngineException {
        if (!engine.needsJars()) {
            throw new EngineException(engine + " uses no jars");
        }
        Path folder = extensions.resolve(engine.name());
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new EngineException(folder + ": already exists; delete it first");
        }
        Path unfinished = extensions.resolve("." + engine.name() + ".part");
        try {
            List<Path> jars = jarsIn(from);
            Files.createDirectories(extensions);
            delete(unfinished);
            Files.createDirectory(unfinished);
            for (Path jar : jars) {
                Files.copy(jar, unfinished.resolve(jar.getFileName().toString()));
            }
            requireUsable(engine, unfinished, from, cache);
            move(unfinished, folder);
            return folder;
        } catch (EngineException e) {
            throw e;
        } catch (IOException e) {
            throw new EngineException(
                    folder + ": cannot be filled from " + from + ": " + FailureText.reason(e), e);
        } finally {
            tidy(unfinished);
        }
    }

    private static List<Path> jarsIn(Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            List<Path> jars =
                    files.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList();
            if (jars.isEmpty()) {
                throw new EngineException(from + ": contains no jars");
            }
            return jars;
        }
    }

    private static void requireUsable(FoundEngine engine, Path folder, Path from, Path cache)
            throws IOException {
        try (URLClassLoader classes = (URLClassLoader) loader(ExtensionFolder.jars(folder))) {
            FoundEngine made = engine.with(classes, folder.toString());
            Optional<String> why =
                    made.unavailable(EngineChoices.NONE.settings(made, cache, Map.of()));
            if (why.isPresent()) {
                throw new EngineException(from + ": cannot be used: " + why.get());
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    private static void tidy(Path unfinished) throws EngineException {
        try {
            delete(unfinished);
        } catch (IOException e) {
            throw new EngineException(
                    unfinished + ": cannot be deleted: " + FailureText.reason(e), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
