package org.pixelanon.model.source;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixelanon.model.Printable;

/**
 * The URL of an object or of a place: {@code scheme://host/path}. The path is literal: it has no
 * escapes, query or fragment, because object keys may contain any of these characters; {@code ..}
 * and {@code //} have no special meaning.
 *
 * @param scheme in lower case
 * @param host the bucket, or a host with its port; not empty
 * @param path what comes behind the slash after the host; may be empty
 */
public record SourceUrl(String scheme, String host, String path) {

    private static final Pattern URL =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://([^/]*)(?:/(.*))?", Pattern.DOTALL);

    /**
     * A host, maybe with a port: what else stands behind a colon is a secret with a slash in it.
     */
    private static final Pattern PORT = Pattern.compile("\\[.*|[^:]*(?::\\d{1,5})?");

    /**
     * Tells URLs from paths.
     *
     * @param text an argument
     * @return true for whatever has a scheme and {@code ://}, whether it is right or not
     */
    public static boolean isUrl(String text) {
        return URL.matcher(text).matches();
    }

    /**
     * Reads a URL.
     *
     * @param text as it is typed
     * @return the URL
     * @throws IllegalArgumentException if it is wrong; the message says how, and shows no
     *     credential
     */
    public static SourceUrl parse(String text) {
        Matcher parts = URL.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("is no URL: scheme://… is missing");
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String host = parts.group(2);
        String path = parts.group(3) == null ? "" : parts.group(3);
        if (host.indexOf('@') >= 0 || !PORT.matcher(host).matches()) {
            throw new IllegalArgumentException(wrongHost(scheme, text));
        }
        if (host.isEmpty()) {
            throw new IllegalArgumentException(
                    scheme + ":///… names no host or bucket: write " + scheme + "://NAME/…");
        }
        if (text.chars().anyMatch(c -> c == 0)) {
            throw new IllegalArgumentException(scheme + " URL contains a null character");
        }
        return new SourceUrl(scheme, host, path);
    }

    private static String wrongHost(String scheme, String text) {
        return text.indexOf('@') < 0
                ? "a " + scheme + " URL names no valid host"
                : "a "
                        + scheme
                        + " URL contains a user or secret before @; keep them in a "
                        + "profile (pixelanon sources login NAME), never in a URL";
    }

    /**
     * The URL of something else in the same place.
     *
     * @param other its path, as it is
     * @return the URL
     */
    public SourceUrl at(String other) {
        return new SourceUrl(scheme, host, other);
    }

    /**
     * The URL of something below this one.
     *
     * @param name a name, or several joined by {@code /}
     * @return the URL
     */
    public SourceUrl below(String name) {
        return at(path.isEmpty() || path.endsWith("/") ? path + name : path + "/" + name);
    }

    /** As it is typed; {@link Printable} for people. */
    @Override
    public String toString() {
        return scheme + "://" + host + "/" + path;
    }
}
