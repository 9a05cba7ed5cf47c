package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.deflate.DeflatedFrame;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Drawn files whose frames our own codecs write. */
final class FuzzFrames {

    private FuzzFrames() {}

    /** The file with its frames in a syntax; as it is if the codec has no such samples. */
    static byte[] encoded(
            SampleFile file, String uid, int[] size, int[] depth, boolean grey, int frames)
            throws IOException {
        byte[] plain = file.toBytes(Syntax.ENCAPSULATED_UNCOMPRESSED);
        FrameShape shape =
                new FrameShape(size[0], size[1], grey ? 1 : 3, depth[0], depth[2] + 1, false);
        List<byte[]> fragments = new ArrayList<>();
        int length = shape.bytes();
        // frames of this syntax stand in the file as they are, each behind the head of its item
        int at = indexOf(plain, new byte[] {(byte) 0xFE, (byte) 0xFF, 0, (byte) 0xE0}, 0);
        at = indexOf(plain, new byte[] {(byte) 0xFE, (byte) 0xFF, 0, (byte) 0xE0}, at + 4);
        FrameEncoder codec = FrameCodecs.encoder(uid).orElse(null);
        for (int i = 0; i < frames; i++, at += 8 + length + (length & 1)) {
            byte[] samples = Arrays.copyOfRange(plain, at + 8, at + 8 + length);
            try {
                fragments.add(
                        codec != null
                                ? codec.encode(samples, shape, null)
                                : DeflatedFrame.deflate(samples));
            } catch (CodecException e) {
                return plain; // the codec has no such samples
            }
        }
        byte[] out =
                file.with(b -> b.fragments(new byte[0], fragments))
                        .toBytes(Syntax.ENCAPSULATED_UNCOMPRESSED);
        byte[] stated = Syntax.ENCAPSULATED_UNCOMPRESSED.uid().getBytes(StandardCharsets.US_ASCII);
        byte[] wanted = Arrays.copyOf(uid.getBytes(StandardCharsets.US_ASCII), stated.length);
        System.arraycopy(wanted, 0, out, indexOf(out, stated, 0), wanted.length);
        return out;
    }

    private static int indexOf(byte[] all, byte[] part, int from) {
        for (int at = from; at + part.length <= all.length; at++) {
            if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new IllegalStateException("not there");
    }
}
