package org.pixelanon.tables;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.zip.GZIPInputStream;

/**
 * Decodes the bytes of a table: decompressed, without a byte order mark, and without replacement
 * characters.
 */
final class TableText {

    /**
     * A final row added to detect unclosed quotes: the parser closes an open quote at the end of
     * the file, and then this text is inside the quotes and not a separate row.
     */
    static final String END = "\u0000end of the table\u0000";

    private static final int MAGIC_1 = 0x1F;
    private static final int MAGIC_2 = 0x8B;
    private static final int BUFFER = 1 << 16;

    private TableText() {}

    /** The text, followed by {@link #END} on its own line. */
    static Reader open(InputStream in, Charset charset) throws IOException {
        return new Ended(new InputStreamReader(plain(in), decoder(charset)));
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static InputStream plain(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(4);
        boolean packed = buffered.read() == MAGIC_1 && buffered.read() == MAGIC_2;
        buffered.reset();
        BufferedInputStream plain =
                packed
                        ? new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER)
                        : buffered;
        plain.mark(4);
        byte[] start = plain.readNBytes(3);
        plain.reset();
        if (start.length == 3
                && start[0] == (byte) 0xEF
                && start[1] == (byte) 0xBB
                && start[2] == (byte) 0xBF) {
            plain.skipNBytes(3);
        }
        return plain;
    }

    /**
     * The line of the first invalid bytes. Row readers do not know it, since decoding is some
     * buffers ahead.
     *
     * @return 1-based; the last line if all is text
     */
    static long lineOfBadBytes(InputStream in, Charset charset) throws IOException {
        InputStream plain = plain(in);
        CharsetDecoder decoder = decoder(charset);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        long line = 1;
        char before = 0;
        while (true) {
            int read = plain.read(bytes.array(), bytes.position(), bytes.remaining());
            bytes.position(bytes.position() + Math.max(0, read)).flip();
            CoderResult result = decoder.decode(bytes, chars, read < 0);
            chars.flip();
            while (chars.hasRemaining()) {
                char c = chars.get();
                if (c == '\r' || c == '\n' && before != '\r') {
                    line++;
                }
                before = c;
            }
            chars.clear();
            bytes.compact();
            if (result.isError() || read < 0 && result.isUnderflow()) {
                return line;
            }
        }
    }

    /** Adds the end. */
    private static final class Ended extends FilterReader {

        private final CharBuffer end = CharBuffer.wrap("\n" + END);

        Ended(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            if (read >= 0 || !end.hasRemaining()) {
                return read;
            }
            int count = Math.min(length, end.remaining());
            end.get(buffer, offset, count);
            return count;
        }
    }
}
