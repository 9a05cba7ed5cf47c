package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The application that was built, once more in a folder of its own, to be changed. */
record Installation(Path folder) {

    private static final Path SAMPLES =
            Path.of(System.getProperty("pixelanon.root"), "docs/extending");

    static Installation in(Path folder) throws IOException {
        Path built = RunningWorkbench.built();
        for (Path file : below(built)) {
            Path target = folder.resolve(built.relativize(file).toString());
            Files.createDirectories(target.getParent());
            link(file, target);
        }
        return new Installation(folder);
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** The same file under another name, where that can be. */
    private static void link(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, target);
        }
    }

    /** Takes the module of a view out, as somebody does who does not want it. */
    void without(String view) throws IOException {
        Files.delete(folder.resolve("pixelanon/modules/org-pixelanon-" + view + ".jar"));
        Files.delete(folder.resolve("pixelanon/config/Modules/org-pixelanon-" + view + ".xml"));
    }

    /** The recogniser and the detector of docs/extending.md, as a jar of extensions. */
    void withSampleEngines(Path work) throws IOException {
        Path main = SAMPLES.resolve("sample/src/main");
        Path jar = folder.resolve("extensions/wards.jar");
        Path classes = compiled(work.resolve("engines"), main.resolve("java"));
        jar(jar, new Manifest(), classes, main.resolve("resources"));
    }

    /** The view and the action of docs/extending.md, as a module. */
    void withSampleView(Path work) throws IOException {
        Path main = SAMPLES.resolve("view/src/main");
        Manifest manifest = new Manifest();
        try (var in = Files.newInputStream(main.resolve("manifest.mf"))) {
            manifest.read(in);
        }
        Path classes = compiled(work.resolve("view"), main.resolve("java"));
        jar(folder.resolve("pixelanon/modules/org-example-counting.jar"), manifest, classes);
        String description = "config/Modules/org-example-counting.xml";
        Files.copy(
                SAMPLES.resolve("view").resolve(description),
                folder.resolve("pixelanon").resolve(description));
    }

    /** Compiles a copy, with the processors of the platform on the class path. */
    private static Path compiled(Path work, Path java) throws IOException {
        Path sources = work.resolve("java");
        List<Path> copies = new ArrayList<>();
        for (Path file : below(java)) {
            Path copy = sources.resolve(java.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            copies.add(Files.copy(file, copy));
        }
        Path classes = Files.createDirectories(work.resolve("classes"));
        String path = System.getProperty("java.class.path");
        List<String> options = List.of("--release", "17", "-d", classes.toString(), "-cp", path);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(copies);
            boolean done = compiler.getTask(said, files, null, options, null, units).call();
            assertThat(done).as(said.toString()).isTrue();
        }
        return classes;
    }

    private static void jar(Path jar, Manifest manifest, Path... roots) throws IOException {
        Files.createDirectories(jar.getParent());
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (Path root : roots) {
                for (Path file : below(root)) {
                    String name = root.relativize(file).toString().replace('\\', '/');
                    entries.putNextEntry(new JarEntry(name));
                    Files.copy(file, entries);
                    entries.closeEntry();
                }
            }
        }
    }
}
