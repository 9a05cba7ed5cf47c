package org.pixelanon.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Progress;

/** Reports in megabytes how far a file was read, and stops on request. */
final class CountingStream extends FilterInputStream {

    private static final long STEP = 1 << 20;

    private final @Nullable Progress progress;
    private long since;
    private boolean begun;
    private Path file = Path.of("");

    CountingStream(InputStream in, @Nullable Progress progress) {
        super(in);
        this.progress = progress;
    }

    void begin(Path of, long size) {
        file = of;
        if (progress != null) {
            progress.begin("MB of " + of.getFileName(), Math.max(1, size / STEP));
            begun = true;
        }
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(long bytes) throws TableException {
        since += bytes;
        Progress told = progress;
        if (told == null) {
            return;
        }
        while (begun && since >= STEP) {
            since -= STEP;
            told.step("");
        }
        if (told.isCancelled()) {
            throw new TableException(file + ": stopped");
        }
    }

    @Override
    public void close() throws IOException {
        if (begun && progress != null) {
            progress.end();
        }
        super.close();
    }
}
