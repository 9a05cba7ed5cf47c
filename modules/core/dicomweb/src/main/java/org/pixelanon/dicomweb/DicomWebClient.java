package org.pixelanon.dicomweb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.source.SourceSettings;
import org.pixelanon.model.source.SourceUrl;

/**
 * An HTTP client for an archive. Requests that may succeed later are retried after a pause that
 * doubles or that the archive states; redirects are not followed, because credentials are only for
 * this address. Thread-safe.
 */
final class DicomWebClient {

    /** Receives the body of a successful response. */
    interface Body {

        /**
         * The response begins.
         *
         * @param contentType its content type; may be empty
         * @return receives its bytes
         */
        OutputStream begin(String contentType) throws IOException;

        /** The response is complete. */
        void end() throws IOException;
    }

    /**
     * A response.
     *
     * @param status its code
     * @param more whether it states that there are more results (PS3.18 8.3.4.4)
     */
    record Answer(int status, boolean more) {}

    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final int USUAL_SECONDS = 60;
    private static final int USUAL_TRIES = 5;
    private static final int MOST_TRIES = 20;
    private static final long FIRST_PAUSE = 250;
    private static final long LONGEST_PAUSE = 60_000;
    private static final int SUCCESS = 2;
    private static final Set<Integer> LATER = Set.of(408, 429, 500, 502, 503, 504);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpClient http;
    private final @Nullable String authorization;
    private final Duration patience;
    private final int tries;

    private DicomWebClient(
            HttpClient http, @Nullable String authorization, Duration patience, int tries) {
        this.http = http;
        this.authorization = authorization;
        this.patience = patience;
        this.tries = tries;
    }

    static DicomWebClient of(SourceUrl url, SourceSettings settings) throws IOException {
        boolean open = url.scheme().equals(DicomWebSource.OPEN);
        String host = URI.create("http://" + url.host()).getHost();
        if (open && !settings.isOn(DicomWebSource.ALLOW_HTTP) && !THIS_MACHINE.contains(host)) {
            throw new DicomWebException(
                    url,
                    "would be unencrypted; write "
                            + DicomWebSource.ENCRYPTED
                            + ":// or set "
                            + DicomWebSource.ALLOW_HTTP
                            + "=true");
        }
        HttpClient.Builder http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT);
        Certificates.context(settings).ifPresent(http::sslContext);
        return new DicomWebClient(
                http.build(),
                authorization(url, settings),
                Duration.ofSeconds(
                        number(settings, DicomWebSource.TIMEOUT, USUAL_SECONDS, Integer.MAX_VALUE)),
                number(settings, DicomWebSource.TRIES, USUAL_TRIES, MOST_TRIES));
    }

    private static int number(SourceSettings settings, String name, int usual, int most)
            throws DicomWebException {
        Optional<String> text = settings.value(name);
        if (text.isEmpty()) {
            return usual;
        }
        boolean whole = text.get().matches("[0-9]{1,9}");
        int value = whole ? Integer.parseInt(text.get()) : 0;
        if (value < 1 || value > most) {
            throw new DicomWebException("setting " + name + ": is not a number from 1", null);
        }
        return value;
    }

    private static @Nullable String authorization(SourceUrl url, SourceSettings settings)
            throws DicomWebException {
        Optional<String> token = settings.value(DicomWebSource.TOKEN);
        Optional<String> user = settings.value(DicomWebSource.USER);
        Optional<String> password = settings.value(DicomWebSource.PASSWORD);
        if (token.isPresent() && user.isPresent()) {
            throw new DicomWebException(url, "both a token and a user are set; set only one");
        }
        if (user.isPresent() != password.isPresent()) {
            throw new DicomWebException(url, "set both user and password, or neither");
        }
        String text =
                token.map(t -> "Bearer " + t)
                        .orElseGet(() -> user.map(u -> basic(u, password.orElse(""))).orElse(""));
        if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new DicomWebException(
                    url, "the token contains a line break or another control " + "character");
        }
        return text.isEmpty() ? null : text;
    }

    private static String basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** A request for an address; without a body. */
    HttpRequest.Builder request(URI address, String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", accept);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request;
    }

    /**
     * Sends a request, with retries.
     *
     * @param url the URL for messages
     * @param what the verb for messages, such as "read"
     * @param codes other than 2xx that are not failures
     * @param sent when something was last sent, as in {@link System#nanoTime}
     */
    Answer ask(
            SourceUrl url,
            String what,
            HttpRequest request,
            Set<Integer> also,
            AtomicLong sent,
            Supplier<Body> body)
            throws IOException {
        long pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            sent.set(System.nanoTime());
            Attempt one = new Attempt(also, sent, body.get());
            Retry why;
            try {
                HttpResponse<Void> response = one.send(request);
                int status = response.statusCode();
                if (status / 100 == SUCCESS || also.contains(status)) {
                    one.body.end();
                    boolean more = response.headers().firstValue("Warning").isPresent();
                    return new Answer(status, more);
                }
                if (!LATER.contains(status)) {
                    throw DicomWebFailures.of(url, what, status);
                }
                long named = RetryAfter.milliseconds(response.headers());
                why = new Retry(Math.max(pause, named), DicomWebFailures.of(url, what, status));
            } catch (MultipartBody.Malformed e) {
                why =
                        new Retry(
                                pause,
                                new DicomWebException(url, "the answer " + e.getMessage(), e));
            } catch (Broken e) {
                why = new Retry(pause, DicomWebFailures.broken(url, what, e.getCause()));
                if (!e.again) {
                    throw why.failure;
                }
            }
            if (attempt >= tries || why.pause > LONGEST_PAUSE) {
                throw why.failure;
            }
            rest(url, why.pause);
            pause *= 2;
        }
    }

    /** When to retry, and the failure otherwise. */
    private record Retry(long pause, DicomWebException failure) {}

    private static void rest(SourceUrl url, long milliseconds) throws IOException {
        try {
            boolean never = new CountDownLatch(1).await(milliseconds, TimeUnit.MILLISECONDS);
            assert !never;
        } catch (InterruptedException e) {
            throw stopped(url, e);
        }
    }

    private static IOException stopped(SourceUrl url, InterruptedException e) {
        Thread.currentThread().interrupt();
        IOException stopped = new InterruptedIOException(url + ": stopped");
        stopped.initCause(e);
        return stopped;
    }

    /** The connection broke; the message of the exception is not shown. */
    private static final class Broken extends IOException {

        private static final long serialVersionUID = 1L;

        private final boolean again;

        Broken(Throwable cause) {
            super(cause);
            boolean never = false;
            for (Throwable at = cause; at != null; at = at.getCause()) {
                never |= at instanceof SSLException || at instanceof UnresolvedAddressException;
            }
            this.again = !never;
        }
    }

    /** One attempt. */
    private final class Attempt {

        private final Set<Integer> also;
        private final Body body;
        private final AtomicLong progress;
        private volatile @Nullable IOException failure;

        Attempt(Set<Integer> also, AtomicLong progress, Body body) {
            this.also = also;
            this.progress = progress;
            this.body = body;
        }

        HttpResponse<Void> send(HttpRequest request) throws IOException {
            CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request, this::handle);
            while (true) {
                try {
                    HttpResponse<Void> response = answer.get(1, TimeUnit.SECONDS);
                    IOException failed = failure;
                    if (failed != null) {
                        throw failed;
                    }
                    return response;
                } catch (TimeoutException e) {
                    IOException failed = failure;
                    boolean stalled = System.nanoTime() - progress.get() > patience.toNanos();
                    if (failed != null || stalled) {
                        answer.cancel(true);
                        throw failed != null ? failed : new Broken(e);
                    }
                } catch (InterruptedException e) {
                    answer.cancel(true);
                    throw stopped(SourceUrl.parse("dicomweb://" + request.uri().getHost()), e);
                } catch (ExecutionException e) {
                    IOException failed = failure;
                    Throwable cause = e.getCause();
                    throw failed != null ? failed : new Broken(cause == null ? e : cause);
                }
            }
        }

        /** Runs on a thread of the client. */
        private HttpResponse.BodySubscriber<Void> handle(HttpResponse.ResponseInfo info) {
            progress.set(System.nanoTime());
            int status = info.statusCode();
            boolean wanted = status / 100 == SUCCESS || also.contains(status);
            if (!wanted) {
                return HttpResponse.BodySubscribers.discarding();
            }
            OutputStream into;
            try {
                into = body.begin(info.headers().firstValue("Content-Type").orElse(""));
            } catch (IOException e) {
                failure = e;
                return HttpResponse.BodySubscribers.discarding();
            }
            return HttpResponse.BodySubscribers.ofByteArrayConsumer(
                    block -> block.ifPresent(bytes -> take(bytes, into)));
        }

        private void take(byte[] bytes, OutputStream into) {
            progress.set(System.nanoTime());
            if (failure != null) {
                return;
            }
            try {
                into.write(bytes);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** Holds a response that is read as a whole. */
    static final class Held implements Body {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int most;
        private String type = "";

        Held(int most) {
            this.most = most;
        }

        @Override
        public OutputStream begin(String contentType) {
            type = contentType;
            bytes.reset(); // bytes received before the connection broke
            return new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] block, int offset, int length) throws IOException {
                    if (bytes.size() + length > most) {
                        throw new TooLong();
                    }
                    bytes.write(block, offset, length);
                }
            };
        }

        @Override
        public void end() {
            // whole
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        String type() {
            return type;
        }
    }

    /** A response that is too long for its kind. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("the answer is too long");
        }
    }
}
