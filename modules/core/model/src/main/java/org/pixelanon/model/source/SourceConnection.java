package org.pixelanon.model.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A connection to one place that holds objects. It throws {@link
 * org.pixelanon.model.PixelAnonException}s whose message names the URL and the reason and never a
 * credential, except {@link java.nio.file.FileAlreadyExistsException} of {@link #put}. Retries have
 * been made before it throws. Thread-safe.
 */
public interface SourceConnection extends Closeable {

    /**
     * Lists the objects at and below a URL, whatever lies between them, in the order of their
     * names. A listing is passed on as it arrives and may be long.
     *
     * @param url a place; of an object, that object alone
     * @param each takes each object
     * @throws IOException if it cannot be listed
     */
    void list(SourceUrl url, Consumer<SourceObject> each) throws IOException;

    /**
     * Looks at what lies next below a place, without what lies deeper: objects and further places.
     *
     * @param url a place
     * @param wanted what the entries must be, by keyword, as the kind of place can be asked; empty
     *     for all. Never shown
     * @param from what the page before named as next; empty for the first
     * @param most how many at once; a place may give fewer
     * @return some of them
     * @throws IOException if it cannot be looked at, or cannot be asked so
     */
    SourcePage browse(SourceUrl url, Map<String, String> wanted, String from, int most)
            throws IOException;

    /**
     * Looks at one object.
     *
     * @param url its URL
     * @return what it is now; empty if there is none
     * @throws IOException if that cannot be known
     */
    Optional<SourceObject> find(SourceUrl url) throws IOException;

    /**
     * Whether part of an object costs no more than that part.
     *
     * @return false if whoever wants a part gets all of it
     */
    boolean readsRanges();

    /**
     * Reads an object, or a part of it, exactly as it was when it was looked at.
     *
     * @param object as it was listed or found
     * @param from the first byte, counted from 0; 0 where there are no ranges
     * @param length how many bytes; -1 for all from there on
     * @param into takes the bytes; left open. Whatever arrived before a failure stays in it
     * @throws IOException if the object is another by now, its bytes are not those that its
     *     checksum promises, or it cannot be read entirely
     */
    void read(SourceObject object, long from, long length, OutputStream into) throws IOException;

    /**
     * What the place says the bytes of a whole object must come to.
     *
     * @param object as it was listed or found
     * @return its checksum; empty if it keeps none of the whole
     * @throws IOException if that cannot be known
     */
    default Optional<SourceChecksum> checksum(SourceObject object) throws IOException {
        return Optional.empty();
    }

    /**
     * Stores a file as an object. It comes into being whole or not at all, and this returns only
     * when the place has confirmed the checksum of what it holds.
     *
     * @param file the file; read while this runs
     * @param url where to; the place may give the object another URL
     * @param condition what may be there before
     * @return the object as it is now
     * @throws java.nio.file.FileAlreadyExistsException if the condition does not hold
     * @throws IOException if it could not be stored; then nothing is there that was not before, or
     *     the message says otherwise
     */
    SourceObject put(Path file, SourceUrl url, PutCondition condition) throws IOException;
}
