package org.pixelanon.pipeline.extension;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.engine.Engine;
import org.pixelanon.model.engine.EngineException;

/**
 * The classes of one jar beside those of the program. It sees neither other extensions nor files
 * that its manifest names; its services are its own alone.
 */
final class ExtensionJar extends URLClassLoader {

    private static final String SERVICES = "META-INF/services/";

    private ExtensionJar(URL jar) {
        super("extension", new URL[] {jar}, Engine.class.getClassLoader());
    }

    /**
     * Opens a jar for as long as the program runs.
     *
     * @param jar a file that may be executed
     * @return its classes
     * @throws EngineException if it is no jar, or names other files in its manifest
     */
    static ExtensionJar of(Path jar) throws EngineException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            boolean leadsOut =
                    manifest != null
                            && manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH)
                                    != null;
            if (leadsOut) {
                throw new EngineException(
                        jar
                                + ": the extension is not loaded: its manifest has a Class-Path; "
                                + "the jar must contain everything");
            }
            return new ExtensionJar(jar.toUri().toURL());
        } catch (EngineException e) {
            throw e;
        } catch (IOException e) {
            throw new EngineException(
                    jar + ": the extension cannot be read: " + FailureText.reason(e), e);
        }
    }

    /** Other jars must not answer when this one is asked for its services. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.startsWith(SERVICES) ? findResources(name) : super.getResources(name);
    }
}
