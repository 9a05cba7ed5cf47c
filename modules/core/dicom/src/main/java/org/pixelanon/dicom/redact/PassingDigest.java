package org.pixelanon.dicom.redact;

import java.io.Closeable;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Hashes;

/**
 * SHA-256 of passing bytes. Beyond a few blocks it is computed on its own thread while the next
 * ones are read and written, because hashing takes longer than copying. The creator closes it. Not
 * thread-safe.
 */
final class PassingDigest implements Closeable {

    private static final int BLOCK = 128 << 10;

    /** How far bytes may be ahead of their hash. */
    private static final int BLOCKS = 8;

    private final MessageDigest digest = Hashes.sha256();
    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BLOCKS);
    private byte[] block = new byte[BLOCK];
    private int filled;
    private @Nullable ExecutorService thread;
    private @Nullable Future<?> last;

    /** Takes the bytes that remain in a buffer, whose position does not move. */
    void pass(ByteBuffer bytes) throws InterruptedIOException {
        ByteBuffer rest = bytes.duplicate();
        while (rest.hasRemaining()) {
            int n = Math.min(rest.remaining(), BLOCK - filled);
            rest.get(block, filled, n);
            filled += n;
            if (filled == BLOCK) {
                hand();
            }
        }
    }

    private void hand() throws InterruptedIOException {
        ExecutorService runner = thread;
        if (runner == null) {
            runner = Executors.newSingleThreadExecutor(PassingDigest::daemon);
            thread = runner;
            for (int i = 1; i < BLOCKS; i++) {
                free.add(new byte[BLOCK]);
            }
        }
        byte[] full = block;
        last =
                runner.submit(
                        () -> {
                            digest.update(full);
                            free.add(full);
                        });
        try {
            block = free.take();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        filled = 0;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sha-256");
        thread.setDaemon(true);
        return thread;
    }

    /** The hash of all that passed, in hexadecimal digits; ends it. */
    String finish() throws InterruptedIOException {
        Future<?> pending = last;
        if (pending != null) {
            try {
                pending.get();
            } catch (InterruptedException e) {
                throw interrupted();
            } catch (ExecutionException e) {
                throw new IllegalStateException("hashing failed", e);
            }
        }
        digest.update(block, 0, filled);
        return Hashes.hex(digest.digest());
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }
}
