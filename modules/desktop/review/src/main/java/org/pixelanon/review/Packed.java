package org.pixelanon.review;

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
final class Packed<T> {

    /** How something becomes bytes and is made of them again. */
    interface Form<T> {

        void write(DataOutputStream out, T value) throws IOException;

        T read(DataInputStream in) throws IOException;
    }

    private final Form<T> form;
    private final byte[] bytes;

    private Packed(Form<T> form, byte[] bytes) {
        this.form = form;
        this.bytes = bytes;
    }

    /** Packs something. */
    static <T> Packed<T> of(Form<T> form, T value) {
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

    /** What was packed, made anew. */
    T value() {
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

    /** Not as the stream's own text, which is limited to 64 KB. */
    static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
