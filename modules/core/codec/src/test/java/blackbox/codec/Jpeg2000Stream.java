package blackbox.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes codestreams of JPEG 2000 (ISO 15444-1 annex A) marker by marker. */
final class Jpeg2000Stream {

    /** The marker segment of one level of quantisation, none, for any number of bands. */
    private static final int GUARD = 0x40;

    int width = 64;
    int height = 64;
    int left;
    int top;
    int tileWidth = 64;
    int tileHeight = 64;
    int components = 1;
    int flags;
    int order;
    int layers = 1;
    int levels;
    int block = 4;
    int modes;
    int[] precincts = {};
    final List<byte[]> further = new ArrayList<>();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    /** A codestream of samples of eight bits. */
    static Jpeg2000Stream of(int width, int height) {
        Jpeg2000Stream stream = new Jpeg2000Stream();
        stream.width = width;
        stream.height = height;
        stream.tileWidth = width;
        stream.tileHeight = height;
        return stream;
    }

    /** Adds a tile-part. */
    Jpeg2000Stream part(int tile, int number, int stated, byte[] packets, byte[]... segments) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] segment : segments) {
            body.writeBytes(segment);
        }
        body.write(0xFF);
        body.write(0x93);
        body.writeBytes(packets);
        ByteBuffer head = ByteBuffer.allocate(12);
        head.putShort((short) 0xFF90).putShort((short) 10).putShort((short) tile);
        head.putInt(12 + body.size()).put((byte) number).put((byte) stated);
        parts.writeBytes(head.array());
        parts.writeBytes(body.toByteArray());
        return this;
    }

    /** A marker segment with its length. */
    static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .putShort((short) marker)
                .putShort((short) (2 + content.length))
                .put(content)
                .array();
    }

    /** All of it, the end marker included. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0xFF);
        out.write(0x4F);
        out.writeBytes(size());
        out.writeBytes(style());
        byte[] quantisation = new byte[2 + 3 * levels];
        Arrays.fill(quantisation, (byte) GUARD);
        out.writeBytes(segment(0xFF5C, quantisation));
        further.forEach(out::writeBytes);
        out.writeBytes(parts.toByteArray());
        out.write(0xFF);
        out.write(0xD9);
        return out.toByteArray();
    }

    private byte[] size() {
        ByteBuffer size = ByteBuffer.allocate(36 + 3 * components);
        size.putShort((short) 0).putInt(left + width).putInt(top + height).putInt(left).putInt(top);
        size.putInt(tileWidth).putInt(tileHeight).putInt(0).putInt(0);
        size.putShort((short) components);
        for (int i = 0; i < components; i++) {
            size.put((byte) 7).put((byte) 1).put((byte) 1);
        }
        return segment(0xFF51, size.array());
    }

    private byte[] style() {
        ByteBuffer style = ByteBuffer.allocate(10 + precincts.length);
        style.put((byte) (flags | (precincts.length > 0 ? 1 : 0))).put((byte) order);
        style.putShort((short) layers).put((byte) 0).put((byte) levels);
        style.put((byte) (block - 2)).put((byte) (block - 2)).put((byte) modes).put((byte) 1);
        for (int precinct : precincts) {
            style.put((byte) precinct);
        }
        return segment(0xFF52, style.array());
    }
}
