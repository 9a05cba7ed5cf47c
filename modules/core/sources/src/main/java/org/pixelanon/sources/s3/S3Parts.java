package org.pixelanon.sources.s3;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.source.PutCondition;
import org.pixelanon.model.source.SourceChecksum.Algorithm;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.sources.SourceException;
import org.pixelanon.sources.remote.Checksums;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Sends a file in parts, each with its own checksums. There is no object before the store is told
 * that all have come; of what fails before, the parts are removed.
 */
final class S3Parts {

    private static final int MOST_PARTS = 10_000;
    private static final long MEBIBYTE = 1L << 20;
    private static final int NOT_FOUND = 404;
    private static final int NOT_IMPLEMENTED = 501;

    private final S3Client client;
    private final String bucket;
    private final S3Objects objects;
    private final S3PartSizes sizes;

    S3Parts(S3Client client, String bucket, S3Objects objects, S3PartSizes sizes) {
        this.client = client;
        this.bucket = bucket;
        this.objects = objects;
        this.sizes = sizes;
    }

    /** What is common to all requests of one upload. */
    private record Upload(SourceUrl url, String id, FileChannel file, long size) {}

    /** Throws what the client throws: it is the caller that knows what a refusal means. */
    @Nullable String send(Path file, long size, SourceUrl url, PutCondition condition, String mark)
            throws IOException {
        long part = partSize(url, size);
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.READ)) {
            String whole = base64(Checksums.of(Algorithm.CRC32C, open, 0, size));
            Upload upload = new Upload(url, begin(url, mark), open, size);
            try {
                return complete(upload, parts(upload, part), whole, condition);
            } catch (IOException | RuntimeException e) {
                abort(upload, e);
                throw e;
            }
        }
    }

    /** The entity tag of the parts of a file, where stores make it of MD5; without quotes. */
    String tag(Path file, long size, SourceUrl url) throws IOException {
        long part = partSize(url, size);
        StringBuilder sums = new StringBuilder();
        int count = 0;
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long from = 0; from < size; from += part) {
                long length = Math.min(part, size - from);
                sums.append(Checksums.of(Algorithm.MD5, open, from, length));
                count++;
            }
        }
        return Checksums.md5(HexFormat.of().parseHex(sums)) + "-" + count;
    }

    /** So large that there are not too many. */
    private long partSize(SourceUrl url, long size) throws SourceException {
        long least = (size + MOST_PARTS - 1) / MOST_PARTS;
        long whole = (least + MEBIBYTE - 1) / MEBIBYTE * MEBIBYTE;
        long part = Math.max(sizes.part(), whole);
        if (part > S3PartSizes.MOST_AT_ONCE) {
            throw new SourceException(url, "is larger than 10,000 parts of 5 GiB", null);
        }
        return part;
    }

    private String begin(SourceUrl url, String mark) {
        return client.createMultipartUpload(
                        CreateMultipartUploadRequest.builder()
                                .bucket(bucket)
                                .key(url.path())
                                .contentType(S3Upload.CONTENT_TYPE)
                                .metadata(Map.of(S3Upload.MARK, mark))
                                .checksumAlgorithm(ChecksumAlgorithm.CRC32_C)
                                .checksumType(ChecksumType.FULL_OBJECT)
                                .build())
                .uploadId();
    }

    private List<CompletedPart> parts(Upload upload, long part) throws IOException {
        List<CompletedPart> parts = new ArrayList<>();
        for (long from = 0; from < upload.size(); from += part) {
            long length = Math.min(part, upload.size() - from);
            parts.add(part(upload, parts.size() + 1, from, length));
        }
        return parts;
    }

    private CompletedPart part(Upload upload, int number, long from, long length)
            throws IOException {
        String crc = base64(Checksums.of(Algorithm.CRC32C, upload.file(), from, length));
        String md5 = base64(Checksums.of(Algorithm.MD5, upload.file(), from, length));
        UploadPartResponse answer =
                client.uploadPart(
                        UploadPartRequest.builder()
                                .bucket(bucket)
                                .key(upload.url().path())
                                .uploadId(upload.id())
                                .partNumber(number)
                                .contentLength(length)
                                .contentMD5(md5)
                                .checksumCRC32C(crc)
                                .build(),
                        RequestBody.fromContentProvider(
                                () -> new PartStream(upload.file(), from, length),
                                length,
                                S3Upload.CONTENT_TYPE));
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(answer.eTag())
                .checksumCRC32C(crc)
                .build();
    }

    /** Stores that do not know conditions here are asked right before what stands there. */
    private @Nullable String complete(
            Upload upload, List<CompletedPart> parts, String whole, PutCondition condition)
            throws IOException {
        CompleteMultipartUploadRequest.Builder end =
                CompleteMultipartUploadRequest.builder()
                        .bucket(bucket)
                        .key(upload.url().path())
                        .uploadId(upload.id())
                        .multipartUpload(CompletedMultipartUpload.builder().parts(parts).build())
                        .checksumType(ChecksumType.FULL_OBJECT)
                        .checksumCRC32C(whole);
        CompleteMultipartUploadRequest plain = end.build();
        if (condition instanceof PutCondition.Absent) {
            end.ifNoneMatch("*");
        } else if (condition instanceof PutCondition.Version version) {
            end.ifMatch(version.version());
        }
        try {
            return client.completeMultipartUpload(end.build()).eTag();
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_IMPLEMENTED || condition instanceof PutCondition.Anything) {
                throw e;
            }
            require(upload.url(), condition);
            return client.completeMultipartUpload(plain).eTag();
        }
    }

    private void require(SourceUrl url, PutCondition condition) throws IOException {
        HeadObjectResponse head = objects.head(url);
        boolean holds =
                condition instanceof PutCondition.Version version
                        ? head != null && version.version().equals(head.eTag())
                        : head == null;
        if (!holds) {
            throw new FileAlreadyExistsException(url.toString());
        }
    }

    /** Also when the thread is to stop: parts that stay cost room, and nobody sees them. */
    private void abort(Upload upload, Exception failure) throws SourceException {
        boolean stopped = Thread.interrupted();
        try {
            client.abortMultipartUpload(
                    a -> a.bucket(bucket).key(upload.url().path()).uploadId(upload.id()));
        } catch (SdkException e) {
            boolean gone = e instanceof S3Exception answer && answer.statusCode() == NOT_FOUND;
            if (!gone) {
                e.addSuppressed(failure);
                throw new SourceException(
                        upload.url(),
                        "was not confirmed, and its parts could not be removed; they use space "
                                + "until the store's rule for incomplete uploads removes them",
                        e);
            }
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
