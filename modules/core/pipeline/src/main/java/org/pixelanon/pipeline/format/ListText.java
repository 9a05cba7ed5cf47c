package org.pixelanon.pipeline.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.pixelanon.pipeline.PipelineException;

/**
 * The text of a list that people made: UTF-8, with or without byte order mark. A byte that belongs
 * to no character becomes a lone surrogate, so that the row with it can be named instead of being
 * read as another row. Behind the last line comes {@link #END} in a line of its own.
 */
public final class ListText extends Reader {

    /**
     * The parser takes a quote that does not end for one that ends with the file; then this is
     * within the quotes, and not a row of its own.
     */
    public static final String END = "\u0000end of the list\u0000";

    /** More characters than any field of a list has. */
    public static final int LONGEST_FIELD = 1 << 22;

    private static final int BUFFER = 1 << 14;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** What a byte without character is added to, as Python's surrogateescape does. */
    private static final int LONE = 0xDC00;

    private final InputStream in;
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private final CharBuffer end = CharBuffer.wrap("\n" + END);
    private boolean ended;

    private ListText(InputStream in) {
        this.in = in;
    }

    /**
     * Opens a list.
     *
     * @param list the file
     * @return its text, to be closed by the caller
     * @throws PipelineException if it is text of 16 or 32 bits
     * @throws IOException if it cannot be read
     */
    public static ListText open(Path list) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(list), BUFFER);
        try {
            requireBytes(list, in);
            return new ListText(in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Passes over the mark. Text of 16 bits begins with its own mark, or has zeros in between. */
    private static void requireBytes(Path list, InputStream in) throws IOException {
        in.mark(MARK.length);
        byte[] start = in.readNBytes(MARK.length);
        in.reset();
        if (java.util.Arrays.equals(start, MARK)) {
            in.skipNBytes(MARK.length);
        } else if (start.length > 1
                && (isMark(start[0], start[1]) || start[0] == 0 || start[1] == 0)) {
            throw new PipelineException(
                    list + ": line 1: this is UTF-16 and not UTF-8; save the list as UTF-8");
        }
    }

    private static boolean isMark(byte first, byte second) {
        return (first == (byte) 0xFE && second == (byte) 0xFF)
                || (first == (byte) 0xFF && second == (byte) 0xFE);
    }

    /**
     * Whether a text holds a byte that belongs to no character, or a zero.
     *
     * @param text of a list that was opened here
     * @return true if it is not what its writer wrote
     */
    public static boolean isDamaged(String text) {
        return text.codePoints()
                .anyMatch(
                        c ->
                                c == 0
                                        || c >= Character.MIN_SURROGATE
                                                && c <= Character.MAX_SURROGATE);
    }

    /**
     * Whether a text can be the name of a file on this system.
     *
     * @param text the text
     * @return false for nothing, a zero, or letters that the system's character set lacks
     */
    public static boolean isName(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * What is wrong with a list that is no CSV. FastCSV puts the line number into the message of
     * the exception or of its cause, never field values.
     *
     * @param e what the parser threw
     * @return its words
     */
    public static String problem(CsvParseException e) {
        Throwable cause = e.getCause();
        return cause == null
                ? String.valueOf(e.getMessage())
                : e.getMessage() + " " + cause.getMessage();
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (ended) {
                int count = Math.min(length, end.remaining());
                end.get(into, offset, count);
                return count == 0 && length > 0 ? -1 : count;
            }
            fill();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(into, offset, count);
        return count;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, read < 0);
        while (result.isError() && chars.remaining() >= result.length()) {
            for (int i = 0; i < result.length(); i++) {
                chars.put((char) (LONE + (bytes.get() & 0xFF)));
            }
            result = decoder.decode(bytes, chars, read < 0);
        }
        ended = read < 0 && !bytes.hasRemaining();
        chars.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
