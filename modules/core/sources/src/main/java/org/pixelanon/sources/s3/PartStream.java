package org.pixelanon.sources.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of an open file. Holds nothing that would have to be closed. */
final class PartStream extends InputStream {

    private final FileChannel file;
    private final long end;
    private long at;

    PartStream(FileChannel file, long from, long length) {
        this.file = file;
        this.at = from;
        this.end = from + length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int wanted = (int) Math.min(length, end - at);
        int n = wanted == 0 ? -1 : file.read(ByteBuffer.wrap(into, offset, wanted), at);
        at += Math.max(0, n);
        return n;
    }
}
