package org.pixelanon.sources.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.source.PutCondition;
import org.pixelanon.model.source.SourceChecksum;
import org.pixelanon.model.source.SourceConnection;
import org.pixelanon.model.source.SourceObject;
import org.pixelanon.model.source.SourcePage;
import org.pixelanon.model.source.SourceSettings;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.sources.SourceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** One bucket. Thread-safe. */
final class S3Connection implements SourceConnection {

    private static final int BLOCK = 1 << 16;

    private final String bucket;
    private final S3Client client;
    private final int attempts;
    private final S3Objects objects;
    private final S3PartSizes sizes;

    private S3Connection(String bucket, S3Client client, int attempts, S3PartSizes sizes) {
        this.bucket = bucket;
        this.client = client;
        this.attempts = attempts;
        this.sizes = sizes;
        this.objects = new S3Objects(client, bucket);
    }

    static S3Connection open(String bucket, SourceSettings settings, S3PartSizes sizes)
            throws IOException {
        return new S3Connection(
                bucket, S3Clients.of(settings), S3Clients.attempts(settings), sizes);
    }

    @Override
    public void list(SourceUrl url, Consumer<SourceObject> each) throws IOException {
        String path = url.path();
        if (!path.isEmpty() && !path.endsWith("/")) {
            Optional<SourceObject> one = find(url);
            if (one.isPresent()) {
                each.accept(one.get());
                return;
            }
            path = path + "/";
        }
        String token = null;
        do {
            ListObjectsV2Response page = page(url, path, token);
            for (S3Object object : page.contents()) {
                if (!object.key().endsWith("/")) { // what consoles make of a folder
                    each.accept(listed(url, path, object));
                }
            }
            token = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
        } while (token != null);
    }

    private ListObjectsV2Response page(SourceUrl url, String prefix, @Nullable String token)
            throws SourceException {
        try {
            return client.listObjectsV2(
                    ListObjectsV2Request.builder()
                            .bucket(bucket)
                            .prefix(prefix)
                            .continuationToken(token)
                            .build());
        } catch (SdkException e) {
            throw S3Failures.of(url, "list", e);
        }
    }

    private static SourceObject listed(SourceUrl url, String prefix, S3Object object) {
        return new SourceObject(
                url.at(object.key()),
                object.key().substring(prefix.length()),
                object.size(),
                object.eTag() == null ? "" : object.eTag(),
                object.lastModified() == null ? Instant.EPOCH : object.lastModified());
    }

    @Override
    public SourcePage browse(SourceUrl url, Map<String, String> wanted, String from, int most)
            throws IOException {
        return S3Browsing.page(client, url, wanted, from, most);
    }

    @Override
    public Optional<SourceObject> find(SourceUrl url) throws IOException {
        return objects.find(url);
    }

    @Override
    public Optional<SourceChecksum> checksum(SourceObject object) throws IOException {
        HeadObjectResponse head = objects.head(object.url());
        if (head == null || !object.version().equals(head.eTag())) {
            throw new SourceException(
                    object.url(), "was changed or replaced while it was processed", null);
        }
        return S3Checksums.of(head);
    }

    @Override
    public boolean readsRanges() {
        return true;
    }

    /** A connection that breaks is taken up again where it broke. */
    @Override
    public void read(SourceObject object, long from, long length, OutputStream into)
            throws IOException {
        if (object.version().isEmpty()) {
            throw new SourceException(
                    object.url(),
                    "the store gives no entity tag, so changes would go unnoticed",
                    null);
        }
        long end = length < 0 ? object.size() : from + length;
        long at = from;
        int inVain = 0;
        while (at < end) {
            try (InputStream body = client.getObject(request(object, at, end))) {
                at = copied(body, at, end, into);
            } catch (SdkException e) {
                throw S3Failures.of(object.url(), "read", e);
            } catch (Broken e) {
                inVain = e.at > at ? 1 : inVain + 1;
                at = e.at;
                if (inVain >= attempts) {
                    throw new SourceException(object.url(), e.why, null);
                }
                pause(object.url(), inVain);
            }
        }
    }

    private GetObjectRequest request(SourceObject object, long from, long end) {
        return GetObjectRequest.builder()
                .bucket(bucket)
                .key(object.url().path())
                .ifMatch(object.version())
                .range("bytes=" + from + "-" + (end - 1))
                .build();
    }

    private static long copied(InputStream body, long from, long end, OutputStream into)
            throws IOException {
        byte[] block = new byte[BLOCK];
        long at = from;
        while (at < end) {
            int n;
            try {
                n = body.read(block, 0, (int) Math.min(block.length, end - at));
            } catch (IOException | SdkException e) {
                throw new Broken(at, "the connection was lost before all of it was received");
            }
            if (n < 0) {
                throw new Broken(at, "ends before all of it was received");
            }
            into.write(block, 0, n);
            at += n;
        }
        return at;
    }

    private static void pause(SourceUrl url, int attempt) throws IOException {
        try {
            Thread.sleep(100L << attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(url + ": stopped");
        }
    }

    @Override
    public SourceObject put(Path file, SourceUrl url, PutCondition condition) throws IOException {
        return new S3Upload(client, bucket, objects, sizes).put(file, url, condition);
    }

    @Override
    public void close() {
        client.close();
    }

    /** A body that ended too early. */
    private static final class Broken extends IOException {

        private static final long serialVersionUID = 1L;

        private final long at;
        private final String why;

        Broken(long at, String why) {
            super(why);
            this.at = at;
            this.why = why;
        }
    }
}
