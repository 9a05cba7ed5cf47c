package org.pixelanon.model.source;

import java.util.Base64;
import java.util.HexFormat;

/**
 * A checksum of the bytes of a whole object.
 *
 * @param algorithm how it is computed
 * @param value its bytes, in hexadecimal digits
 */
public record SourceChecksum(Algorithm algorithm, String value) {

    /** Ways to compute a checksum. */
    public enum Algorithm {
        /** RFC 1321. */
        MD5,
        /** FIPS 180-4. */
        SHA1,
        /** FIPS 180-4. */
        SHA256,
        /** ISO 3309, as in ZIP. */
        CRC32,
        /** Castagnoli, RFC 3720. */
        CRC32C,
        /** As in NVM Express. */
        CRC64NVME
    }

    /**
     * A checksum that is told in Base64.
     *
     * @param algorithm how it is computed
     * @param base64 its bytes
     * @return the checksum
     */
    public static SourceChecksum ofBase64(Algorithm algorithm, String base64) {
        return new SourceChecksum(
                algorithm, HexFormat.of().formatHex(Base64.getDecoder().decode(base64)));
    }
}
