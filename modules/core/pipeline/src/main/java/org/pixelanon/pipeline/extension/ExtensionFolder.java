package org.pixelanon.pipeline.extension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.natives.TrustedFolder;

/**
 * The folder whose jars and models add engines. They are executed, so the rule for native libraries
 * applies: only this account and the administrator can change the folder or a file.
 */
final class ExtensionFolder {

    private static final String MODELS = "models";

    private static final String OTHERS_CHANGE_FOLDER =
            "the folder, or one above it, belongs to someone else or is writable by others";

    private ExtensionFolder() {}

    /**
     * Its jars.
     *
     * @param folder which may be absent
     * @return plain files in the order of their names, each of which may be executed
     * @throws EngineException if one may not, or the folder cannot be read; naming it
     */
    static List<Path> jars(Path folder) throws EngineException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try {
            Path real = folder.toRealPath();
            List<Path> jars = named(real);
            if (!jars.isEmpty() && !TrustedFolder.isTrusted(real)) {
                throw refused(jars.get(0), OTHERS_CHANGE_FOLDER);
            }
            for (Path jar : jars) {
                requireOwn(jar);
            }
            return jars;
        } catch (EngineException e) {
            throw e;
        } catch (IOException e) {
            throw new EngineException(
                    folder + ": extensions cannot be read: " + FailureText.reason(e), e);
        }
    }

    /**
     * The folders of models in it.
     *
     * @param folder which may be absent
     * @return in the order of their names; all that lies in them may be used
     * @throws EngineException if a folder or a file may not be used, or cannot be read; naming it
     */
    static List<Path> models(Path folder) throws EngineException {
        Path models = folder.resolve(MODELS);
        if (!Files.exists(models, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try {
            if (!Files.isDirectory(models, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(models, "it is a link or not a folder");
            }
            List<Path> all = listed(models.toRealPath());
            for (Path model : all) {
                if (!Files.isDirectory(model, LinkOption.NOFOLLOW_LINKS)) {
                    throw refused(model, "it is a link or not a folder");
                }
                if (!TrustedFolder.isTrusted(model)) {
                    throw refused(model, OTHERS_CHANGE_FOLDER);
                }
                for (Path file : listed(model)) {
                    requireOwn(file);
                }
            }
            return all;
        } catch (EngineException e) {
            throw e;
        } catch (IOException e) {
            throw new EngineException(
                    models + ": extensions cannot be read: " + FailureText.reason(e), e);
        }
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> !lower(f).startsWith(".")).sorted().toList();
        }
    }

    private static List<Path> named(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> lower(f).endsWith(".jar")).sorted().toList();
        }
    }

    private static String lower(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static void requireOwn(Path jar) throws IOException {
        if (!Files.isRegularFile(jar, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(jar, "it is a link or not a regular file");
        }
        if (!TrustedFolder.isOwnFile(jar)) {
            throw refused(jar, "it belongs to someone else or is writable by others");
        }
    }

    private static EngineException refused(Path jar, String why) {
        return new EngineException(jar + ": the extension is not loaded: " + why);
    }
}
