package org.pixelanon.workbench.session;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.DisplayWindow;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.Progress;
import org.pixelanon.pipeline.group.Composite;

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
     * @param projection the picture of all frames; then the plane is the first frame
     */
    private record Key(
            String file,
            Plane plane,
            DisplayWindow window,
            boolean inverted,
            Projection projection) {

        Key through(Projection other) {
            return new Key(file, plane, window, inverted, other);
        }

        boolean sameStack(@Nullable Key other) {
            return other != null && through(other.projection).equals(other);
        }
    }

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
    private volatile Supplier<Progress> progress = Silent::new;

    /** The stack asked for last; those asked for before are given up. */
    private volatile @Nullable Key stack;

    PlaneImages(long limit, Executor workers) {
        this.limit = limit;
        this.workers = workers;
    }

    /**
     * Says where it is told how far the picture of all frames is.
     *
     * @param starts begins a progress, on a worker; its user may cancel
     */
    public void reportTo(Supplier<Progress> starts) {
        progress = starts;
    }

    /**
     * Asks for an image. Of a file of several frames it is the picture of all of them if the
     * display has a projection; it is made only while no other is asked for.
     *
     * @param file the file
     * @param plane one of its planes
     * @param display how it is shown
     * @return the image, at once if it is kept, later otherwise; fails with the reason if the plane
     *     cannot be drawn
     */
    public CompletableFuture<BufferedImage> get(OpenFile file, Plane plane, Display display) {
        Key key = key(file, plane, display);
        boolean projected = key.projection() != Projection.NONE;
        if (projected) {
            stack = key;
        }
        Slot slot;
        synchronized (this) {
            Slot known = slots.get(key);
            if (known != null) {
                return known.image;
            }
            slot = new Slot();
            slots.put(key, slot);
        }
        workers.execute(projected ? () -> project(file, key, slot) : () -> draw(file, key, slot));
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
            get(file, file.planes().get(i).plane(), display.withProjection(Projection.NONE));
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

    /** All projections of a stack are kept once it was gone through for one. */
    private void project(OpenFile file, Key key, Slot slot) {
        if (slot.image.isDone()) {
            return; // made with another projection of the same stack meanwhile
        }
        try {
            Composite all = stacked(file, key);
            for (Projection projection : Projection.values()) {
                if (projection != Projection.NONE) {
                    Key other = key.through(projection);
                    Slot kept = projection == key.projection() ? slot : slotOf(other);
                    PlaneImage image = projection.of(all);
                    keep(other, kept, BYTES_PER_PIXEL * image.width() * image.height());
                    kept.image.complete(forScreen(image, key.inverted()));
                }
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            forget(key, slot);
            slot.image.completeExceptionally(e);
        }
    }

    private synchronized Slot slotOf(Key key) {
        return slots.computeIfAbsent(key, k -> new Slot());
    }

    private Composite stacked(OpenFile file, Key key) throws IOException {
        DicomFile dicom = file.dicom().orElseThrow(() -> new IOException(file.failure()));
        giveUpUnless(key.sameStack(stack));
        Progress told = progress.get();
        told.begin("All frames in one picture", file.frames());
        try {
            Composite all = null;
            for (PlaneGeometry plane : file.planes()) {
                if (plane.plane() instanceof FramePlane frame) {
                    giveUpUnless(key.sameStack(stack) && !told.isCancelled());
                    PlaneImage image = dicom.render(frame, key.window());
                    all =
                            all == null
                                    ? new Composite(image.width(), image.height(), image.channels())
                                    : all;
                    all.add(image);
                    told.step("");
                }
            }
            return Objects.requireNonNull(all, "a stack without frames");
        } finally {
            told.end();
        }
    }

    private static void giveUpUnless(boolean wanted) {
        if (!wanted) {
            throw new CancellationException("given up");
        }
    }

    private static Key key(OpenFile file, Plane plane, Display display) {
        boolean projected =
                display.projection() != Projection.NONE
                        && plane instanceof FramePlane
                        && file.frames() > 1;
        return new Key(
                file.name(),
                projected ? new FramePlane(0) : plane,
                display.window(),
                display.inverted(),
                projected ? display.projection() : Projection.NONE);
    }

    /**
     * A plane in the form that is painted fastest.
     *
     * @param image the plane; not kept
     * @param inverted whether black and white are exchanged
     * @return opaque
     */
    public static BufferedImage forScreen(PlaneImage image, boolean inverted) {
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
        bytes += size - slot.size; // a stack may have been gone through twice at once
        slot.size = size;
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

    /** Where nobody wants to know how far it is. */
    static final class Silent implements Progress {
        @Override
        public void begin(String task, long total) {}

        @Override
        public void step(String item) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void end() {}
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
