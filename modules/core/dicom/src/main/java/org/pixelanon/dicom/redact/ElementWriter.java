package org.pixelanon.dicom.redact;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.VR;

/**
 * Writes single elements (DICOM PS3.5 chapter 7).
 *
 * @param explicit whether headers state the value representation
 * @param bigEndian byte order of headers and values
 */
public record ElementWriter(boolean explicit, boolean bigEndian) {

    /** As a given element is written. */
    static ElementWriter like(Element e) {
        return new ElementWriter(e.explicit(), e.bigEndian());
    }

    /** As the data set of a file is written. */
    static ElementWriter of(DicomFile file) {
        return like(file.attributes().elements().get(0));
    }

    /** An element of text, padded to even length. */
    public byte[] text(int tag, VR vr, byte[] value) {
        if ((value.length & 1) == 0) {
            return element(tag, vr, value);
        }
        byte[] even = new byte[value.length + 1];
        System.arraycopy(value, 0, even, 0, value.length);
        even[value.length] = (byte) (vr == VR.UI ? 0 : ' ');
        return element(tag, vr, even);
    }

    /** An element of ASCII text, padded to even length. */
    public byte[] text(int tag, VR vr, String value) {
        return text(tag, vr, value.getBytes(StandardCharsets.US_ASCII));
    }

    /** An element with a value of even length. */
    public byte[] element(int tag, VR vr, byte[] value) {
        return join(header(tag, vr, value.length), value);
    }

    /** Tag, value representation and length; -1 is the undefined length. */
    public byte[] header(int tag, VR vr, long length) {
        boolean wide = explicit && vr.hasLongHeader();
        ByteBuffer b = buffer(wide ? 12 : 8);
        b.putShort((short) (tag >>> 16)).putShort((short) tag);
        if (explicit) {
            b.put((byte) vr.name().charAt(0)).put((byte) vr.name().charAt(1));
        }
        if (wide) {
            b.putShort((short) 0);
        }
        if (explicit && !wide) {
            b.putShort((short) length);
        } else {
            b.putInt((int) length);
        }
        return b.array();
    }

    /** An item or a delimiter. */
    public byte[] item(int tag, byte[] content) {
        ByteBuffer b = buffer(8);
        b.putShort((short) (tag >>> 16)).putShort((short) tag).putInt(content.length);
        return join(b.array(), content);
    }

    /** An item with a code of DCM (PS3.16 annex D). */
    byte[] code(String value, String meaning) {
        return item(
                Tag.Item,
                join(
                        text(0x00080100, VR.SH, value),
                        text(0x00080102, VR.SH, "DCM"),
                        text(0x00080104, VR.LO, meaning)));
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size)
                .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /** Arrays one behind the other. */
    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
