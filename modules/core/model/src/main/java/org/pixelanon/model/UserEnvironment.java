package org.pixelanon.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account and its environment variables: {@code SMI_ROOT} and {@code PACS_ROOT}, known from the
 * Python tool, the account name, and folders for permanent and temporary files. The environment is
 * read only here. Thread-safe.
 */
public final class UserEnvironment {

    private static final String PREFIX_OF_RECIPES = "deid.dicom.";

    private static final String SETTINGS = "pixelanon.properties";

    private final Supplier<Map<String, String>> all;
    private final Function<String, @Nullable String> variables;
    private final Function<String, @Nullable String> properties;

    private UserEnvironment(
            Supplier<Map<String, String>> all,
            Function<String, @Nullable String> variables,
            Function<String, @Nullable String> properties) {
        this.all = all;
        this.variables = variables;
        this.properties = properties;
    }

    /**
     * That of this process.
     *
     * @return what the variables say at the time they are asked for
     */
    public static UserEnvironment ofProcess() {
        return new UserEnvironment(System::getenv, System::getenv, System::getProperty);
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
        return new UserEnvironment(() -> variables, variables::get, properties::get);
    }

    /**
     * Where relative paths are looked for that do not exist as they are ({@code PACS_ROOT}).
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
     * Variables that set options of commands.
     *
     * @param prefix with which their names begin
     * @return values by names, in the order of the names
     */
    public SortedMap<String, String> variables(String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        all.get()
                .forEach(
                        (name, value) -> {
                            if (name.startsWith(prefix)) {
                                found.put(name, value);
                            }
                        });
        return found;
    }

    /**
     * The user's own settings: {@code pixelanon/pixelanon.properties} in {@code XDG_CONFIG_HOME},
     * else in {@code .config} in the folder of the account.
     *
     * @return the file, whether it exists or not
     */
    public Path userSettings() {
        return variable("XDG_CONFIG_HOME")
                .orElseGet(() -> Path.of(property("user.home", "."), ".config"))
                .resolve("pixelanon")
                .resolve(SETTINGS);
    }

    /**
     * The settings of all users of a machine: {@code pixelanon/pixelanon.properties} in {@code
     * ProgramData} where that is set, else in {@code /etc}.
     *
     * @return the file, whether it exists or not
     */
    public Path siteSettings() {
        String named = property("pixelanon.site", "");
        return named.isBlank()
                ? variable("ProgramData")
                        .orElse(Path.of("/etc"))
                        .resolve("pixelanon")
                        .resolve(SETTINGS)
                : Path.of(named);
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
     * Where the bytes of objects are while they are processed that lie in no folder.
     *
     * @return its path, whether it exists or not
     */
    public Path staging() {
        return cache().resolve("staging");
    }

    /**
     * What the environment says about reaching a kind of place: {@code PIXELANON_S3_ENDPOINT} for
     * the setting {@code endpoint} of {@code s3}.
     *
     * @param scheme what URLs of the kind begin with
     * @param setting the name of the setting
     * @return its value; empty if it is not set
     */
    public Optional<String> sourceSetting(String scheme, String setting) {
        String name = "PIXELANON_" + scheme + "_" + setting;
        return text(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
    }

    /**
     * Where profiles with credentials are kept: {@code PIXELANON_PROFILES}, else {@code
     * pixelanon/profiles} in {@code XDG_CONFIG_HOME}, else in {@code .config} of the account.
     *
     * @return its path, whether it exists or not
     */
    public Path profiles() {
        Path below = Path.of("pixelanon", "profiles");
        return variable("PIXELANON_PROFILES")
                .or(() -> variable("XDG_CONFIG_HOME").map(config -> config.resolve(below)))
                .orElseGet(() -> Path.of(property("user.home", "."), ".config").resolve(below));
    }

    /**
     * The key of the profiles, {@code PIXELANON_KEY}.
     *
     * @return empty if it is not set
     */
    public Optional<String> profileKey() {
        return text("PIXELANON_KEY");
    }

    /**
     * The profiles that are used where none is named, {@code PIXELANON_LOGIN}.
     *
     * @return names, separated by commas in the variable
     */
    public List<String> logins() {
        return text("PIXELANON_LOGIN").stream()
                .flatMap(names -> Stream.of(names.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * Who is written down as the one who changed something.
     *
     * @return the name of the account
     */
    public String user() {
        return property("user.name", "unknown");
    }

    /**
     * What a variable says.
     *
     * @param name its name
     * @return as it is; empty if it is not set, or blank
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(variables.apply(name)).filter(value -> !value.isBlank());
    }

    private Optional<Path> variable(String name) {
        return text(name).map(Path::of);
    }

    private String property(String name, String otherwise) {
        String value = properties.apply(name);
        return value == null ? otherwise : value;
    }
}
