package org.pixelanon.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.source.SourceSettings;

/** The trusted certificates and the client certificate. */
final class Certificates {

    private Certificates() {}

    /** Empty if Java's own are trusted and there is no client certificate. */
    static Optional<SSLContext> context(SourceSettings settings) throws IOException {
        Optional<String> authorities = settings.value(DicomWebSource.AUTHORITIES);
        Optional<String> own = settings.value(DicomWebSource.CERTIFICATE);
        if (authorities.isEmpty() && own.isEmpty()) {
            return Optional.empty();
        }
        String password = settings.value(DicomWebSource.CERTIFICATE_PASSWORD).orElse("");
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    own.isEmpty() ? null : shown(own.get(), password.toCharArray()),
                    authorities.isEmpty() ? null : trusted(authorities.get()),
                    null);
            return Optional.of(context);
        } catch (GeneralSecurityException e) {
            throw new DicomWebException("these certificates cannot be used here", e);
        }
    }

    private static TrustManager[] trusted(String file)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = open(DicomWebSource.AUTHORITIES, file)) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            int n = 0;
            for (Certificate one : all) {
                store.setCertificateEntry("ca" + n++, one);
            }
            if (n == 0) {
                throw wrong(DicomWebSource.AUTHORITIES, "contains no certificate", null);
            }
        } catch (GeneralSecurityException e) {
            throw wrong(DicomWebSource.AUTHORITIES, "is not a certificate file", e);
        }
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager[] shown(String file, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = open(DicomWebSource.CERTIFICATE, file)) {
            store.load(in, password);
        } catch (DicomWebException e) {
            throw e;
        } catch (IOException | GeneralSecurityException e) {
            throw wrong(
                    DicomWebSource.CERTIFICATE,
                    "is not a PKCS #12 file, or this is not its password",
                    e);
        }
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private static InputStream open(String setting, String file) throws DicomWebException {
        try {
            return Files.newInputStream(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw wrong(setting, "cannot be read", e);
        }
    }

    private static DicomWebException wrong(String setting, String why, @Nullable Exception cause) {
        return new DicomWebException("setting " + setting + ": the file " + why, cause);
    }
}
