package org.pixelanon.model;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Writes lines to a terminal: line feeds and tabs pass, all other invisible characters are written
 * as escapes; beyond ASCII as JSON escapes, where such characters occur in strings only. Not
 * thread-safe.
 */
public final class EscapingWriter extends FilterWriter {

    private static final int NONE = -1;
    private static final int DELETE = 0x7F;

    /** The first half of a character, or a carriage return whose line feed may follow. */
    private int held = NONE;

    /**
     * Shows what is written.
     *
     * @param out where to; closed with this
     */
    public EscapingWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        char unit = (char) c;
        if (held == '\r') {
            held = NONE;
            out.write(unit == '\n' ? "\r" : Printable.escape('\r'));
        } else if (held != NONE) {
            char first = (char) held;
            held = NONE;
            if (Character.isLowSurrogate(unit)) {
                show(Character.toCodePoint(first, unit));
                return;
            }
            show(first);
        }
        if (unit == '\r' || Character.isHighSurrogate(unit)) {
            held = unit;
        } else {
            show(unit);
        }
    }

    private void show(int c) throws IOException {
        if (c == '\n' || c == '\t' || Printable.shows(c)) {
            out.write(Character.toString(c));
        } else if (c < DELETE) {
            out.write(Printable.escape(c));
        } else {
            for (char unit : Character.toChars(c)) {
                out.write(String.format(Locale.ROOT, "\\u%04x", (int) unit));
            }
        }
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(buffer[i]);
        }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(text.charAt(i));
        }
    }

    @Override
    public void close() throws IOException {
        if (held != NONE) {
            out.write(Printable.escape(held));
            held = NONE;
        }
        super.close();
    }
}
