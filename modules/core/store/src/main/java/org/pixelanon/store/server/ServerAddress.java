package org.pixelanon.store.server;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database on a server: {@code postgresql://[USER@]HOST[:PORT]/DATABASE[?SETTING=VALUE&…]}. It
 * travels through the program as a path that begins with {@code postgresql:}, as all databases do.
 *
 * @param path by which the program names it
 * @param user the account; empty for that of the environment
 * @param host name or number, an IPv6 number in brackets
 * @param port 0 for that of the server's kind
 * @param database its name there
 * @param settings by name
 */
public record ServerAddress(
        Path path,
        String user,
        String host,
        int port,
        String database,
        Map<String, String> settings) {

    private static final String SCHEME = "postgresql:";
    private static final String WINDOWS_SCHEME = "postgresql%3A";
    private static final Set<String> SETTINGS =
            Set.of("schema", "sslmode", "sslrootcert", "sslcert", "sslkey");
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|passwd|pwd|secret).*");
    private static final Pattern PARTS =
            Pattern.compile(
                    "postgresql:/+(?:([^@/?]*)@)?(\\[[0-9A-Fa-f:.]+]|[^:/?@\\[\\]]+)(?::(\\d{1,5}))?/([^/?]+)(?:\\?(.*))?",
                    Pattern.DOTALL);

    /** Copies the settings. */
    public ServerAddress {
        settings = Map.copyOf(settings);
    }

    /**
     * Tells servers from files.
     *
     * @param text a database as it is typed
     * @return whether it names a server, rightly or not
     */
    public static boolean isServer(String text) {
        return text.toLowerCase(Locale.ROOT).startsWith(SCHEME + "//");
    }

    /**
     * Tells servers from files.
     *
     * @param path a database
     * @return whether it is the path of a server
     */
    public static boolean isServer(Path path) {
        return place(path) >= 0;
    }

    /** A path may have been made absolute on its way. */
    private static int place(Path path) {
        for (int i = 0; i < path.getNameCount(); i++) {
            String name = path.getName(i).toString();
            if (name.equals(SCHEME) || name.equals(WINDOWS_SCHEME)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The path by which the program names a server.
     *
     * @param text the address as it is typed
     * @return the path
     * @throws IllegalArgumentException if the address is wrong; the message holds no secret
     */
    public static Path path(String text) {
        String address = SCHEME + text.substring(SCHEME.length());
        if (File.separatorChar == '\\') {
            address = address.replace(":", "%3A").replace("?", "%3F").replace("*", "%2A");
        }
        return of(Path.of(address)).path();
    }

    /**
     * How a database is shown to people.
     *
     * @param path a file or a server
     * @return the path of a file; the address of a server
     */
    public static String text(Path path) {
        if (!isServer(path)) {
            return path.toString();
        }
        String text = plain(path);
        int query = text.indexOf('?');
        String shown = query < 0 ? text : text.substring(0, query);
        int at = shown.lastIndexOf('@');
        return SCHEME + "//" + shown.substring(at < 0 ? SCHEME.length() + 1 : at + 1);
    }

    /** As it was typed, but for the second slash. */
    private static String plain(Path path) {
        String text = path.subpath(place(path), path.getNameCount()).toString();
        return text.replace(File.separatorChar, '/')
                .replace("%3A", ":")
                .replace("%3F", "?")
                .replace("%2A", "*");
    }

    /**
     * Reads an address.
     *
     * @param path a path for which {@link #isServer(Path)} holds
     * @return the address
     * @throws IllegalArgumentException if it is wrong; the message holds no secret
     */
    public static ServerAddress of(Path path) {
        Matcher parts = PARTS.matcher(plain(path));
        if (!parts.matches()) {
            throw wrong("must be postgresql://HOST[:PORT]/DATABASE[?schema=NAME]");
        }
        String user = parts.group(1) == null ? "" : parts.group(1);
        if (user.indexOf(':') >= 0) {
            throw secret();
        }
        int port = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        if (port > 65_535) {
            throw wrong("has no such port");
        }
        Map<String, String> settings = settings(parts.group(5) == null ? "" : parts.group(5));
        return new ServerAddress(path, user, parts.group(2), port, parts.group(4), settings);
    }

    private static Map<String, String> settings(String query) {
        Map<String, String> found = new TreeMap<>();
        for (String word : query.isEmpty() ? List.<String>of() : List.of(query.split("&"))) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (SECRET.matcher(name).matches()) {
                throw secret();
            }
            if (equals < 0 || !SETTINGS.contains(name)) {
                List<String> known = new ArrayList<>(SETTINGS);
                known.sort(null);
                throw wrong("may set " + String.join(", ", known) + " and nothing else");
            }
            found.put(name, word.substring(equals + 1));
        }
        return found;
    }

    private static IllegalArgumentException secret() {
        return wrong(
                "must hold no password: it is taken from PGPASSWORD or the file that PGPASSFILE"
                        + " names");
    }

    private static IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException("the address of a database on a server " + reason);
    }

    /**
     * Whether the server is on this machine, by its name.
     *
     * @return false for whatever another machine may answer to
     */
    public boolean isLocal() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    /**
     * The schema with our tables.
     *
     * @return the one named, or {@code pixelanon}
     */
    public String schema() {
        return settings.getOrDefault("schema", "pixelanon");
    }
}
