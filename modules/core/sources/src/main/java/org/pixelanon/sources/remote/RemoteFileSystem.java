package org.pixelanon.sources.remote;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.source.SourceConnection;
import org.pixelanon.model.source.SourceUrl;

/**
 * The objects of one connection. Reading only: what is written goes through {@link
 * SourceConnection#put}, and never byte by byte. Thread-safe.
 */
public final class RemoteFileSystem extends FileSystem {

    private final SourceConnection connection;
    private final Path staging;
    private final OpenObjects objects;
    private final RemoteProvider provider;

    /**
     * The file system of a connection.
     *
     * @param connection closed with this
     * @param staging an existing folder for the bytes that are read
     */
    public RemoteFileSystem(SourceConnection connection, Path staging) {
        this.connection = connection;
        this.staging = staging;
        this.objects = new OpenObjects(connection, staging);
        this.provider = new RemoteProvider(objects);
    }

    /**
     * A path of it.
     *
     * @param url a URL that the connection knows
     * @return its path
     */
    public RemotePath path(SourceUrl url) {
        return new RemotePath(this, connection, url);
    }

    /**
     * The connection.
     *
     * @return closed with this
     */
    public SourceConnection connection() {
        return connection;
    }

    /**
     * Where outputs are made before they are stored.
     *
     * @return a folder of the account alone
     */
    public Path staging() {
        return staging;
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() throws IOException {
        objects.close();
        connection.close();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public Path getPath(String first, String... more) {
        throw new UnsupportedOperationException("paths are made of URLs");
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        throw new UnsupportedOperationException("no patterns");
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException("no owners");
    }

    @Override
    public @Nullable WatchService newWatchService() {
        throw new UnsupportedOperationException("objects are not watched");
    }
}
