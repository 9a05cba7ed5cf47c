package org.pixelanon.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The collections {@code image_CT}, {@code image_MR} and so on of a database, one per modality;
 * modalities without their own are in {@code image_OTHER}. Read-only; holds one batch of documents
 * at a time. Not thread-safe.
 */
public final class InstanceCollections implements AutoCloseable {

    /** Receives the documents of a modality one by one. */
    public interface Taker {

        /**
         * Receives a document.
         *
         * @param document valid only now
         * @throws IOException if it cannot be written
         */
        void take(InstanceDocument document) throws IOException;
    }

    private static final String PREFIX = "image_";
    private static final String OTHER = "OTHER";
    private static final String MODALITY = "Modality";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
    private static final int PATIENCE_SECONDS = 10;
    private static final int SLOWEST_ANSWER_SECONDS = 300;
    private static final int BATCH = 100;

    private final MongoClient client;
    private final MongoDatabase database;
    private final MongoDbFailures failures;
    private final List<InstanceSelection> selections = new ArrayList<>();

    private InstanceCollections(MongoClient client, MongoDbAddress address, String database) {
        this.client = client;
        this.database = client.getDatabase(database);
        this.failures = new MongoDbFailures(client, address, database);
    }

    /**
     * Connects and lists the collections.
     *
     * @param address the address of the server
     * @param database the name of the database
     * @param login the credentials, or null
     * @param modalities the modalities; empty for all
     * @return the collections, to be closed by the caller
     * @throws MongoDbException if there is no server, database or collection of that kind, or a
     *     modality has no documents
     */
    public static InstanceCollections open(
            MongoDbAddress address,
            String database,
            @Nullable MongoDbLogin login,
            Set<String> modalities)
            throws MongoDbException {
        InstanceCollections opened =
                new InstanceCollections(
                        MongoClients.create(settings(address, login)), address, database);
        try {
            opened.select(modalities);
            return opened;
        } catch (MongoException e) {
            MongoDbException told = opened.failures.of(e);
            opened.close();
            throw told;
        } catch (MongoDbException e) {
            opened.close();
            throw e;
        }
    }

    private static MongoClientSettings settings(
            MongoDbAddress address, @Nullable MongoDbLogin login) {
        ConnectionString said = address.connection();
        MongoClientSettings.Builder settings =
                MongoClientSettings.builder().applyConnectionString(said);
        if (said.getServerSelectionTimeout() == null) {
            settings.applyToClusterSettings(
                    c -> c.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        settings.applyToSocketSettings(
                s -> {
                    if (said.getConnectTimeout() == null) {
                        s.connectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    }
                    if (said.getSocketTimeout() == null) {
                        s.readTimeout(SLOWEST_ANSWER_SECONDS, TimeUnit.SECONDS);
                    }
                });
        if (login != null) {
            settings.credential(address.credential(login));
        }
        return settings.build();
    }

    private void select(Set<String> modalities) throws MongoDbException {
        Set<String> there = new TreeSet<>();
        for (String name : database.listCollectionNames()) {
            if (name.startsWith(PREFIX)
                    && NAME.matcher(name.substring(PREFIX.length())).matches()) {
                there.add(name.substring(PREFIX.length()));
            }
        }
        if (there.isEmpty()) {
            throw failures.nothingHere();
        }
        if (modalities.isEmpty()) {
            selectAll(there);
        } else {
            for (String modality : modalities) {
                selections.add(selected(modality, there));
            }
        }
    }

    private void selectAll(Set<String> there) throws MongoDbException {
        for (String name : there) {
            InstanceSelection all = whole(name);
            if (!isEmpty(all)) {
                selections.add(all);
            }
        }
        if (selections.isEmpty()) {
            throw failures.noDocuments();
        }
    }

    private static InstanceSelection whole(String name) {
        return new InstanceSelection(name, PREFIX + name, Filters.empty());
    }

    private InstanceSelection selected(String modality, Set<String> there) throws MongoDbException {
        if (!NAME.matcher(modality).matches()) {
            throw new MongoDbException("there is no modality '" + modality + "', as CT or MR");
        }
        if (there.contains(modality)) {
            InstanceSelection all = whole(modality);
            if (!isEmpty(all)) {
                return all;
            }
        } else if (there.contains(OTHER)) {
            InstanceSelection some =
                    new InstanceSelection(modality, PREFIX + OTHER, Filters.eq(MODALITY, modality));
            if (!isEmpty(some)) {
                return some;
            }
        }
        throw failures.noModality(modality, there);
    }

    private boolean isEmpty(InstanceSelection selection) {
        return database.getCollection(selection.collection(), BsonDocument.class)
                        .find(selection.filter())
                        .projection(Projections.include(MODALITY))
                        .first()
                == null;
    }

    /**
     * The modalities that were found.
     *
     * @return names that may be parts of file names
     */
    public List<String> modalities() {
        return selections.stream().map(InstanceSelection::name).toList();
    }

    /**
     * Reads all documents of a modality.
     *
     * @param modality one of {@link #modalities}
     * @param keys keys to read; empty for all
     * @param taker receives each document
     * @throws IOException if reading or taking fails
     */
    public void read(String modality, Set<String> keys, Taker taker) throws IOException {
        InstanceSelection selection =
                selections.stream()
                        .filter(s -> s.name().equals(modality))
                        .findFirst()
                        .orElseThrow();
        FindIterable<BsonDocument> found =
                database.getCollection(selection.collection(), BsonDocument.class)
                        .find(selection.filter())
                        .batchSize(BATCH);
        if (!keys.isEmpty()) {
            found.projection(Projections.include(List.copyOf(keys)));
        }
        try (MongoCursor<BsonDocument> cursor = found.cursor()) {
            while (cursor.hasNext()) {
                taker.take(new InstanceDocument(cursor.next()));
            }
        } catch (MongoException e) {
            throw failures.of(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
