package org.pixelanon.sources.s3;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pixelanon.model.source.FileSource;
import org.pixelanon.model.source.SourceConnection;
import org.pixelanon.model.source.SourceSetting;
import org.pixelanon.model.source.SourceSettings;
import org.pixelanon.model.source.SourceUrl;

/** Buckets of Amazon S3 and of stores that speak its protocol: {@code s3://bucket/key}. */
public final class S3Source implements FileSource {

    static final String ENDPOINT = "endpoint";
    static final String REGION = "region";
    static final String PATH_STYLE = "path-style";
    static final String ALLOW_HTTP = "allow-http";
    static final String TIMEOUT = "timeout";
    static final String RETRIES = "retries";
    static final String AWS_PROFILE = "aws-profile";
    static final String ANONYMOUS = "anonymous";
    static final String KEY_ID = "key-id";
    static final String SECRET_KEY = "secret-key";
    static final String SESSION_TOKEN = "session-token";

    private static final List<SourceSetting> SETTINGS =
            List.of(
                    shown(ENDPOINT, "https URL of the store; omit for Amazon S3"),
                    shown(
                            REGION,
                            "region of the bucket; default: that of the account, else us-east-1"),
                    shown(PATH_STYLE, "true for stores with the bucket in the path"),
                    shown(ALLOW_HTTP, "true to allow unencrypted connections"),
                    shown(TIMEOUT, "seconds to wait for an answer; default: 30"),
                    shown(RETRIES, "retries after failures; default: 4"),
                    shown(AWS_PROFILE, "profile in the AWS configuration files"),
                    shown(ANONYMOUS, "true for public buckets"),
                    new SourceSetting(KEY_ID, "access key ID; omit for the account's own", true),
                    new SourceSetting(SECRET_KEY, "secret access key", true),
                    new SourceSetting(SESSION_TOKEN, "session token of temporary keys", true));

    private final S3PartSizes sizes;

    /** Stores in one request what stores take in one: 5 GiB. */
    public S3Source() {
        this(S3PartSizes.USUAL);
    }

    private S3Source(S3PartSizes sizes) {
        this.sizes = sizes;
    }

    /**
     * A source that begins earlier to store objects in parts.
     *
     * @param whole the largest object that is stored in one request, in bytes; 5 GiB at most
     * @param part how large parts are; stores want 5 MiB at least, but of the last one
     * @return the source
     */
    public static S3Source inParts(long whole, long part) {
        if (whole < 1 || whole > S3PartSizes.MOST_AT_ONCE || part < 1) {
            throw new IllegalArgumentException("parts of " + part + " above " + whole);
        }
        return new S3Source(new S3PartSizes(whole, part));
    }

    private static SourceSetting shown(String name, String description) {
        return new SourceSetting(name, description, false);
    }

    @Override
    public Set<String> schemes() {
        return Set.of("s3");
    }

    @Override
    public String title() {
        return "Amazon S3 and compatible stores";
    }

    @Override
    public List<SourceSetting> settings() {
        return SETTINGS;
    }

    @Override
    public Optional<String> refusal(SourceUrl url) {
        String bucket = url.host();
        if (bucket.indexOf(':') >= 0) {
            return Optional.of(
                    "has a host and port instead of a bucket; write s3://BUCKET/KEY and give the "
                            + "host as setting endpoint");
        }
        if (bucket.endsWith(".amazonaws.com")) {
            return Optional.of("has a host instead of a bucket; write s3://BUCKET/KEY");
        }
        boolean sound = bucket.matches("[A-Za-z0-9][A-Za-z0-9._-]{1,254}");
        return sound
                ? Optional.empty()
                : Optional.of(
                        "has no bucket: bucket names are at least 3 letters, digits, dots and "
                                + "hyphens");
    }

    @Override
    public SourceConnection open(SourceUrl url, SourceSettings settings) throws IOException {
        return S3Connection.open(url.host(), settings, sizes);
    }
}
