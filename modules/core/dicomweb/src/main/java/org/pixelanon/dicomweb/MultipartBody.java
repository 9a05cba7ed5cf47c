package org.pixelanon.dicomweb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a multipart body (RFC 2046 5.1, RFC 2387) as it arrives and passes on the content of its
 * only part. Buffers at most a delimiter. Not thread-safe.
 */
final class MultipartBody extends OutputStream {

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
    private static final int LONGEST_HEAD = 16_384;
    private static final String DICOM = "application/dicom";
    private static final byte[] NOTHING = {};
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final int TWO_LINE_ENDS = 0x0D0A0D0A;
    private static final int ONE_LINE_END = 0x0D0A;

    /** The position in the body. */
    private enum At {
        PREAMBLE,
        HEAD,
        PART,
        DELIMITER_END,
        END
    }

    /** The body is malformed; the message does not quote it. */
    static final class Malformed extends IOException {

        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    private final byte[] delimiter;
    private final OutputStream part;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private At at = At.PREAMBLE;
    private byte[] waiting;
    private int last;
    private int parts;
    private int ends;

    /**
     * A body.
     *
     * @param contentType the content type of the response
     * @param part receives the bytes of the part
     * @throws Malformed if it states no boundary
     */
    MultipartBody(String contentType, OutputStream part) throws Malformed {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new Malformed("states no boundary of its parts");
        }
        String text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        this.delimiter = ("\r\n--" + text).getBytes(StandardCharsets.ISO_8859_1);
        this.part = part;
        this.waiting = LINE_END.clone(); // the first delimiter may begin the body
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int i = offset;
        int end = offset + length;
        while (i < end) {
            i =
                    switch (at) {
                        case PREAMBLE, PART -> search(bytes, i, end);
                        case DELIMITER_END -> delimiterEnd(bytes[i], i);
                        case HEAD -> head(bytes[i], i);
                        case END -> end;
                    };
        }
    }

    /** Passes on everything except delimiters; bytes that may begin one are held back. */
    private int search(byte[] bytes, int from, int end) throws IOException {
        byte[] all = Arrays.copyOf(waiting, waiting.length + end - from);
        System.arraycopy(bytes, from, all, waiting.length, end - from);
        int found = found(all);
        if (found >= 0) {
            pass(all, found);
            int behind = from + found + delimiter.length - waiting.length;
            waiting = NOTHING;
            at = At.DELIMITER_END;
            ends = 0;
            return behind;
        }
        int kept = Math.min(all.length, delimiter.length - 1);
        pass(all, all.length - kept);
        waiting = Arrays.copyOfRange(all, all.length - kept, all.length);
        return end;
    }

    private int found(byte[] all) {
        for (int i = 0; i + delimiter.length <= all.length; i++) {
            if (all[i] == delimiter[0]
                    && Arrays.equals(
                            all, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
                return i;
            }
        }
        return -1;
    }

    private void pass(byte[] bytes, int length) throws IOException {
        if (at == At.PART && length > 0) {
            part.write(bytes, 0, length);
        }
    }

    /**
     * Two hyphens end the body; otherwise the line ends, perhaps after blanks, and a header begins.
     */
    private int delimiterEnd(byte b, int i) throws Malformed {
        if (b == '-' && ends >= 0) {
            ends++;
            if (ends == 2) {
                at = At.END;
            }
        } else if (b == '\n') {
            at = At.HEAD;
            head.reset();
            parts++;
            if (parts > 1) {
                throw new Malformed("has more than one part, but one instance was requested");
            }
        } else if (b == '\r' || b == ' ' || b == '\t') {
            ends = -1;
        } else {
            throw new Malformed("has an incomplete delimiter");
        }
        return i + 1;
    }

    private int head(byte b, int i) throws Malformed {
        head.write(b);
        if (head.size() > LONGEST_HEAD) {
            throw new Malformed("has a part with an overlong header");
        }
        last = last << 8 | b & 0xFF;
        boolean empty = head.size() == 2 && (last & 0xFFFF) == ONE_LINE_END;
        if (empty || last == TWO_LINE_ENDS && head.size() > 2) {
            String text = head.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            if (text.contains("content-type:") && !text.contains(DICOM)) {
                throw new Malformed("has a part that is not DICOM");
            }
            at = At.PART;
        }
        return i + 1;
    }

    /**
     * Checks the end of the body.
     *
     * @throws Malformed if its end is missing, or it had no part
     */
    void requireWhole() throws Malformed {
        if (at != At.END) {
            throw new Malformed("ends before its last part does");
        }
        if (parts == 0) {
            throw new Malformed("has no part");
        }
    }
}
