package org.pixelanon.sources.remote;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.pixelanon.model.source.FileSource;
import org.pixelanon.model.source.SourceSettings;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.sources.SourceException;

/**
 * The places outside the file system that a run works with, each with one connection. Nothing is
 * looked for or loaded before the first URL. Thread-safe.
 */
public final class Sources implements Closeable {

    /** Says how a place is reached. */
    @FunctionalInterface
    public interface Reached {

        /**
         * The settings of a connection.
         *
         * @param kind what it is
         * @param url a URL of it
         * @return its settings
         * @throws IOException if they cannot be read
         */
        SourceSettings by(FileSource kind, SourceUrl url) throws IOException;
    }

    private final Supplier<List<FileSource>> kinds;
    private final Reached reached;
    private final Path staging;
    private final Map<String, RemoteFileSystem> open = new ConcurrentHashMap<>();

    /**
     * The places of a run.
     *
     * @param kinds what there is; asked when a URL comes
     * @param reached how each is reached
     * @param staging a folder for the bytes of objects while they are processed; made if need be
     */
    public Sources(Supplier<List<FileSource>> kinds, Reached reached, Path staging) {
        this.kinds = kinds;
        this.reached = reached;
        this.staging = staging.toAbsolutePath();
    }

    /**
     * The path that stands for a URL. Nothing is asked of the place.
     *
     * @param text the URL
     * @return its path
     * @throws IOException if the URL is wrong, or the settings of its place are
     */
    public RemotePath path(String text) throws IOException {
        return path(parsed(text));
    }

    /**
     * The path that stands for a URL. Nothing is asked of the place.
     *
     * @param url the URL
     * @return its path
     * @throws IOException if the URL is wrong, or the settings of its place are
     */
    public RemotePath path(SourceUrl url) throws IOException {
        FileSource kind = kind(url);
        Optional<String> refusal = kind.refusal(url);
        if (refusal.isPresent()) {
            // what stands behind the host may be what is wrong, and nothing to be shown
            throw new SourceException(shown(url), refusal.get(), null);
        }
        return system(kind, url).path(url);
    }

    /** Not what stands behind a question mark either: signatures do, in URLs of the web. */
    private static SourceUrl shown(SourceUrl url) {
        int query = url.host().indexOf('?');
        String host = query < 0 ? url.host() : url.host().substring(0, query) + "?…";
        return new SourceUrl(url.scheme(), host, "…");
    }

    /**
     * Reads a URL.
     *
     * @param text as it is typed
     * @return the URL
     * @throws SourceException if it is wrong; the message shows none of it that may be a secret
     */
    public static SourceUrl parsed(String text) throws SourceException {
        try {
            return SourceUrl.parse(text);
        } catch (IllegalArgumentException e) {
            throw new SourceException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The path that stands for a URL, with a slash at its end unless it is an object.
     *
     * @param text the URL
     * @return its path
     * @throws IOException if the URL is wrong, or its place cannot be asked
     */
    public RemotePath objectOrPlace(String text) throws IOException {
        RemotePath path = path(text);
        return path.isPlace() || Files.exists(path) ? path : path.asPlace();
    }

    /**
     * The kind of place that a URL lies in.
     *
     * @param url the URL
     * @return what knows it
     * @throws SourceException if nothing does
     */
    public FileSource kind(SourceUrl url) throws SourceException {
        TreeSet<String> known = new TreeSet<>();
        for (FileSource kind : kinds.get()) {
            if (kind.schemes().contains(url.scheme())) {
                return kind;
            }
            known.addAll(kind.schemes());
        }
        throw new SourceException(
                url.scheme()
                        + ":// is not supported; supported are "
                        + known.stream().map(s -> s + "://").collect(Collectors.joining(", ")));
    }

    private RemoteFileSystem system(FileSource kind, SourceUrl url) throws IOException {
        synchronized (open) {
            String place = url.scheme() + "://" + url.host();
            RemoteFileSystem known = open.get(place);
            if (known == null) {
                makeStaging();
                known = new RemoteFileSystem(kind.open(url, reached.by(kind, url)), staging);
                open.put(place, known);
            }
            return known;
        }
    }

    private void makeStaging() throws IOException {
        if (Files.isDirectory(staging)) {
            return;
        }
        Path above = staging.getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        boolean modes = staging.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (modes) {
            Files.createDirectory(
                    staging,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(staging);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (open) {
            for (RemoteFileSystem system : new ArrayList<>(open.values())) {
                system.close();
            }
            open.clear();
        }
    }
}
