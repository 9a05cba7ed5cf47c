package org.pixelanon.workbench.session;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.pixelanon.dicom.DisplayWindow;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneImage;

/**
 * Planes drawn for the screen, made on workers and kept as long as they fit into a number of bytes;
 * what was not looked at longest goes first. Thread-safe.
 */
public final class PlaneImages {

    /**
     * What is drawn.
     *
     * @param file name of the file in the database
     * @param plane the plane
     * @param window which values are black and white
     */
    public record Key(String file, Plane plane, DisplayWindow window) {}

    /** An image that is being made or kept; its size is 0 until it is there. */
    private static final class Slot {
        private final CompletableFuture<PlaneImage> image = new CompletableFuture<>();
        private int size;
    }

    private final long limit;
    private final Executor workers;
    private final Map<Key, Slot> slots = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    PlaneImages(long limit, Executor workers) {
        this.limit = limit;
        this.workers = workers;
    }

    /**
     * Asks for an image.
     *
     * @param file the file
     * @param plane one of its planes
     * @param window which values are black and white
     * @return the image, at once if it is kept, later otherwise; fails with the reason if the plane
     *     cannot be drawn
     */
    public CompletableFuture<PlaneImage> get(OpenFile file, Plane plane, DisplayWindow window) {
        Key key = new Key(file.name(), plane, window);
        Slot slot;
        synchronized (this) {
            Slot known = slots.get(key);
            if (known != null) {
                return known.image;
            }
            slot = new Slot();
            slots.put(key, slot);
        }
        workers.execute(() -> draw(file, key, slot));
        return slot.image;
    }

    /**
     * The image if it is there already.
     *
     * @param file the file
     * @param plane one of its planes
     * @param window which values are black and white
     * @return empty if it is still to be made
     */
    public synchronized Optional<PlaneImage> kept(
            OpenFile file, Plane plane, DisplayWindow window) {
        Slot known = slots.get(new Key(file.name(), plane, window));
        return known == null || known.size == 0
                ? Optional.empty()
                : Optional.ofNullable(known.image.getNow(null));
    }

    private void draw(OpenFile file, Key key, Slot slot) {
        try {
            PlaneImage image =
                    file.dicom()
                            .orElseThrow(() -> new IOException(file.failure()))
                            .render(key.plane(), key.window());
            keep(key, slot, image.samples().length);
            slot.image.complete(image);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            forget(key, slot);
            slot.image.completeExceptionally(e);
        }
    }

    private synchronized void keep(Key key, Slot slot, int size) {
        if (slots.get(key) != slot) {
            return; // dropped while it was drawn
        }
        slot.size = size;
        bytes += size;
        var oldest = slots.values().iterator();
        while (bytes > limit && oldest.hasNext()) {
            Slot candidate = oldest.next();
            if (candidate.size > 0 && candidate != slot) {
                bytes -= candidate.size;
                oldest.remove();
            }
        }
    }

    private synchronized void forget(Key key, Slot slot) {
        slots.remove(key, slot);
    }

    /**
     * Drops all images of a file.
     *
     * @param file name of the file in the database
     */
    synchronized void drop(String file) {
        var all = slots.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Key, Slot> entry = all.next();
            if (entry.getKey().file().equals(file)) {
                bytes -= entry.getValue().size;
                all.remove();
            }
        }
    }

    /**
     * Bytes of the images that are kept.
     *
     * @return at most the limit plus one image
     */
    public synchronized long bytes() {
        return bytes;
    }
}
