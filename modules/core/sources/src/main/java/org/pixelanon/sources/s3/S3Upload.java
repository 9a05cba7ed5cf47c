package org.pixelanon.sources.s3;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.source.PutCondition;
import org.pixelanon.model.source.SourceChecksum;
import org.pixelanon.model.source.SourceChecksum.Algorithm;
import org.pixelanon.model.source.SourceObject;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.sources.SourceException;
import org.pixelanon.sources.remote.Checksums;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Puts one file into a bucket, in one request or, if it is too large for that, in parts, so that
 * the object is there whole or not at all. The store is told the checksums and refuses other bytes;
 * whether it has looked is asked of it afterwards.
 */
final class S3Upload {

    static final String CONTENT_TYPE = "application/dicom";

    /** Under it an object says which request made it. */
    static final String MARK = "pixelanon-upload";

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client client;
    private final String bucket;
    private final S3Objects objects;
    private final S3PartSizes sizes;
    private final S3Parts parts;

    S3Upload(S3Client client, String bucket, S3Objects objects, S3PartSizes sizes) {
        this.client = client;
        this.bucket = bucket;
        this.objects = objects;
        this.sizes = sizes;
        this.parts = new S3Parts(client, bucket, objects, sizes);
    }

    SourceObject put(Path file, SourceUrl url, PutCondition condition) throws IOException {
        long size = Files.size(file);
        Sums sums = Sums.of(file, size);
        String tag = send(file, url, condition, sums);
        HeadObjectResponse head = objects.head(url);
        if (head == null || (tag != null && !tag.equals(head.eTag()))) {
            throw new SourceException(
                    url, "was replaced or removed by someone else right after it was stored", null);
        }
        if (head.contentLength() != size || !confirmed(url, head, sums)) {
            remove(url);
            throw new SourceException(
                    url,
                    "the store has different bytes than were sent; the object was removed",
                    null);
        }
        return objects.find(url)
                .orElseThrow(() -> new SourceException(url, "was removed right away", null));
    }

    private @Nullable String send(Path file, SourceUrl url, PutCondition condition, Sums sums)
            throws IOException {
        if (condition instanceof PutCondition.Absent && objects.head(url) != null) {
            throw new FileAlreadyExistsException(url.toString()); // not all know conditions
        }
        String mark = UUID.randomUUID().toString();
        try {
            if (sums.size() > sizes.whole()) {
                return parts.send(file, sums.size(), url, condition, mark);
            }
            return whole(file, url, condition, sums, mark);
        } catch (S3Exception e) {
            return stands(url, mark, e);
        } catch (SdkException e) {
            throw S3Failures.of(url, "write", e);
        }
    }

    private @Nullable String whole(
            Path file, SourceUrl url, PutCondition condition, Sums sums, String mark) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(url.path())
                        .contentType(CONTENT_TYPE)
                        .metadata(Map.of(MARK, mark))
                        .contentMD5(sums.base64(sums.md5()))
                        .checksumSHA256(sums.base64(sums.sha256()));
        if (condition instanceof PutCondition.Absent) {
            request.ifNoneMatch("*");
        } else if (condition instanceof PutCondition.Version version) {
            request.ifMatch(version.version());
        }
        return client.putObject(request.build(), RequestBody.fromFile(file)).eTag();
    }

    /**
     * A request whose answer was lost is sent once more, and what it has made stands in its way
     * then: an object, or that its parts are used up.
     */
    private @Nullable String stands(SourceUrl url, String mark, S3Exception refusal)
            throws IOException {
        int status = refusal.statusCode();
        boolean inTheWay = status == PRECONDITION_FAILED || status == CONFLICT;
        if (!inTheWay && status != NOT_FOUND) {
            throw S3Failures.of(url, "write", refusal);
        }
        HeadObjectResponse head = objects.head(url);
        if (head != null && head.hasMetadata() && mark.equals(head.metadata().get(MARK))) {
            return head.eTag();
        }
        if (inTheWay) {
            throw new FileAlreadyExistsException(url.toString());
        }
        throw S3Failures.of(url, "write", refusal);
    }

    private boolean confirmed(SourceUrl url, HeadObjectResponse head, Sums sums)
            throws IOException {
        Optional<SourceChecksum> kept = S3Checksums.of(head);
        if (kept.isPresent()) {
            return sums.value(kept.get().algorithm()).equals(kept.get().value());
        }
        Optional<String> ofParts = S3Checksums.ofParts(head);
        if (ofParts.isPresent() && sums.size() > sizes.whole()) {
            return ofParts.get().equals(parts.tag(sums.file(), sums.size(), url));
        }
        throw new SourceException(
                url, "was stored, but the store gives no checksum: not confirmed", null);
    }

    private void remove(SourceUrl url) throws SourceException {
        try {
            client.deleteObject(d -> d.bucket(bucket).key(url.path()));
        } catch (SdkException e) {
            throw new SourceException(
                    url,
                    "the store has different bytes than were sent, and does not remove it",
                    null);
        }
    }

    /** Checksums of the file that is sent. */
    private record Sums(Path file, long size, String md5, String sha256) {

        static Sums of(Path file, long size) throws IOException {
            return new Sums(
                    file, size, sum(Algorithm.MD5, file, size), sum(Algorithm.SHA256, file, size));
        }

        String value(Algorithm algorithm) throws IOException {
            return switch (algorithm) {
                case MD5 -> md5;
                case SHA256 -> sha256;
                case SHA1, CRC32, CRC32C, CRC64NVME -> sum(algorithm, file, size);
            };
        }

        String base64(String hex) {
            return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
        }

        private static String sum(Algorithm algorithm, Path file, long size) throws IOException {
            try (FileChannel open = FileChannel.open(file, StandardOpenOption.READ)) {
                return Checksums.of(algorithm, open, size);
            }
        }
    }
}
