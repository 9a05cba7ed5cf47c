package org.pixelanon.sources.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pixelanon.model.source.SourceSettings;
import org.pixelanon.sources.SourceException;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Clients as the settings ask for them. */
final class S3Clients {

    private static final int RETRIES = 4;
    private static final int SECONDS = 30;
    private static final Set<String> YES = Set.of("true", "yes");
    private static final Set<String> NO = Set.of("false", "no");

    private S3Clients() {}

    static S3Client of(SourceSettings settings) throws SourceException {
        Duration patience =
                Duration.ofSeconds(Math.max(1, number(settings, S3Source.TIMEOUT, SECONDS)));
        int attempts = attempts(settings);
        Optional<URI> endpoint = endpoint(settings, isOn(settings, S3Source.ALLOW_HTTP));
        S3ClientBuilder client =
                S3Client.builder()
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(patience)
                                        .socketTimeout(patience))
                        .overrideConfiguration(
                                c ->
                                        c.retryStrategy(
                                                StandardRetryStrategy.builder()
                                                        .maxAttempts(attempts)
                                                        .build()))
                        .forcePathStyle(isOn(settings, S3Source.PATH_STYLE))
                        .region(region(settings))
                        .credentialsProvider(credentials(settings));
        if (endpoint.isPresent()) {
            client.endpointOverride(endpoint.get());
        } else {
            client.crossRegionAccessEnabled(true);
        }
        return client.build();
    }

    /** How often a request is sent before it is said to have failed. */
    static int attempts(SourceSettings settings) throws SourceException {
        return 1 + number(settings, S3Source.RETRIES, RETRIES);
    }

    /** What is neither is refused: whoever mistypes a setting would wonder why it has no effect. */
    private static boolean isOn(SourceSettings settings, String name) throws SourceException {
        String text = settings.value(name).orElse("false").toLowerCase(Locale.ROOT);
        if (!YES.contains(text) && !NO.contains(text)) {
            throw new SourceException("setting " + name + " is neither true nor false: " + text);
        }
        return YES.contains(text);
    }

    private static int number(SourceSettings settings, String name, int otherwise)
            throws SourceException {
        String text = settings.value(name).orElse(String.valueOf(otherwise));
        if (!text.matches("[0-9]{1,5}")) {
            throw new SourceException("setting " + name + " is no number: " + text);
        }
        return Integer.parseInt(text);
    }

    /** Where the store is: https, unless http was asked for in so many words. */
    private static Optional<URI> endpoint(SourceSettings settings, boolean http)
            throws SourceException {
        Optional<String> text = settings.value(S3Source.ENDPOINT);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        URI uri;
        try {
            uri = new URI(text.get());
        } catch (URISyntaxException e) {
            throw new SourceException("setting endpoint is not a URL; write https://HOST");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getRawUserInfo() != null) {
            throw new SourceException(
                    "setting endpoint contains a user or secret before @; keep them in a profile "
                            + "(pixelanon sources login NAME)");
        }
        if (uri.getHost() == null || (!scheme.equals("https") && !scheme.equals("http"))) {
            throw new SourceException(
                    "setting endpoint is not the URL of a host; write " + "https://HOST");
        }
        if (scheme.equals("http") && !http) {
            throw new SourceException(
                    "setting endpoint is unencrypted http; write https, or set allow-http=true");
        }
        return Optional.of(uri);
    }

    private static Region region(SourceSettings settings) {
        Optional<String> named = settings.value(S3Source.REGION);
        if (named.isPresent()) {
            return Region.of(named.get());
        }
        try {
            // not asked of the machine's own service, which elsewhere only costs time
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException none) {
            return Region.US_EAST_1;
        }
    }

    private static AwsCredentialsProvider credentials(SourceSettings settings)
            throws SourceException {
        Optional<String> id = settings.value(S3Source.KEY_ID);
        Optional<String> secret = settings.value(S3Source.SECRET_KEY);
        Optional<String> token = settings.value(S3Source.SESSION_TOKEN);
        if (isOn(settings, S3Source.ANONYMOUS)) {
            return AnonymousCredentialsProvider.create();
        }
        if (id.isPresent() != secret.isPresent()) {
            throw new SourceException("settings key-id and secret-key go together; one is missing");
        }
        if (id.isPresent()) {
            AwsCredentials keys =
                    token.isPresent()
                            ? AwsSessionCredentials.create(id.get(), secret.get(), token.get())
                            : AwsBasicCredentials.create(id.get(), secret.get());
            return StaticCredentialsProvider.create(keys);
        }
        Optional<String> profile = settings.value(S3Source.AWS_PROFILE);
        AwsCredentialsProvider account =
                profile.isPresent()
                        ? ProfileCredentialsProvider.create(profile.get())
                        : DefaultCredentialsProvider.builder().build();
        requireKeys(account);
        return account;
    }

    /** Asked now, because later nothing tells a lack of keys from other failures. */
    private static void requireKeys(AwsCredentialsProvider account) throws SourceException {
        try {
            account.resolveCredentials();
        } catch (SdkException e) {
            throw new SourceException(
                    "no credentials for s3://: give a profile (--login), set up those of the "
                            + "account, or set anonymous=true",
                    e);
        }
    }
}
