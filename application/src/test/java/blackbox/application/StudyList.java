package blackbox.application;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Stands in for an archive that speaks DICOMweb: a page of made-up studies. */
final class StudyList implements AutoCloseable {

    private static final List<String> PEOPLE =
            List.of("Grumbolt^Ada", "Sample^Bo", "Exampleman^Cy", "Tester^Dee", "Drawn^Eve");

    private final HttpServer server;

    StudyList() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/pacs/", StudyList::answer);
        server.start();
    }

    /** Where studies are. */
    String address() {
        return "dicomweb+http://localhost:" + server.getAddress().getPort() + "/pacs/studies";
    }

    private static void answer(HttpExchange request) throws IOException {
        try (request) {
            boolean more = request.getRequestURI().getQuery().matches(".*offset=[1-9].*");
            List<String> studies = new ArrayList<>();
            for (int i = 0; i < (more ? 0 : PEOPLE.size()); i++) {
                studies.add(study(i));
            }
            String json = "[" + String.join(",", studies) + "]";
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            request.getResponseHeaders().set("Content-Type", "application/dicom+json");
            request.sendResponseHeaders(200, body.length);
            request.getResponseBody().write(body);
        }
    }

    private static String study(int number) {
        return "{"
                + element("0020000D", "UI", "\"1.2.3." + number + "\"")
                + ","
                + element("00100010", "PN", "{\"Alphabetic\":\"" + PEOPLE.get(number) + "\"}")
                + ","
                + element("00100020", "LO", "\"P" + (4711 + number) + "\"")
                + ","
                + element("00080020", "DA", "\"2026010" + (number + 1) + "\"")
                + ","
                + element("00080061", "CS", "\"US\"")
                + ","
                + element("00081030", "LO", "\"drawn study\"")
                + "}";
    }

    private static String element(String tag, String vr, String value) {
        return "\"" + tag + "\":{\"vr\":\"" + vr + "\",\"Value\":[" + value + "]}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
