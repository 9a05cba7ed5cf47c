package org.pixelanon.pipeline.manifest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.PlainFile;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.pipeline.PipelineException;

/**
 * An append-only file of lines: eight digits of the CRC-32C of a text, a space, the text, LF. Each
 * line is written at once, so a killed process loses none, and flushed to disk every second at the
 * latest. A line torn by a crash has a wrong checksum. One process at a time. Thread-safe.
 */
final class Journal implements Closeable {

    private static final int DIGITS = 8;
    private static final int MOST_PENDING = 256;
    private static final long LONGEST_NANOSECONDS = 1_000_000_000L;
    private static final int LONGEST_LINE = 1 << 28;
    private static final int BLOCK = 1 << 13;
    private static final int LONGEST_HEAD = 1 << 16;

    /** Takes lines. */
    interface Reader {
        void line(long at, String text) throws IOException;
    }

    private final Path path;
    private final RandomAccessFile bytes;
    private final FileLock lock;
    private final boolean flushed;
    private long end;
    private int pending;
    private long forced = System.nanoTime();

    private Journal(Path path, RandomAccessFile bytes, FileLock lock, boolean flushed) {
        this.path = path;
        this.bytes = bytes;
        this.lock = lock;
        this.flushed = flushed;
    }

    /**
     * Opens a journal, makes it if there is none, and keeps others out of it.
     *
     * @param flushed whether the disk is waited for
     */
    static Journal open(Path path, ReadAccess readers, boolean flushed) throws PipelineException {
        try {
            String refusal = PlainFile.refusal(path).orElse(null);
            if (refusal != null || Files.isDirectory(path)) {
                throw new PipelineException(
                        path + ": " + (refusal == null ? "is a folder" : refusal));
            }
            if (!Files.exists(path)) {
                readers.create(path);
            }
            // no channel: the first worker that is interrupted would close it for all
            RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "rw");
            boolean good = false;
            try {
                Journal journal = new Journal(path, bytes, lock(path, bytes), flushed);
                good = true;
                return journal;
            } finally {
                if (!good) {
                    bytes.close();
                }
            }
        } catch (PipelineException e) {
            throw e;
        } catch (IOException e) {
            throw new PipelineException(path + ": cannot be opened: " + FailureText.reason(e), e);
        }
    }

    private static FileLock lock(Path path, RandomAccessFile bytes) throws IOException {
        try {
            FileLock lock = bytes.getChannel().tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            throw new PipelineException(path + ": another run is using this manifest", e);
        }
        throw new PipelineException(path + ": another run is using this manifest");
    }

    /**
     * Hands on all lines that have their sums, and takes away the beginning of a line that was
     * torn.
     *
     * @return how many lines do not have theirs
     */
    synchronized long replay(Reader reader) throws IOException {
        long damaged = 0;
        long at = 0;
        bytes.seek(0);
        InputStream in = new BufferedInputStream(new FileInputStream(bytes.getFD()), 1 << 16);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                String text = text(line.toByteArray());
                if (text == null) {
                    damaged++;
                } else {
                    reader.line(at, text);
                }
                at += line.size();
                line.reset();
            } else if (line.size() > LONGEST_LINE) {
                throw new PipelineException(path + ": is not a PixelAnon manifest");
            }
        }
        end = at;
        return damaged;
    }

    /** The first line; empty if it does not have its sum. */
    synchronized String headLine() throws IOException {
        byte[] head = new byte[LONGEST_HEAD];
        bytes.seek(0);
        int stop = lineEnd(head, Math.max(0, bytes.read(head)));
        String text = text(Arrays.copyOf(head, stop));
        return text == null ? "{}" : text;
    }

    /** Whether nothing is in it. */
    synchronized boolean isEmpty() throws IOException {
        return bytes.length() == 0;
    }

    /** Goes on behind the last line; what was torn is cut off. */
    synchronized void cut() throws IOException {
        bytes.setLength(end);
    }

    private static @Nullable String text(byte[] line) {
        int length = line.length - DIGITS - 2;
        if (length < 0 || line[DIGITS] != ' ') {
            return null;
        }
        String sum = new String(line, 0, DIGITS, StandardCharsets.US_ASCII);
        return sum.equals(sum(line, DIGITS + 1, length))
                ? new String(line, DIGITS + 1, length, StandardCharsets.UTF_8)
                : null;
    }

    private static String sum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    /**
     * Adds a line.
     *
     * @param text without line ends
     * @return where it begins
     */
    synchronized long append(String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        byte[] line = new byte[body.length + DIGITS + 2];
        byte[] sum = sum(body, 0, body.length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(sum, 0, line, 0, DIGITS);
        line[DIGITS] = ' ';
        System.arraycopy(body, 0, line, DIGITS + 1, body.length);
        line[line.length - 1] = '\n';
        long at = end;
        boolean whole = false;
        try {
            bytes.seek(at);
            bytes.write(line);
            whole = true;
        } finally {
            if (!whole) {
                bytes.setLength(at); // the disk may be full: half a line would spoil the next one
            }
        }
        end = at + line.length;
        pending++;
        if (pending >= MOST_PENDING || System.nanoTime() - forced > LONGEST_NANOSECONDS) {
            force();
        }
        return at;
    }

    /** Reads a line that was handed on or added. */
    synchronized String lineAt(long at) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        bytes.seek(at);
        boolean ended = false;
        while (!ended && line.size() < LONGEST_LINE) {
            int read = Math.max(0, bytes.read(block));
            int stop = lineEnd(block, read);
            line.write(block, 0, stop);
            ended = stop == 0 || block[stop - 1] == '\n';
        }
        String text = text(line.toByteArray());
        if (text == null) {
            throw new PipelineException(path + ": was changed by another program");
        }
        return text;
    }

    /** Behind the first line end; all of it if there is none. */
    private static int lineEnd(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            if (block[i] == '\n') {
                return i + 1;
            }
        }
        return length;
    }

    private void force() throws IOException {
        if (flushed) {
            bytes.getFD().sync();
        }
        pending = 0;
        forced = System.nanoTime();
    }

    Path path() {
        return path;
    }

    @Override
    public synchronized void close() throws IOException {
        try (bytes) {
            if (pending > 0) {
                force();
            }
            lock.release();
        }
    }
}
