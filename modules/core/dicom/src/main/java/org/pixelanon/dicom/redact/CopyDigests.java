package org.pixelanon.dicom.redact;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.Sha256;
import org.pixelanon.model.FileHashes;

/**
 * Hashes of an original and its copy, computed while {@link Redactor} reads and writes them. What
 * it skips, such as re-encoded frames, is read for the hash. For one copy; the creator closes it.
 * Not thread-safe.
 */
public final class CopyDigests implements Closeable {

    private static final int BLOCK = 128 << 10;

    private final ByteSource original;
    private final PassingDigest read = new PassingDigest();
    private final PassingDigest written = new PassingDigest();
    private long at;
    private boolean identical;
    private boolean patched;
    private @Nullable ByteBuffer block;

    private CopyDigests(ByteSource original) {
        this.original = original;
    }

    /**
     * Begins the hashes of a copy.
     *
     * @param source the original, open; not closed by this
     * @return the hashes, to be handed to the Redactor
     */
    public static CopyDigests of(DicomFile source) {
        return new CopyDigests(source.parsed().fileSource());
    }

    /** From here on each byte that is written is the one that was read. */
    void identical() {
        identical = true;
    }

    /** Bytes of a source before anything in them is changed. */
    void read(ByteSource source, long from, ByteBuffer bytes) throws IOException {
        if (identical || source != original || from + bytes.remaining() <= at) {
            return;
        }
        upTo(from);
        ByteBuffer rest = bytes.duplicate();
        rest.position(rest.position() + (int) (at - from));
        read.pass(rest);
        at = from + bytes.remaining();
    }

    private void upTo(long position) throws IOException {
        while (at < position) {
            ByteBuffer gap = block == null ? ByteBuffer.allocate(BLOCK) : block;
            block = gap;
            gap.clear().limit((int) Math.min(BLOCK, position - at));
            original.read(at, gap);
            gap.flip();
            at += gap.remaining();
            read.pass(gap);
        }
    }

    /** Bytes that leave for the file, in their order. */
    void written(ByteBuffer bytes) throws IOException {
        if (!patched) {
            written.pass(bytes);
        }
    }

    /** Bytes that had left already were changed. */
    void patched() {
        patched = true;
    }

    /**
     * The hashes, once the copy is complete.
     *
     * @param copy the file it was written to
     * @return both
     * @throws IOException if what is missing cannot be read
     */
    public FileHashes finish(Path copy) throws IOException {
        String output = patched ? Sha256.of(copy) : written.finish();
        if (identical) {
            return new FileHashes(output, output);
        }
        upTo(original.size());
        return new FileHashes(read.finish(), output);
    }

    @Override
    public void close() {
        read.close();
        written.close();
    }
}
