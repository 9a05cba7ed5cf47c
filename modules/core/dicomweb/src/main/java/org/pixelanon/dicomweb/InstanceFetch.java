package org.pixelanon.dicomweb;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.source.SourceUrl;

/**
 * Fetches one instance by WADO-RS (PS3.18 10.4) in its stored transfer syntax, so that nothing is
 * re-encoded. A response that breaks off is requested again and must repeat the bytes already
 * received.
 */
final class InstanceFetch {

    /** Largest accepted size, which protects the disk. */
    private static final long MOST_BYTES = 64L << 30;

    private static final String DICOM = "application/dicom";
    private static final String ACCEPT =
            "multipart/related; type=\"application/dicom\"; transfer-syntax=*";

    private final DicomWebClient client;
    private final DicomWebPlace place;

    InstanceFetch(DicomWebClient client, DicomWebPlace place) {
        this.client = client;
        this.place = place;
    }

    /** Writes the bytes of an instance, each once. */
    void into(List<String> instance, OutputStream out) throws IOException {
        SourceUrl url = place.urlOf(instance);
        HttpRequest request =
                client.request(place.at("studies/" + DicomWebPlace.path(instance)), ACCEPT)
                        .GET()
                        .build();
        Once once = new Once(url, out);
        client.ask(url, "read", request, Set.of(), new AtomicLong(), () -> new Part(once));
    }

    /** A response: a multipart body, or only the instance. */
    private static final class Part implements DicomWebClient.Body {

        private final Once once;
        private @Nullable MultipartBody body;

        Part(Once once) {
            this.once = once;
        }

        @Override
        public OutputStream begin(String contentType) throws IOException {
            once.again();
            String type = contentType.toLowerCase(Locale.ROOT);
            if (type.startsWith("multipart/related")) {
                MultipartBody parts = new MultipartBody(contentType, once);
                body = parts;
                return parts;
            }
            if (type.startsWith(DICOM) && !type.startsWith(DICOM + "+")) {
                return once;
            }
            throw new DicomWebException(once.url, "the archive does not return an instance");
        }

        @Override
        public void end() throws IOException {
            if (body != null) {
                body.requireWhole();
            }
            once.requireWhole();
        }
    }

    /** Passes on bytes once, however often they are received; they must be equal each time. */
    private static final class Once extends OutputStream {

        private final SourceUrl url;
        private final OutputStream out;
        private final MessageDigest passed = sha256();
        private MessageDigest repeated = sha256();
        private long length;
        private long at;

        Once(SourceUrl url, OutputStream out) {
            this.url = url;
            this.out = out;
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        void again() {
            at = 0;
            repeated = sha256();
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            int old = (int) Math.min(count, length - at);
            if (old > 0) {
                repeated.update(bytes, offset, old);
                at += old;
                if (at == length && !MessageDigest.isEqual(repeated.digest(), copy())) {
                    throw changed();
                }
            }
            int fresh = count - Math.max(0, old);
            if (length + fresh > MOST_BYTES) {
                throw new DicomWebException(url, "does not end after 64 GiB");
            }
            if (fresh > 0) {
                out.write(bytes, offset + count - fresh, fresh);
                passed.update(bytes, offset + count - fresh, fresh);
                length += fresh;
                at += fresh;
            }
        }

        private byte[] copy() {
            try {
                return ((MessageDigest) passed.clone()).digest();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("SHA-256 can be copied", e);
            }
        }

        private DicomWebException changed() {
            return new DicomWebException(url, "was changed or replaced while it was read");
        }

        void requireWhole() throws IOException {
            if (at < length) {
                throw changed();
            }
            if (length == 0) {
                throw new MultipartBody.Malformed("is empty");
            }
        }
    }
}
