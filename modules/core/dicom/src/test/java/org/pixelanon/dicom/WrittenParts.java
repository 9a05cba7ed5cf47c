package org.pixelanon.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Parts of a file as they are written. */
final class WrittenParts {

    private WrittenParts() {}

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** An element with another value and its length. */
    static byte[] valued(
            byte[] own, int value, byte[] newValue, boolean explicit, boolean bigEndian) {
        ByteBuffer header =
                ByteBuffer.wrap(Arrays.copyOf(own, value))
                        .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        if (explicit && value == 8) {
            header.putShort(6, (short) newValue.length);
        } else if (value == 12) {
            header.putInt(8, newValue.length);
        } else {
            header.putInt(4, newValue.length);
        }
        return join(header.array(), newValue);
    }

    static byte[] element(int tag, String vr, byte[] value, boolean explicit, boolean bigEndian) {
        boolean wide = explicit && vr.equals("OB");
        ByteBuffer header =
                ByteBuffer.allocate(wide ? 12 : 8)
                        .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        header.putShort((short) (tag >>> 16)).putShort((short) tag);
        if (explicit) {
            header.put(vr.getBytes(StandardCharsets.US_ASCII));
        }
        return valued(header.array(), header.capacity(), value, explicit, bigEndian);
    }

    /** An item whose length is put right if it states one. */
    static byte[] sized(byte[] item, int was, boolean bigEndian) {
        if (item.length == 0 || item.length == 2 * was) {
            return item;
        }
        byte[] out = item.clone();
        ByteBuffer b =
                ByteBuffer.wrap(out)
                        .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        if (b.getInt(4) != -1) {
            b.putInt(4, item.length - 8);
        }
        return out;
    }

    static byte[] deflatedAgain(byte[] own) {
        Inflater inflater = new Inflater(true);
        Deflater deflater = new Deflater(Deflater.NO_COMPRESSION, true);
        try {
            inflater.setInput(own);
            byte[] frame = new byte[1 << 16];
            deflater.setInput(frame, 0, inflater.inflate(frame));
            deflater.finish();
            byte[] out = new byte[1 << 16];
            int n = deflater.deflate(out);
            return Arrays.copyOf(out, n + n % 2);
        } catch (DataFormatException e) {
            return own;
        } finally {
            inflater.end();
            deflater.end();
        }
    }

    /** Behind the segment SIZ of JPEG 2000, which must be the first. */
    static int afterSize(byte[] codestream) {
        return 4 + ((codestream[4] & 0xFF) << 8 | codestream[5] & 0xFF);
    }

    static byte[] fragment(byte[] content) {
        ByteBuffer header = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort((short) 0xFFFE).putShort((short) 0xE000).putInt(content.length);
        return join(header.array(), content);
    }
}
