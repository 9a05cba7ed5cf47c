package org.pixelanon.sources.s3;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.source.SourceChecksum;
import org.pixelanon.model.source.SourceChecksum.Algorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** What a store keeps of the bytes of a whole object. */
final class S3Checksums {

    private static final Pattern MD5 = Pattern.compile("\"?([0-9a-fA-F]{32})\"?");

    private static final Pattern PARTS = Pattern.compile("\"?([0-9a-fA-F]{32}-[0-9]{1,5})\"?");

    private S3Checksums() {}

    /** The strongest that there is; empty for an object that was put together from parts. */
    static Optional<SourceChecksum> of(HeadObjectResponse head) {
        if (head.checksumType() != ChecksumType.COMPOSITE) {
            Optional<SourceChecksum> kept =
                    of(Algorithm.SHA256, head.checksumSHA256())
                            .or(() -> of(Algorithm.SHA1, head.checksumSHA1()))
                            .or(() -> of(Algorithm.CRC64NVME, head.checksumCRC64NVME()))
                            .or(() -> of(Algorithm.CRC32C, head.checksumCRC32C()))
                            .or(() -> of(Algorithm.CRC32, head.checksumCRC32()));
            if (kept.isPresent()) {
                return kept;
            }
        }
        return md5(head);
    }

    /** An entity tag is the MD5 of the bytes, except of parts and under keys of the service. */
    private static Optional<SourceChecksum> md5(HeadObjectResponse head) {
        return isOfBytes(head) ? ofTag(head.eTag()) : Optional.empty();
    }

    private static boolean isOfBytes(HeadObjectResponse head) {
        ServerSideEncryption encryption = head.serverSideEncryption();
        boolean plain = encryption == null || encryption == ServerSideEncryption.AES256;
        return plain && head.sseCustomerAlgorithm() == null && head.eTag() != null;
    }

    /** The MD5 of the MD5 of parts and how many they are, if that is what the entity tag is. */
    static Optional<String> ofParts(HeadObjectResponse head) {
        if (!isOfBytes(head)) {
            return Optional.empty();
        }
        Matcher tag = PARTS.matcher(head.eTag());
        return tag.matches()
                ? Optional.of(tag.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static Optional<SourceChecksum> ofTag(String tag) {
        return Optional.of(MD5.matcher(tag))
                .filter(Matcher::matches)
                .map(m -> new SourceChecksum(Algorithm.MD5, m.group(1)));
    }

    /** A composite one is the checksum of checksums, and says how many. */
    private static Optional<SourceChecksum> of(Algorithm algorithm, @Nullable String base64) {
        return base64 == null || base64.indexOf('-') >= 0
                ? Optional.empty()
                : Optional.of(SourceChecksum.ofBase64(algorithm, base64));
    }
}
