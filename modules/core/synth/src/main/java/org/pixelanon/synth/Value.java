package org.pixelanon.synth;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Function;

/** The value of an element, which writes itself in an encoding. */
sealed interface Value {

    /** Appends the whole element, header included. */
    void write(ByteArrayOutputStream out, int tag, String vr, Encoding encoding, Charset charset);

    /** Text, padded to even length. */
    record Text(String text) implements Value {
        @Override
        public void write(
                ByteArrayOutputStream out, int tag, String vr, Encoding encoding, Charset charset) {
            byte[] bytes = text.getBytes(charset);
            int odd = bytes.length & 1;
            encoding.header(out, tag, vr, bytes.length + odd);
            out.writeBytes(bytes);
            if (odd == 1) {
                out.write(vr.equals("UI") ? 0 : ' ');
            }
        }
    }

    /** Numbers of one width, in the byte order of the encoding. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Numbers(long[] numbers, int width) implements Value {
        @Override
        public void write(
                ByteArrayOutputStream out, int tag, String vr, Encoding encoding, Charset charset) {
            encoding.header(out, tag, vr, numbers.length * width);
            for (long number : numbers) {
                encoding.number(out, number, width);
            }
        }
    }

    /** Raw bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bytes(byte[] bytes) implements Value {
        @Override
        public void write(
                ByteArrayOutputStream out, int tag, String vr, Encoding encoding, Charset charset) {
            encoding.header(out, tag, vr, bytes.length);
            out.writeBytes(bytes);
        }
    }

    /** Bytes in place of the whole element, header included. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Verbatim(byte[] element) implements Value {
        @Override
        public void write(
                ByteArrayOutputStream out, int tag, String vr, Encoding encoding, Charset charset) {
            out.writeBytes(element);
        }
    }

    /** A sequence; each item supplies the bytes of its elements in an encoding. */
    record Items(List<Function<Encoding, byte[]>> items, boolean undefinedLength) implements Value {
        @Override
        public void write(
                ByteArrayOutputStream out, int tag, String vr, Encoding encoding, Charset charset) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (Function<Encoding, byte[]> item : items) {
                byte[] elements = item.apply(encoding);
                int length = undefinedLength ? Encoding.UNDEFINED : elements.length;
                encoding.header(body, Tags.ITEM, vr, length);
                body.writeBytes(elements);
                if (undefinedLength) {
                    encoding.header(body, Tags.ITEM_END, vr, 0);
                }
            }
            encoding.header(out, tag, vr, undefinedLength ? Encoding.UNDEFINED : body.size());
            out.writeBytes(body.toByteArray());
            if (undefinedLength) {
                encoding.header(out, Tags.SEQUENCE_END, vr, 0);
            }
        }
    }

    /** Encapsulated pixel data: the offset table, then the fragments, each of even length. */
    record Encapsulated(List<byte[]> items, boolean delimiter) implements Value {
        @Override
        public void write(
                ByteArrayOutputStream out, int tag, String vr, Encoding encoding, Charset charset) {
            encoding.header(out, tag, vr, Encoding.UNDEFINED);
            for (byte[] item : items) {
                int odd = item.length & 1;
                encoding.header(out, Tags.ITEM, vr, item.length + odd);
                out.writeBytes(item);
                if (odd == 1) {
                    out.write(0);
                }
            }
            if (delimiter) {
                encoding.header(out, Tags.SEQUENCE_END, vr, 0);
            }
        }
    }
}
