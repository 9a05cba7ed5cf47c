package org.pixelanon.review.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What a session knows and seldom needs, as a few bytes: names, people and times repeat. In memory
 * only, because it may quote what is on an image. Immutable.
 *
 * @param <T> what is packed
 */
public final class Packed<T> {

    /** How something becomes bytes and is made of them again. */
    public interface Form<T> {

        /**
         * Writes all of it.
         *
         * @param out where to
         * @param value what
         * @throws IOException never but for a mistake: it stays in memory
         */
        void write(DataOutputStream out, T value) throws IOException;

        /**
         * Makes it anew.
         *
         * @param in what was written
         * @return equal to what was written
         * @throws IOException never but for a mistake: it stays in memory
         */
        T read(DataInputStream in) throws IOException;
    }

    private final Form<T> form;
    private final byte[] bytes;

    private Packed(Form<T> form, byte[] bytes) {
        this.form = form;
        this.bytes = bytes;
    }

    /**
     * Packs something.
     *
     * @param form how it becomes bytes
     * @param value what
     * @param <T> what it is
     * @return the bytes
     */
    public static <T> Packed<T> of(Form<T> form, T value) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED, true);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed, fast))) {
            form.write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return new Packed<>(form, packed.toByteArray());
    }

    /**
     * What was packed, made anew.
     *
     * @return equal to what was packed
     */
    public T value() {
        Inflater inflater = new Inflater(true);
        InflaterInputStream inflated =
                new InflaterInputStream(new ByteArrayInputStream(bytes), inflater);
        try (DataInputStream in = new DataInputStream(inflated)) {
            return form.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            inflater.end();
        }
    }

    /**
     * Writes a text, not as the stream's own, which is limited to 64 KB.
     *
     * @param out where to
     * @param text of any length
     * @throws IOException if it cannot be written
     */
    public static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    /**
     * Reads a text.
     *
     * @param in what was written
     * @return the text
     * @throws IOException if it cannot be read
     */
    public static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
