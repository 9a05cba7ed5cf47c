package blackbox.dicomweb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicomweb.DicomWebException;
import org.pixelanon.dicomweb.DicomWebSource;
import org.pixelanon.model.source.SourceConnection;
import org.pixelanon.model.source.SourceUrl;

/** Certificates, the archive's and the user's own. */
class TlsTest {

    private static final String PASSWORD = "hunter2-Secret";

    @TempDir Path folder;

    private Path key(String name, String host) throws Exception {
        Path store = folder.resolve(name + ".p12");
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        KeyStore keys = open(store);
        String pem = Base64.getMimeEncoder().encodeToString(keys.getCertificate(name).getEncoded());
        Files.writeString(
                folder.resolve(name + ".pem"),
                "-----BEGIN CERTIFICATE-----\n" + pem + "\n-----END CERTIFICATE-----\n");
        return store;
    }

    private static void keytool(String... words) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static KeyStore open(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    /** Trusts those whom the test's own key store holds. */
    private static Archive archive(Path own, Path trusted, boolean asks) throws Exception {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(open(own), PASSWORD.toCharArray());
        KeyStore others = open(trusted);
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        roots.setCertificateEntry("one", others.getCertificate(others.aliases().nextElement()));
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        HttpsServer server = HttpsServer.create();
        server.setHttpsConfigurator(
                new HttpsConfigurator(context) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters ssl = context.getDefaultSSLParameters();
                        ssl.setNeedClientAuth(asks);
                        parameters.setSSLParameters(ssl);
                    }
                });
        return new Archive(server).always(Archive.json(200, "[]"));
    }

    private static void list(Archive archive, String... settings) throws Exception {
        SourceUrl url =
                SourceUrl.parse("dicomweb+https://localhost:" + archive.port() + "/pacs/studies");
        try (SourceConnection connection =
                new DicomWebSource().open(url, Archive.settings(settings))) {
            connection.list(url, o -> {});
        }
    }

    @Test
    void certificates_are_checked_and_shown_as_it_is_set() throws Exception {
        Path server = key("server", "localhost");
        Path client = key("client", "anybody");
        Path other = key("other", "elsewhere.invalid");
        String ca = "ca=" + folder.resolve("server.pem");
        try (Archive archive = archive(server, client, false)) {
            list(archive, ca);
            assertThat(archive.requests).hasSize(1);
            assertThatThrownBy(() -> list(archive)).hasMessageContaining("not trusted");
            assertThatThrownBy(() -> list(archive, "ca=" + folder.resolve("client.pem")))
                    .isInstanceOf(DicomWebException.class)
                    .hasMessageContaining("not trusted");
            assertThat(archive.requests).hasSize(1);
        }
        try (Archive archive = archive(other, client, false)) {
            assertThatThrownBy(() -> list(archive, "ca=" + folder.resolve("other.pem")))
                    .hasMessageContaining("is for another name");
            assertThat(archive.requests).isEmpty();
        }
        try (Archive archive = archive(server, client, true)) {
            String shown = "client-certificate=" + client;
            list(archive, ca, shown, "client-certificate-password=" + PASSWORD);
            assertThat(archive.requests).hasSize(1);
            assertThatThrownBy(() -> list(archive, ca, "tries=1"))
                    .isInstanceOf(DicomWebException.class);
            assertThatThrownBy(() -> list(archive, ca, shown, "client-certificate-password=wrong"))
                    .hasMessageContaining("client-certificate: the file is not a PKCS #12 file")
                    .hasMessageNotContainingAny("wrong");
            assertThat(archive.requests).hasSize(1);
        }
    }
}
