package org.pixelanon.workbench;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openide.modules.Places;
import org.pixelanon.pipeline.atomic.WholeFile;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.workbench.source.OpenRequest;

/**
 * Saves what is open and the current place, so that a killed application reopens there. Written in
 * the background at every step, replacing the file atomically.
 */
final class LastSession {

    private static final System.Logger LOG = System.getLogger(LastSession.class.getName());

    /**
     * A place in a review.
     *
     * @param request the request; names profiles, never their secrets
     * @param file 0-based index into the list
     * @param plane 0-based index of the plane
     */
    record Place(OpenRequest request, int file, int plane) {}

    private final Path path;
    private final ReviewSession session;
    private final FileOpening opening;
    private final AtomicBoolean waiting = new AtomicBoolean();

    LastSession(ReviewSession session, FileOpening opening) {
        this.path = Places.getUserDirectory().toPath().resolve("session.properties");
        this.session = session;
        this.opening = opening;
    }

    /** Starts following the session. */
    void follow() {
        session.addListener(this::changed);
    }

    private void changed(Set<Aspect> what) {
        boolean moved = what.contains(Aspect.FILE) || what.contains(Aspect.PLANE);
        if (moved && session.current() >= 0 && waiting.compareAndSet(false, true)) {
            session.workers().store().execute(this::save);
        }
    }

    private void save() {
        session.workers()
                .ui()
                .execute(
                        () -> {
                            waiting.set(false);
                            Place place =
                                    new Place(
                                            opening.opened(),
                                            session.current(),
                                            session.screen().planeIndex());
                            session.workers().store().execute(() -> write(place));
                        });
    }

    private void write(Place place) {
        Properties properties = new Properties();
        properties.setProperty("file", Integer.toString(place.file()));
        properties.setProperty("plane", Integer.toString(place.plane()));
        properties.setProperty("login", place.request().login());
        put(properties, "input.", place.request().inputs());
        put(properties, "select.", place.request().selections());
        try (WholeFile whole = WholeFile.at(path)) {
            try (Writer out = Files.newBufferedWriter(whole.part(), StandardCharsets.UTF_8)) {
                properties.store(out, null);
            }
            whole.publish();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot save the last position", e);
        }
    }

    private static void put(Properties properties, String name, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            properties.setProperty(name + i, values.get(i));
        }
    }

    private static List<String> all(Properties properties, String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; properties.getProperty(name + i) != null; i++) {
            values.add(properties.getProperty(name + i));
        }
        return values;
    }

    /** The place of the last session. Reads a file, so for workers. */
    Optional<Place> last() {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(in);
            List<String> inputs = all(properties, "input.");
            return inputs.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Place(
                                    new OpenRequest(
                                            inputs,
                                            properties.getProperty("login", ""),
                                            all(properties, "select.")),
                                    Integer.parseInt(properties.getProperty("file", "0")),
                                    Integer.parseInt(properties.getProperty("plane", "0"))));
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot read the last position", e);
            return Optional.empty();
        }
    }
}
