package blackbox.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Debian's Orthanc with its DICOMweb plugin, in a process and a folder of a test. */
final class Orthanc implements AutoCloseable {

    static final String USER = "ann";
    static final String PASSWORD = "sesame-Street1";

    private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final int port;

    private Orthanc(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Whether instances that come again take the place of those that are there. */
    static Orthanc start(Path folder, boolean overwrites) throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/sbin/Orthanc")) && Files.exists(PLUGIN),
                "Orthanc is not installed (apt-get install orthanc orthanc-dicomweb)");
        Files.createDirectories(folder);
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String settings =
                """
                {"Name": "test", "StorageDirectory": "%s/storage", "IndexDirectory": "%s/index",
                 "HttpPort": %d, "DicomServerEnabled": false, "RemoteAccessAllowed": false,
                 "AuthenticationEnabled": true, "RegisteredUsers": {"%s": "%s"},
                 "OverwriteInstances": %s, "Plugins": ["%s"],
                 "DicomWeb": {"Enable": true, "Root": "/dicom-web/"}}
                """
                        .formatted(folder, folder, port, USER, PASSWORD, overwrites, PLUGIN);
        Path file = Files.writeString(folder.resolve("orthanc.json"), settings);
        Process process =
                new ProcessBuilder("/usr/sbin/Orthanc", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log.txt").toFile())
                        .start();
        Orthanc orthanc = new Orthanc(process, port);
        orthanc.await();
        return orthanc;
    }

    private void await() throws Exception {
        for (int i = 0; i < 10 * PATIENCE_SECONDS; i++) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Orthanc ended with " + process.exitValue());
            }
            if (answers()) {
                return;
            }
        }
        close();
        throw new IllegalStateException("Orthanc does not answer");
    }

    private boolean answers() throws InterruptedException {
        URI address = URI.create("http://localhost:" + port + "/dicom-web/studies");
        try {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address).build(),
                            HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    String studies() {
        return "dicomweb+http://localhost:" + port + "/dicom-web/studies";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
