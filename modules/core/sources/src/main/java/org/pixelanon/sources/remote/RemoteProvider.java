package org.pixelanon.sources.remote;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.spi.FileSystemProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.source.SourceObject;

/** What {@link java.nio.file.Files} asks about paths of objects. Writes nothing. */
final class RemoteProvider extends FileSystemProvider {

    private final OpenObjects objects;

    RemoteProvider(OpenObjects objects) {
        this.objects = objects;
    }

    private static RemotePath remote(Path path) {
        return (RemotePath) path;
    }

    @Override
    public String getScheme() {
        return "pixelanon-object";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
        throw new UnsupportedOperationException("made by a connection");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException("made by a connection");
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException("made by a connection");
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public FileChannel newFileChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        for (OpenOption option : options) {
            if (option != StandardOpenOption.READ && !(option instanceof LinkOption)) {
                throw new ReadOnlyFileSystemException();
            }
        }
        return objects.open(remote(path));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
            Path folder, DirectoryStream.Filter<? super Path> filter) {
        throw new UnsupportedOperationException("places are listed by their connection");
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public void delete(Path path) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public boolean isSameFile(Path a, Path b) {
        return a.equals(b);
    }

    @Override
    public boolean isHidden(Path path) {
        return false;
    }

    @Override
    public FileStore getFileStore(Path path) {
        throw new UnsupportedOperationException("no store of files");
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        if (!remote(path).isPlace()) {
            objects.require(remote(path));
        }
        if (List.of(modes).contains(AccessMode.WRITE)) {
            throw new ReadOnlyFileSystemException();
        }
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return type == BasicFileAttributeView.class
                ? type.cast(new View(objects, remote(path)))
                : null;
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(
            Path path, Class<A> type, LinkOption... options) throws IOException {
        if (type != BasicFileAttributes.class) {
            throw new UnsupportedOperationException("objects have basic attributes only");
        }
        return type.cast(new View(objects, remote(path)).readAttributes());
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
            throws IOException {
        BasicFileAttributes all = new View(objects, remote(path)).readAttributes();
        Map<String, Object> values = new HashMap<>();
        for (String name : names.substring(names.indexOf(':') + 1).split(",", -1)) {
            values.put(name, value(all, name));
        }
        return values;
    }

    private static Object value(BasicFileAttributes all, String name) {
        return switch (name) {
            case "fileKey" -> all.fileKey();
            case "isRegularFile" -> all.isRegularFile();
            case "isDirectory" -> all.isDirectory();
            case "size" -> all.size();
            case "lastModifiedTime" -> all.lastModifiedTime();
            default -> throw new UnsupportedOperationException("no attribute " + name);
        };
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options) {
        throw new ReadOnlyFileSystemException();
    }

    /** Looks at a path when asked. */
    private record View(OpenObjects objects, RemotePath path) implements BasicFileAttributeView {

        @Override
        public String name() {
            return "basic";
        }

        @Override
        public BasicFileAttributes readAttributes() throws IOException {
            return path.isPlace() ? Attributes.PLACE : new Attributes(objects.require(path));
        }

        @Override
        public void setTimes(FileTime modified, FileTime accessed, FileTime created) {
            throw new ReadOnlyFileSystemException();
        }
    }

    /** What an object is; null for a place. Its key is its URL with its version. */
    private record Attributes(@Nullable SourceObject object) implements BasicFileAttributes {

        static final Attributes PLACE = new Attributes(null);

        @Override
        public FileTime lastModifiedTime() {
            return object == null ? FileTime.fromMillis(0) : FileTime.from(object.changed());
        }

        @Override
        public FileTime lastAccessTime() {
            return lastModifiedTime();
        }

        @Override
        public FileTime creationTime() {
            return lastModifiedTime();
        }

        @Override
        public boolean isRegularFile() {
            return object != null;
        }

        @Override
        public boolean isDirectory() {
            return object == null;
        }

        @Override
        public boolean isSymbolicLink() {
            return false;
        }

        @Override
        public boolean isOther() {
            return false;
        }

        @Override
        public long size() {
            return object == null ? 0 : object.size();
        }

        @Override
        public Object fileKey() {
            return object == null ? "" : object.url() + "\n" + object.version();
        }
    }
}
