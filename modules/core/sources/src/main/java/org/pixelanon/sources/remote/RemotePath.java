package org.pixelanon.sources.remote;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.source.SourceConnection;
import org.pixelanon.model.source.SourceObject;
import org.pixelanon.model.source.SourcePage;
import org.pixelanon.model.source.SourceUrl;

/**
 * The URL of an object or of a place that holds some, as a path. Always absolute, and never
 * normalised: {@code ..} and {@code //} are names like any other. What is relative to one is a path
 * of the default file system with names that files can have, so that a folder can mirror it; such a
 * path can be {@linkplain #resolve resolved} against a URL, too. Immutable.
 */
public final class RemotePath implements Path {

    private final FileSystem system;
    private final SourceConnection connection;
    private final SourceUrl url;
    private final @Nullable SourceObject listed;

    RemotePath(FileSystem system, SourceConnection connection, SourceUrl url) {
        this(system, connection, url, null);
    }

    private RemotePath(
            FileSystem system,
            SourceConnection connection,
            SourceUrl url,
            @Nullable SourceObject listed) {
        this.system = system;
        this.connection = connection;
        this.url = url;
        this.listed = listed;
    }

    /**
     * Tells URLs from files.
     *
     * @param path any path
     * @return true for a path of this kind
     */
    public static boolean is(Path path) {
        return path instanceof RemotePath;
    }

    /**
     * The URL.
     *
     * @return what this path is called
     */
    public SourceUrl url() {
        return url;
    }

    /**
     * Whether it is a place by its form: a bucket, or with a slash at the end.
     *
     * @return true for what never names an object
     */
    public boolean isPlace() {
        return url.path().isEmpty() || url.path().endsWith("/");
    }

    /**
     * The path of another URL of the same connection.
     *
     * @param other with the same host
     * @return its path
     */
    public RemotePath at(SourceUrl other) {
        return new RemotePath(system, connection, other);
    }

    /**
     * The path of an object of the same connection.
     *
     * @param object as it was listed
     * @return its path
     */
    public RemotePath at(SourceObject object) {
        return new RemotePath(system, connection, object.url(), object);
    }

    /**
     * The same as a place, whose URL ends with a slash.
     *
     * @return its path
     */
    public RemotePath asPlace() {
        return isPlace() ? this : at(url.path() + "/");
    }

    /**
     * Lists the objects at and below this.
     *
     * @param each takes each object, whose paths {@link #at(SourceObject)} makes
     * @throws IOException if they cannot be listed
     */
    public void list(Consumer<SourceObject> each) throws IOException {
        connection.list(url, each);
    }

    /**
     * Looks at what lies next below this.
     *
     * @param wanted what it must be, by keyword; empty for all
     * @param from what the page before named as next; empty for the first
     * @param most how many at once
     * @return some of it
     * @throws IOException if it cannot be looked at
     */
    public SourcePage browse(Map<String, String> wanted, String from, int most) throws IOException {
        return connection.browse(url, wanted, from, most);
    }

    /**
     * Whether part of an object costs no more than that part.
     *
     * @return false if whoever wants a part gets all of it
     */
    public boolean readsRanges() {
        return connection.readsRanges();
    }

    /**
     * What a listing said of the object.
     *
     * @return as it was then; empty if it was not listed
     */
    public Optional<SourceObject> listed() {
        return Optional.ofNullable(listed);
    }

    /**
     * The path that mirrors what lies below a place.
     *
     * @param below parts joined by {@code /}, as the place names them
     * @return a relative path of the default file system, with a name for each part
     */
    public Path belowAs(String below) {
        return LocalNames.path(LocalNames.parts(below));
    }

    private List<String> parts() {
        String path = url.path();
        return LocalNames.parts(isPlace() && !path.isEmpty() ? cut(path) : path);
    }

    private static String cut(String path) {
        return path.substring(0, path.length() - 1);
    }

    private RemotePath at(String path) {
        return new RemotePath(system, connection, url.at(path));
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return true;
    }

    @Override
    public Path getRoot() {
        return at("");
    }

    /** The last part of the URL as a file can be called; null for a bucket. */
    @Override
    public @Nullable Path getFileName() {
        List<String> parts = parts();
        return parts.isEmpty() ? null : Path.of(LocalNames.name(parts.get(parts.size() - 1)));
    }

    @Override
    public @Nullable Path getParent() {
        String path = url.path();
        if (path.isEmpty()) {
            return null;
        }
        int slash = (path.endsWith("/") ? cut(path) : path).lastIndexOf('/');
        return at(path.substring(0, slash + 1));
    }

    @Override
    public int getNameCount() {
        return parts().size();
    }

    @Override
    public Path getName(int index) {
        return Path.of(LocalNames.name(parts().get(index)));
    }

    @Override
    public Path subpath(int beginIndex, int endIndex) {
        return LocalNames.path(parts().subList(beginIndex, endIndex));
    }

    @Override
    public boolean startsWith(Path other) {
        if (!(other instanceof RemotePath place) || !sameHost(place)) {
            return false;
        }
        List<String> above = place.parts();
        List<String> own = parts();
        return above.size() <= own.size() && own.subList(0, above.size()).equals(above);
    }

    private boolean sameHost(RemotePath other) {
        return url.scheme().equals(other.url.scheme()) && url.host().equals(other.url.host());
    }

    @Override
    public boolean endsWith(Path other) {
        return equals(other);
    }

    @Override
    public Path normalize() {
        return this;
    }

    @Override
    public Path resolve(Path other) {
        if (other.isAbsolute() || other instanceof RemotePath) {
            return other;
        }
        RemotePath at = this;
        for (Path name : other) {
            if (!name.toString().isEmpty()) {
                at = new RemotePath(system, connection, at.url.below(name.toString()));
            }
        }
        return at;
    }

    /** What lies below this, with names that files can have. */
    @Override
    public Path relativize(Path other) {
        if (!other.startsWith(this)) {
            throw new IllegalArgumentException(other + " does not lie below " + this);
        }
        List<String> below = ((RemotePath) other).parts();
        return LocalNames.path(below.subList(getNameCount(), below.size()));
    }

    @Override
    public URI toUri() {
        try {
            return new URI(url.scheme(), url.host(), "/" + url.path(), null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a host that no URI can have", e);
        }
    }

    @Override
    public Path toAbsolutePath() {
        return this;
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return this;
    }

    @Override
    public WatchKey register(
            WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("objects are not watched");
    }

    @Override
    public int compareTo(Path other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RemotePath path && url.equals(path.url);
    }

    @Override
    public int hashCode() {
        return url.hashCode();
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
