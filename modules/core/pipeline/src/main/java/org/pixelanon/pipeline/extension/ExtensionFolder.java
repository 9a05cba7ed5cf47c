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
 * The folder whose jars add engines. What lies there is executed, so the rule for native libraries
 * holds: nobody but this account and the administrator can change the folder or a jar.
 */
final class ExtensionFolder {

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
                throw refused(
                        jars.get(0),
                        "the folder, or one above it, belongs to somebody else or can be changed by others");
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
            throw refused(jar, "it is a link or no plain file");
        }
        if (!TrustedFolder.isOwnFile(jar)) {
            throw refused(jar, "it belongs to somebody else or can be changed by others");
        }
    }

    private static EngineException refused(Path jar, String why) {
        return new EngineException(jar + ": the extension is not loaded: " + why);
    }
}
