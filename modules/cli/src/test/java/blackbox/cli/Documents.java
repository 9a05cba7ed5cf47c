package blackbox.cli;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bson.Document;

/** A server in this process that speaks MongoDB's protocol, with documents as SmiServices makes. */
final class Documents implements AutoCloseable {

    /** Held, or their levels would be forgotten. */
    private static final List<Logger> TALKATIVE =
            List.of(Logger.getLogger("org.mongodb.driver"), Logger.getLogger("de.bwaldvogel"));

    static {
        TALKATIVE.forEach(l -> l.setLevel(Level.OFF));
    }

    private final MongoServer server;
    private final InetSocketAddress address;
    private final MongoClient client;

    Documents() {
        this(new MemoryBackend());
    }

    Documents(MongoBackend backend) {
        server = new MongoServer(backend);
        address = server.bind();
        client = MongoClients.create(uri());
    }

    String place() {
        return "localhost:" + address.getPort();
    }

    String uri() {
        return "mongodb://" + place();
    }

    MongoCollection<Document> collection(String name) {
        return client.getDatabase("dicom").getCollection(name);
    }

    void add(String modality, Document... documents) {
        collection("image_" + modality).insertMany(List.of(documents));
    }

    static Document document(String path) {
        return new Document("header", new Document("DicomFilePath", path));
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
