package org.pixelanon.dicomweb;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pixelanon.model.source.FileSource;
import org.pixelanon.model.source.SourceConnection;
import org.pixelanon.model.source.SourceSetting;
import org.pixelanon.model.source.SourceSettings;
import org.pixelanon.model.source.SourceUrl;

/** DICOMweb archives: {@code dicomweb+https://host/path/studies/…}. */
public final class DicomWebSource implements FileSource {

    static final String ENCRYPTED = "dicomweb+https";
    static final String OPEN = "dicomweb+http";

    static final String TOKEN = "token";
    static final String USER = "user";
    static final String PASSWORD = "password";
    static final String AUTHORITIES = "ca";
    static final String CERTIFICATE = "client-certificate";
    static final String CERTIFICATE_PASSWORD = "client-certificate-password";
    static final String ALLOW_HTTP = "allow-http";
    static final String TIMEOUT = "timeout";
    static final String TRIES = "tries";
    static final String READ_BACK = "read-back";

    private static final List<SourceSetting> SETTINGS =
            List.of(
                    shown(ALLOW_HTTP, "true to allow unencrypted connections"),
                    shown(TIMEOUT, "seconds to wait for an answer or its next bytes; default: 60"),
                    shown(TRIES, "attempts in case of temporary failures; default: 5"),
                    shown(READ_BACK, "no: trust the archive; default: yes, compare what it stored"),
                    shown(AUTHORITIES, "PEM file of trusted certificates; default: Java's own"),
                    shown(CERTIFICATE, "PKCS #12 file with the client certificate and key"),
                    new SourceSetting(CERTIFICATE_PASSWORD, "password of that file", true),
                    new SourceSetting(TOKEN, "bearer token (RFC 6750), instead of a user", true),
                    new SourceSetting(USER, "user (RFC 7617)", true),
                    new SourceSetting(PASSWORD, "password of the user", true));

    private static SourceSetting shown(String name, String description) {
        return new SourceSetting(name, description, false);
    }

    @Override
    public Set<String> schemes() {
        return Set.of(ENCRYPTED, OPEN);
    }

    @Override
    public String title() {
        return "DICOMweb archives";
    }

    @Override
    public List<SourceSetting> settings() {
        return SETTINGS;
    }

    @Override
    public Optional<String> refusal(SourceUrl url) {
        try {
            DicomWebPlace.written(url);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public SourceConnection open(SourceUrl url, SourceSettings settings) throws IOException {
        return new DicomWebConnection(DicomWebClient.of(url, settings), settings);
    }
}
