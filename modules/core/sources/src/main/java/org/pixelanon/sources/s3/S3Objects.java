package org.pixelanon.sources.s3;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.source.SourceObject;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.sources.SourceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a bucket says of single objects. Thread-safe. */
final class S3Objects {

    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final String bucket;

    S3Objects(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /** An object as it is now; empty if there is none. */
    Optional<SourceObject> find(SourceUrl url) throws SourceException {
        HeadObjectResponse head = head(url);
        return head == null ? Optional.empty() : Optional.of(found(url, head));
    }

    /** All that the store says of an object; null if there is none. */
    @Nullable HeadObjectResponse head(SourceUrl url) throws SourceException {
        try {
            return client.headObject(
                    h -> h.bucket(bucket).key(url.path()).checksumMode(ChecksumMode.ENABLED));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return null;
            }
            throw S3Failures.of(url, "read", e);
        } catch (SdkException e) {
            throw S3Failures.of(url, "read", e);
        }
    }

    private static SourceObject found(SourceUrl url, HeadObjectResponse head) {
        String path = url.path();
        return new SourceObject(
                url,
                path.substring(path.lastIndexOf('/') + 1),
                head.contentLength(),
                head.eTag() == null ? "" : head.eTag(),
                head.lastModified() == null ? Instant.EPOCH : head.lastModified());
    }
}
