package org.pixelanon.sources.s3;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.pixelanon.model.source.SourceEntry;
import org.pixelanon.model.source.SourcePage;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.sources.SourceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** One level of a bucket: what has a slash behind the prefix is shown as a folder. */
final class S3Browsing {

    private static final String SLASH = "/";

    private S3Browsing() {}

    static SourcePage page(
            S3Client client, SourceUrl url, Map<String, String> wanted, String from, int most)
            throws SourceException {
        if (!wanted.isEmpty()) {
            throw new SourceException(url, "buckets cannot be searched by content", null);
        }
        String path = url.path();
        String prefix = path.isEmpty() || path.endsWith(SLASH) ? path : path + SLASH;
        ListObjectsV2Request request =
                ListObjectsV2Request.builder()
                        .bucket(url.host())
                        .prefix(prefix)
                        .delimiter(SLASH)
                        .maxKeys(most)
                        .continuationToken(from.isEmpty() ? null : from)
                        .build();
        ListObjectsV2Response page;
        try {
            page = client.listObjectsV2(request);
        } catch (SdkException e) {
            throw S3Failures.of(url, "list", e);
        }
        List<SourceEntry> entries = new ArrayList<>();
        for (CommonPrefix folder : page.commonPrefixes()) {
            entries.add(folder(url, prefix, folder.prefix()));
        }
        for (S3Object object : page.contents()) {
            if (!object.key().endsWith(SLASH)) { // what consoles make of a folder
                entries.add(object(url, prefix, object));
            }
        }
        entries.sort(Comparator.comparing(entry -> entry.url().path()));
        boolean more =
                Boolean.TRUE.equals(page.isTruncated()) && page.nextContinuationToken() != null;
        return new SourcePage(entries, more ? page.nextContinuationToken() : "");
    }

    private static SourceEntry folder(SourceUrl url, String above, String prefix) {
        String name = prefix.substring(above.length(), prefix.length() - 1);
        return new SourceEntry(url.at(prefix), name, true, -1, Instant.EPOCH, Map.of());
    }

    private static SourceEntry object(SourceUrl url, String above, S3Object object) {
        return new SourceEntry(
                url.at(object.key()),
                object.key().substring(above.length()),
                false,
                object.size() == null ? -1 : object.size(),
                object.lastModified() == null ? Instant.EPOCH : object.lastModified(),
                Map.of());
    }
}
