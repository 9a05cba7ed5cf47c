package org.pixelanon.dicom.verify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.VR;

/**
 * The bytes that an element must have (DICOM PS3.5 7.1), computed for the proof.
 *
 * @param explicit whether the header states the value representation
 * @param bigEndian byte order of the header
 */
record ElementBytes(boolean explicit, boolean bigEndian) {

    static ElementBytes like(Element e) {
        return new ElementBytes(e.explicit(), e.bigEndian());
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Text of even length: behind an odd one stands one space, behind a UID one zero byte. */
    byte[] text(int tag, VR vr, byte[] text) {
        byte[] pad = new byte[text.length % 2];
        if (pad.length == 1 && vr != VR.UI) {
            pad[0] = ' ';
        }
        return element(tag, vr, join(text, pad));
    }

    byte[] element(int tag, VR vr, byte[] value) {
        return join(header(tag, vr, value.length), value);
    }

    byte[] header(int tag, VR vr, long length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        number(out, Tag.group(tag), 2);
        number(out, tag & 0xFFFF, 2);
        if (explicit) {
            out.writeBytes(ascii(vr.name()));
        }
        if (explicit && vr.hasLongHeader()) {
            number(out, 0, 2);
        }
        number(out, length, explicit && !vr.hasLongHeader() ? 2 : 4);
        return out.toByteArray();
    }

    /** An item, or a delimiter, which has no value representation. */
    byte[] item(int tag, byte[] content) {
        return join(new ElementBytes(false, bigEndian).header(tag, VR.UN, content.length), content);
    }

    private void number(ByteArrayOutputStream out, long value, int bytes) {
        for (int k = 0; k < bytes; k++) {
            out.write((int) (value >> 8 * (bigEndian ? bytes - 1 - k : k)));
        }
    }
}
