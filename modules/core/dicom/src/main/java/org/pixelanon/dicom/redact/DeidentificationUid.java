package org.pixelanon.dicom.redact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.pixelanon.model.Hashes;

/** UIDs derived from UUIDs (DICOM PS3.5 B.2). */
public final class DeidentificationUid {

    private static final String ROOT = "2.25.";

    /** What wrote a file whose own writer is not told. */
    public static final String OURS = hash("PixelAnon", "");

    private DeidentificationUid() {}

    /** The same UID for the same UID and salt, from which neither can be found. */
    public static String hash(String uid, String salt) {
        byte[] bytes = Arrays.copyOf(digest(uid, salt), 16);
        bytes[6] = (byte) (bytes[6] & 0x0F | 0x50);
        bytes[8] = (byte) (bytes[8] & 0x3F | 0x80);
        return ROOT + new BigInteger(1, bytes);
    }

    /** The same hexadecimal digits for the same text and salt, from which neither can be found. */
    public static String digits(String text, String salt, int count) {
        return HexFormat.of().withUpperCase().formatHex(digest(text, salt)).substring(0, count);
    }

    private static byte[] digest(String text, String salt) {
        return Hashes.sha256(salt + "\0" + text);
    }

    /** A new one each time. */
    static String random() {
        String hex = UUID.randomUUID().toString().replace("-", "");
        return ROOT + new BigInteger(hex, 16);
    }
}
