package blackbox.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.deflate.DeflatedFrame;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Frames of 40x48 grey pixels in any transfer syntax, and files around them. */
final class Coded {

    static final int ROWS = 40;
    static final int COLUMNS = 48;
    static final String NATIVE = "1.2.840.10008.1.2.1.98";
    static final String DEFLATED = "1.2.840.10008.1.2.8.1";
    static final String RLE = "1.2.840.10008.1.2.5";
    static final String BASELINE = "1.2.840.10008.1.2.4.50";
    static final String LOSSLESS = "1.2.840.10008.1.2.4.70";
    static final String JPEG_LS = "1.2.840.10008.1.2.4.80";
    static final String JPEG_2000 = "1.2.840.10008.1.2.4.90";

    private Coded() {}

    private static SampleFile sample(int number) {
        return SampleFile.of(ROWS, COLUMNS)
                .samples((f, r, c, k) -> (r * 3 + c * 2 + number * 40) & 0xFF);
    }

    /** A frame whose samples tell its number. */
    static byte[] frame(String uid, int number) throws IOException {
        byte[] plain = new byte[ROWS * COLUMNS];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (byte) (i / COLUMNS * 3 + i % COLUMNS * 2 + number * 40);
        }
        if (uid.equals(NATIVE)) {
            return plain;
        }
        if (uid.equals(DEFLATED)) {
            return DeflatedFrame.deflate(plain);
        }
        Optional<FrameEncoder> codec = FrameCodecs.encoder(uid);
        if (codec.isPresent()) {
            return codec.get().encode(plain, new FrameShape(ROWS, COLUMNS, 1, 8), null);
        }
        return baseline(sample(number));
    }

    /** The only codestream of a baseline file. */
    static byte[] baseline(SampleFile sample) throws IOException {
        byte[] file = sample.toBytes(Syntax.JPEG_BASELINE);
        int at = indexOf(file, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(at - 4);
        return Arrays.copyOfRange(file, at, at + length);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Offsets of fragments, of 4 or 8 bytes each. */
    static byte[] table(int bytes, int count, List<byte[]> fragments) {
        ByteBuffer b = ByteBuffer.allocate(bytes * count).order(ByteOrder.LITTLE_ENDIAN);
        long at = 0;
        for (int i = 0; i < count; i++) {
            if (bytes == 4) {
                b.putInt((int) at);
            } else {
                b.putLong(at);
            }
            at += 8 + (fragments.get(i).length + 1) / 2 * 2;
        }
        return b.array();
    }

    /** A file of fragments. */
    static Path write(
            Path path,
            String uid,
            int frames,
            byte[] table,
            byte[] extended,
            List<byte[]> fragments)
            throws IOException {
        SampleFile sample =
                SampleFile.of(ROWS, COLUMNS)
                        .frames(frames)
                        .with(
                                b -> {
                                    b.fragments(table, new ArrayList<>(fragments));
                                    if (extended.length > 0) {
                                        b.bytes(0x7FE00001, "OV", extended);
                                    }
                                });
        if (uid.equals(RLE)) {
            return sample.write(path, Syntax.RLE);
        }
        byte[] file = sample.toBytes(Syntax.ENCAPSULATED_UNCOMPRESSED);
        // the builder knows no such syntax, but one whose UID is as long
        byte[] stated = Syntax.ENCAPSULATED_UNCOMPRESSED.uid().getBytes(StandardCharsets.US_ASCII);
        byte[] wanted = Arrays.copyOf(uid.getBytes(StandardCharsets.US_ASCII), stated.length);
        System.arraycopy(wanted, 0, file, indexOf(file, stated), wanted.length);
        return Files.write(path, file);
    }

    static int indexOf(byte[] all, byte[] part) {
        for (int at = 0; at + part.length <= all.length; at++) {
            if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }
}
