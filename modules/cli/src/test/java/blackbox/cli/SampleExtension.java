package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Jars for a folder of extensions, compiled outside the tree like third-party projects. */
record SampleExtension(Path work, Path folder) {

    static final Path SAMPLE =
            Path.of(System.getProperty("pixelanon.root"), "docs/extending/sample/src/main");

    private static final String SERVICES = "META-INF/services/org.pixelanon.model.engine.";

    /** The sample of docs/extending.md as a jar in the folder. */
    Path sample() throws IOException {
        Path copy = work.resolve("sample");
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(SAMPLE.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        List<Path> sources = Command.files(copy.resolve("java"));
        return jar("wards.jar", compiled(sources), copy.resolve("resources"), new Manifest());
    }

    /** A detector whose class body is given, as a jar in the folder. */
    Path detector(String jar, String type, String body) throws IOException {
        return detector(jar, type, body, new Manifest());
    }

    /** The same with a manifest of its own. */
    Path detector(String jar, String type, String body, Manifest manifest) throws IOException {
        Path source = Files.createDirectories(work.resolve(jar)).resolve(type + ".java");
        Files.writeString(
                source,
                """
                import java.util.*;
                import org.pixelanon.model.*;
                import org.pixelanon.model.engine.*;
                public final class %s implements DetectorEngine, PiiDetector {
                    public String name() { return "odd"; }
                    public String description() { return "is odd"; }
                    public PiiDetector detector(EngineSettings settings) { return this; }
                    %s
                }
                """
                        .formatted(type, body));
        return jar(jar, compiled(List.of(source)), services("DetectorEngine", type), manifest);
    }

    /** A class of its own, in one file, as a jar in the folder. */
    Path engine(String jar, String kind, String type, String source) throws IOException {
        Path file = Files.createDirectories(work.resolve(jar)).resolve(type + ".java");
        Files.writeString(file, source);
        return jar(jar, compiled(List.of(file)), services(kind, type), new Manifest());
    }

    /** A folder with a service file, to be put into a jar. */
    Path services(String kind, String lines) throws IOException {
        Path resources = Files.createTempDirectory(work, "resources");
        Path file = resources.resolve(SERVICES + kind);
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines + "\n");
        return resources;
    }

    /** The classes of sources. */
    Path compiled(List<Path> sources) throws IOException {
        Path classes = Files.createTempDirectory(work, "classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options =
                List.of(
                        "--release",
                        "17",
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path"));
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean done =
                    compiler.getTask(
                                    said,
                                    files,
                                    null,
                                    options,
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources))
                            .call();
            assertThat(done).as(said.toString()).isTrue();
        }
        return classes;
    }

    /** A jar of two folders, in the folder of extensions. */
    Path jar(String name, Path classes, Path resources, Manifest manifest) throws IOException {
        Files.createDirectories(folder);
        Path jar = folder.resolve(name);
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (Path root : List.of(classes, resources)) {
                for (Path file : Command.files(root)) {
                    entries.putNextEntry(
                            new JarEntry(root.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, entries);
                    entries.closeEntry();
                }
            }
        }
        return jar;
    }

    /** A manifest with one entry. */
    static Manifest manifest(Attributes.Name name, String value) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(name, value);
        return manifest;
    }
}
