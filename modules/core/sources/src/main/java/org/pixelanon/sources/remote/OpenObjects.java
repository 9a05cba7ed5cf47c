package org.pixelanon.sources.remote;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pixelanon.model.source.SourceConnection;
import org.pixelanon.model.source.SourceObject;
import org.pixelanon.model.source.SourceUrl;

/** What is known and open of the objects of one connection. Thread-safe. */
final class OpenObjects implements Closeable {

    private final SourceConnection connection;
    private final Path staging;

    /** What was found last, so that what is opened next need not be looked up once more. */
    private final Map<SourceUrl, SourceObject> found = new ConcurrentHashMap<>();

    /** Objects whose size only reading tells, read because it was asked for. */
    private final Map<SourceUrl, ObjectChannel> fetched = new ConcurrentHashMap<>();

    private final Map<SourceUrl, Long> sizes = new ConcurrentHashMap<>();

    OpenObjects(SourceConnection connection, Path staging) {
        this.connection = connection;
        this.staging = staging;
    }

    /** What a path names now, with its size. */
    SourceObject require(RemotePath path) throws IOException {
        Optional<SourceObject> object =
                path.isPlace() ? Optional.empty() : connection.find(path.url());
        if (object.isEmpty()) {
            throw new NoSuchFileException(path.toString());
        }
        SourceObject sized = sized(object.get());
        found.put(path.url(), sized);
        return sized;
    }

    private SourceObject sized(SourceObject object) throws IOException {
        if (object.size() >= 0) {
            return object;
        }
        Long known = sizes.get(object.url());
        if (known == null) {
            ObjectChannel channel = ObjectChannel.open(connection, object, staging);
            known = channel.size();
            sizes.put(object.url(), known);
            ObjectChannel other = fetched.put(object.url(), channel);
            if (other != null) {
                other.close();
            }
        }
        return new SourceObject(
                object.url(), object.below(), known, object.version(), object.modified());
    }

    /** Opens what was found last under a path; its bytes are checked to be of that version. */
    FileChannel open(RemotePath path) throws IOException {
        ObjectChannel read = fetched.remove(path.url());
        if (read != null) {
            return read;
        }
        SourceObject known = found.remove(path.url());
        return ObjectChannel.open(connection, known == null ? require(path) : known, staging);
    }

    @Override
    public void close() throws IOException {
        for (ObjectChannel channel : fetched.values()) {
            channel.close();
        }
        fetched.clear();
    }
}
