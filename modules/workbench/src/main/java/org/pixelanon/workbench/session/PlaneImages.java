package org.pixelanon.workbench.session;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
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
     * @param inverted whether black and white are exchanged
     */
    private record Key(String file, Plane plane, DisplayWindow window, boolean inverted) {}

    /** An image that is being made or kept; its size is 0 until it is there. */
    private static final class Slot {
        private final CompletableFuture<BufferedImage> image = new CompletableFuture<>();
        private int size;
    }

    private static final int BYTES_PER_PIXEL = 4;

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
     * @param display how it is shown
     * @return the image, at once if it is kept, later otherwise; fails with the reason if the plane
     *     cannot be drawn
     */
    public CompletableFuture<BufferedImage> get(OpenFile file, Plane plane, Display display) {
        Key key = key(file, plane, display);
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
     * @param display how it is shown
     * @return empty if it is still to be made
     */
    public synchronized Optional<BufferedImage> kept(OpenFile file, Plane plane, Display display) {
        Slot known = slots.get(key(file, plane, display));
        return known == null || known.size == 0
                ? Optional.empty()
                : Optional.ofNullable(known.image.getNow(null));
    }

    /** Draws planes that will be asked for soon; indexes that do not exist are passed over. */
    void ahead(OpenFile file, int from, int to, Display display) {
        for (int i = Math.max(0, from); i <= to && i < file.planes().size(); i++) {
            get(file, file.planes().get(i).plane(), display);
        }
    }

    private void draw(OpenFile file, Key key, Slot slot) {
        try {
            PlaneImage image =
                    file.dicom()
                            .orElseThrow(() -> new IOException(file.failure()))
                            .render(key.plane(), key.window());
            BufferedImage drawn = forScreen(image, key.inverted());
            keep(key, slot, BYTES_PER_PIXEL * image.width() * image.height());
            slot.image.complete(drawn);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            forget(key, slot);
            slot.image.completeExceptionally(e);
        }
    }

    private static Key key(OpenFile file, Plane plane, Display display) {
        return new Key(file.name(), plane, display.window(), display.inverted());
    }

    /** In the form that is painted fastest. */
    private static BufferedImage forScreen(PlaneImage image, boolean inverted) {
        byte[] samples = image.samples();
        int[] pixels = new int[image.width() * image.height()];
        int flip = inverted ? 0xFFFFFF : 0;
        if (image.channels() == 1) {
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (samples[i] & 0xFF) * 0x010101 ^ flip;
            }
        } else {
            for (int i = 0, at = 0; i < pixels.length; i++, at += 3) {
                int rgb =
                        (samples[at] & 0xFF) << 16
                                | (samples[at + 1] & 0xFF) << 8
                                | samples[at + 2] & 0xFF;
                pixels[i] = rgb ^ flip;
            }
        }
        DirectColorModel model = new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);
        WritableRaster raster =
                Raster.createPackedRaster(
                        new DataBufferInt(pixels, pixels.length),
                        image.width(),
                        image.height(),
                        image.width(),
                        model.getMasks(),
                        null);
        return new BufferedImage(model, raster, false, null);
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
