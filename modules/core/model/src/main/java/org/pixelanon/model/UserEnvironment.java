package org.pixelanon.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the account and its environment variables say: {@code SMI_ROOT} and {@code PACS_ROOT}, which
 * users of the Python tool bring along, its name, and the folders for what is kept and what is not.
 * Only here the environment is read. Thread-safe.
 */
public final class UserEnvironment {

    private static final String PREFIX_OF_RECIPES = "deid.dicom.";

    private final Function<String, @Nullable String> variables;
    private final Function<String, @Nullable String> properties;

    private UserEnvironment(
            Function<String, @Nullable String> variables,
            Function<String, @Nullable String> properties) {
        this.variables = variables;
        this.properties = properties;
    }

    /**
     * That of this process.
     *
     * @return what the variables say at the time they are asked for
     */
    public static UserEnvironment ofProcess() {
        return new UserEnvironment(System::getenv, System::getProperty);
    }

    /**
     * One that is made up.
     *
     * @param variables environment variables by name
     * @param properties system properties by name: {@code user.home}, {@code user.name}, {@code
     *     java.io.tmpdir}
     * @return what they say
     */
    public static UserEnvironment of(
            Map<String, String> variables, Map<String, String> properties) {
        return new UserEnvironment(variables::get, properties::get);
    }

    /**
     * Where relative paths are looked for that do not exist as they stand ({@code PACS_ROOT}).
     *
     * @return empty if it is not set
     */
    public Optional<Path> pacsRoot() {
        return variable("PACS_ROOT");
    }

    /**
     * The Python tool's folder for its database and lists, below {@code SMI_ROOT}.
     *
     * @return its path, whether it exists or not; empty if the variable is not set
     */
    public Optional<Path> sharedData() {
        return variable("SMI_ROOT").map(root -> root.resolve("data").resolve("dicompixelanon"));
    }

    /**
     * The allow-list of the Python tool.
     *
     * @return a file; empty if there is none
     */
    public Optional<Path> allowList() {
        return sharedData()
                .map(data -> data.resolve("ocr_allowlist_regex.txt"))
                .filter(Files::isRegularFile);
    }

    /**
     * The recipes of the Python tool, below {@code SMI_ROOT}.
     *
     * @return files in the order of their names; none if there is no such folder
     * @throws IOException if the folder cannot be read
     */
    public List<Path> recipes() throws IOException {
        Optional<Path> folder =
                variable("SMI_ROOT")
                        .map(root -> root.resolve("data").resolve("deid"))
                        .filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.filter(f -> f.getFileName().toString().startsWith(PREFIX_OF_RECIPES))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /**
     * Where native libraries and language data are unpacked: {@code PIXELANON_CACHE}, else {@code
     * pixelanon} in {@code XDG_CACHE_HOME}, else {@code .cache/pixelanon} in the folder of the
     * account.
     *
     * @return its path, whether it exists or not; relative if a variable is
     */
    public Path cache() {
        return variable("PIXELANON_CACHE")
                .or(() -> variable("XDG_CACHE_HOME").map(cache -> cache.resolve("pixelanon")))
                .orElseGet(() -> Path.of(property("user.home", "."), ".cache", "pixelanon"));
    }

    /**
     * The folder whose jars add engines, as the launcher names it: {@code extensions} beside it.
     *
     * @return its path, whether it exists or not; empty if the launcher names none
     */
    public Optional<Path> extensions() {
        return Optional.of(property("pixelanon.extensions", ""))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    /**
     * Where files lie that no other process needs.
     *
     * @return the folder of Java's for that
     */
    public Path temporaryFolder() {
        return Path.of(property("java.io.tmpdir", ""));
    }

    /**
     * Who is written down as the one who changed something.
     *
     * @return the name of the account
     */
    public String user() {
        return property("user.name", "unknown");
    }

    private Optional<Path> variable(String name) {
        return Optional.ofNullable(variables.apply(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    private String property(String name, String otherwise) {
        String value = properties.apply(name);
        return value == null ? otherwise : value;
    }
}
